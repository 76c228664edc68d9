from django.urls import URLPattern, path

from samverk.parts.day.views import editions, places, programme, speakers
from samverk.parts.day.views import public as pages

public: list[URLPattern] = [
    path("", pages.days, name="days"),
    path("<slug:series>/", pages.series, name="series"),
    path("<slug:series>/<slug:edition>/", pages.edition, name="edition"),
    path("<slug:series>/<slug:edition>/program.ics", pages.calendar, name="calendar"),
    path(
        "<slug:series>/<slug:edition>/program/<int:session>.ics",
        pages.session_calendar,
        name="session_calendar",
    ),
]

desk: list[URLPattern] = [
    path("", editions.shelf, name="shelf"),
    path("serier/ny/", editions.new_series, name="new_series"),
    path("serier/<int:series_id>/", editions.series, name="series"),
    path("serier/<int:series_id>/ny-upplaga/", editions.new_edition, name="new_edition"),
    path("serier/<int:series_id>/jamfor/", editions.compare, name="compare"),
    path("<int:edition_id>/", editions.edition, name="edition"),
    path("<int:edition_id>/texter/", editions.texts, name="texts"),
    path("<int:edition_id>/lage/", editions.turn, name="turn"),
    path("<int:edition_id>/uppfoljning/", editions.prepare_followup, name="prepare_followup"),
    path("<int:edition_id>/lokaler/", places.places, name="places"),
    path("<int:edition_id>/forelasare/", speakers.speakers, name="speakers"),
    path("<int:edition_id>/forelasare/ny/", speakers.new_speaker, name="new_speaker"),
    path("<int:edition_id>/forelasare/<int:speaker_id>/", speakers.speaker, name="speaker"),
    path("<int:edition_id>/forelasare/<int:speaker_id>/ta-bort/", speakers.remove, name="remove_speaker"),
    path("<int:edition_id>/program/", programme.editor, name="programme"),
    path("<int:edition_id>/program/ny/", programme.new_session, name="new_session"),
    path("<int:edition_id>/program/<int:session_id>/", programme.session, name="session"),
    path("<int:edition_id>/program/<int:session_id>/flytta/", programme.move, name="move_session"),
    path("<int:edition_id>/program/<int:session_id>/ta-bort/", programme.remove, name="remove_session"),
]
