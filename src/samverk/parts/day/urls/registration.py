from django.urls import URLPattern, path

from samverk.parts.day.views import personal, registration

public: list[URLPattern] = [
    path("anmalan/<str:code>/", personal.page, name="registered"),
    path("anmalan/<str:code>/andra/", personal.change, name="change_registration"),
    path("anmalan/<str:code>/kollegor/", personal.colleagues, name="colleagues"),
    path("anmalan/<str:code>/lamna-over/", personal.hand_over, name="hand_over"),
    path("anmalan/<str:code>/avboka/", personal.cancel, name="cancel_registration"),
    path("anmalan/<str:code>/tacka-ja/", personal.accept, name="accept_offer"),
    path("anmalan/<str:code>/anmal-igen/", personal.rejoin, name="rejoin"),
    path("anmalan/<str:code>/biljett.pdf", personal.ticket, name="ticket"),
    path("anmalan/<str:code>/dagen.ics", personal.calendar, name="registered_calendar"),
    path("<slug:series>/<slug:edition>/anmalan/", registration.register, name="register"),
    path("<slug:series>/<slug:edition>/anmalan/lank/", registration.lost_link, name="lost_link"),
]
desk: list[URLPattern] = []
