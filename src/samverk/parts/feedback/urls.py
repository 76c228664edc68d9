from django.urls import path

from samverk.parts.feedback.views import sending, verification

app_name = "feedback"
urlpatterns = [
    path("", sending.page, name="send"),
    path("tack/", sending.thanks, name="thanks"),
    path("tack/brist/", sending.reported, name="reported"),
    path("prov/", verification.challenge, name="challenge"),
    path("prov/<str:ticket>.png", verification.picture, name="picture"),
    path("prov/<str:ticket>.wav", verification.sound, name="sound"),
]
