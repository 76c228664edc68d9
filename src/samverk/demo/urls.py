from django.urls import path

from samverk.demo import views

urlpatterns = [
    path("", views.logins, name="demo_logins"),
]
