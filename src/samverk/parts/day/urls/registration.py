from django.urls import URLPattern, path

from samverk.parts.day.views import attendees, personal, registration, tickets

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
desk: list[URLPattern] = [
    path("<int:edition_id>/anmalda/", attendees.registrations, name="registrations"),
    path("<int:edition_id>/anmalda/vantelista/", attendees.waiting_list, name="waiting_list"),
    path("<int:edition_id>/anmalda/<int:registration_id>/", attendees.attendee, name="attendee"),
    path("<int:edition_id>/anmalda/anmalda.<slug:form>", attendees.export, name="export"),
    path("<int:edition_id>/anmalda/namnskyltar/<slug:labels>.pdf", attendees.badges, name="badges"),
    path("<int:edition_id>/anmalda/behov/", attendees.needs, name="needs"),
    path("<int:edition_id>/anmalda/behov.<slug:form>", attendees.export_needs, name="export_needs"),
    path("<int:edition_id>/biljetter/", tickets.tickets, name="tickets"),
    path("<int:edition_id>/biljetter/ny/", tickets.new_kind, name="new_kind"),
    path("<int:edition_id>/biljetter/<int:kind_id>/", tickets.kind, name="kind"),
    path("<int:edition_id>/biljetter/<int:kind_id>/ta-bort/", tickets.remove_kind, name="remove_kind"),
    path("<int:edition_id>/fragor/", tickets.questions, name="questions"),
    path("<int:edition_id>/fragor/fardiga/", tickets.add_ready, name="add_ready"),
    path("<int:edition_id>/fragor/ny/", tickets.new_question, name="new_question"),
    path("<int:edition_id>/fragor/<int:question_id>/", tickets.question, name="question"),
    path("<int:edition_id>/fragor/<int:question_id>/vand/", tickets.turn_question, name="turn_question"),
]
