from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext


class DayConfig(AppConfig):
    """The day that comes back: programme, registration, the day itself, and what people thought."""

    name = "samverk.parts.day"
    label = "day"

    def ready(self) -> None:
        """Take a place in the menu, in search, in the workspace, in the log and among the figures."""
        from samverk.base.audit import registry as history
        from samverk.base.search import registry as search
        from samverk.parts.day.permissions import may_arrange
        from samverk.parts.day.queries import found
        from samverk.parts.day.registry.history import HISTORY
        from samverk.parts.site.registry import ways

        ways.to_pages(_("Dagar"), "day:days")
        ways.to_workspace(_("Arrangera"), "day_desk:shelf", allowed=may_arrange)
        search.source(found.SOURCE, found.entries, kinds={found.KIND: _("Dagar")})
        history.register(HISTORY)
        _open_rooms()
        _open_registration()
        _count()


def _open_rooms() -> None:
    """The pages about an edition in the organisers' workspace, in their order."""
    from samverk.parts.day.registry import desk

    desk.register(
        desk.Room(_("Översikt"), "day_desk:edition"),
        desk.Room(_("Texter och plats"), "day_desk:texts"),
        desk.Room(_("Program"), "day_desk:programme"),
        desk.Room(_("Föreläsare"), "day_desk:speakers"),
        desk.Room(_("Lokaler och spår"), "day_desk:places"),
    )


def _open_registration() -> None:
    """Registration on the day's page, in the workspace, among the figures, and in copies of an edition."""
    from samverk.parts.day.actions import questions, tickets
    from samverk.parts.day.presenters.panel import panel
    from samverk.parts.day.queries.tickets import registered
    from samverk.parts.day.registry import copying, desk, figures, panels

    desk.register(
        desk.Room(_("Anmälda"), "day_desk:registrations"),
        desk.Room(_("Biljetter"), "day_desk:tickets"),
        desk.Room(_("Frågor"), "day_desk:questions"),
    )
    panels.register("registration", panel)
    copying.register("tickets", lambda what: tickets.copy(what.source_id, what.target_id, days=what.days))
    copying.register("questions", lambda what: questions.copy(what.source_id, what.target_id))
    figures.register(
        figures.Figure(
            "registered", _("Anmälda"), registered, sentence=lambda number: _say_registered(int(number))
        )
    )


def _say_registered(number: int) -> str:
    told = ngettext("%(number)d person var anmäld.", "%(number)d personer var anmälda.", number)
    return told % {"number": number}


def _count() -> None:
    """The figures of an edition's programme, and its cost."""
    from samverk.parts.day.queries import figures as counted
    from samverk.parts.day.registry import figures

    figures.register(
        figures.Figure(
            "sessions",
            _("Programpunkter"),
            counted.sessions,
            sentence=lambda number: _say_sessions(int(number)),
        ),
        figures.Figure(
            "speakers",
            _("Föreläsare i programmet"),
            counted.speakers,
            sentence=lambda number: _say_speakers(int(number)),
        ),
        figures.Figure("cost", _("Kostnad"), counted.cost, unit=_("kr")),
    )


def _say_sessions(number: int) -> str:
    told = ngettext("Programmet hade %(number)d punkt.", "Programmet hade %(number)d punkter.", number)
    return told % {"number": number}


def _say_speakers(number: int) -> str:
    told = ngettext(
        "%(number)d person medverkade i programmet.", "%(number)d personer medverkade i programmet.", number
    )
    return told % {"number": number}
