"""Addresses of the living style page."""

from django.urls import path

from samverk.ui import views

app_name = "ui"
urlpatterns = [path("", views.style, name="style")]
