"""Addresses of the organisers' workspace. Each subject adds its own."""

from samverk.parts.day.urls import programme, registration

app_name = "day_desk"
urlpatterns = [*programme.desk, *registration.desk]
