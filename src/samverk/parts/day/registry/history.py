"""What organisers do with the day, as the log says it."""

from django.utils.translation import gettext_lazy as _

HISTORY = {
    "day.create_series": _("lade till en återkommande dag"),
    "day.change_series": _("ändrade en återkommande dag"),
    "day.create_edition": _("lade till en upplaga"),
    "day.copy_edition": _("kopierade en upplaga"),
    "day.change_edition": _("ändrade en upplaga"),
    "day.turn_edition": _("publicerade eller ställde in en upplaga"),
    "day.keep_room": _("sparade en lokal"),
    "day.remove_room": _("tog bort en lokal"),
    "day.keep_stream": _("sparade ett spår"),
    "day.remove_stream": _("tog bort ett spår"),
    "day.add_session": _("lade till en programpunkt"),
    "day.change_session": _("ändrade en programpunkt"),
    "day.move_session": _("flyttade en programpunkt"),
    "day.remove_session": _("tog bort en programpunkt"),
    "day.keep_speaker": _("sparade en föreläsare"),
    "day.remove_speaker": _("tog bort en föreläsare"),
    "day.prepare_followup": _("förberedde en artikel om dagen"),
    "day.tell_of": _("kopplade en artikel till dagen"),
    "day.add_ticket_kind": _("lade till en biljett"),
    "day.change_ticket_kind": _("ändrade en biljett"),
    "day.remove_ticket_kind": _("tog bort en biljett"),
    "day.add_question": _("lade till en fråga"),
    "day.change_question": _("ändrade en fråga"),
    "day.remove_question": _("tog bort en fråga"),
    "day.see_needs": _("såg vad besökare behöver"),
    "day.cancel_registration": _("avbokade en anmälan"),
    "day.send_link": _("skickade länken till en anmälan"),
    "day.forget": _("raderade gamla uppgifter om besökare"),
}
