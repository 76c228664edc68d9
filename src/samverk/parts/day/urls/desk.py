"""Addresses of the organisers' workspace. Each subject adds its own."""

from samverk.parts.day.urls import checkin, evaluation, invoices, live, programme, proposals, registration

app_name = "day_desk"
urlpatterns = [
    *checkin.desk,
    *evaluation.desk,
    *live.desk,
    *programme.desk,
    *proposals.desk,
    *invoices.desk,
    *registration.desk,
]
