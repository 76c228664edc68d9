from django.urls import path

from samverk.base.mail import views

app_name = "mail"
urlpatterns = [
    path("", views.mailbox, name="mailbox"),
    path("<int:mail_id>/", views.mail, name="mail"),
    path("<int:mail_id>/formaterat/", views.formatted, name="formatted"),
    path("<int:mail_id>/bilaga/<int:file_id>/", views.file, name="file"),
]
