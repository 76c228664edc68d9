"""Addresses of the Day: what everybody may see. Each subject adds its own."""

from samverk.parts.day.urls import checkin, evaluation, invoices, live, programme, proposals, registration

app_name = "day"
urlpatterns = [
    *checkin.public,
    *evaluation.public,
    *proposals.public,
    *invoices.public,
    *registration.public,
    *live.public,
    *programme.public,
]
