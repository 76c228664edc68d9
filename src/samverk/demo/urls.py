from django.urls import include, path

from samverk.demo import views

urlpatterns = [
    path("", views.logins, name="demo_logins"),
    path("brev/", include("samverk.base.mail.urls")),
]
