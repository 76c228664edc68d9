"""Addresses of the Day: what everybody may see. Each subject adds its own."""

from samverk.parts.day.urls import programme, registration

app_name = "day"
urlpatterns = [*registration.public, *programme.public]
