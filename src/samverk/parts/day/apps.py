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
        _open_doors()
        _go_live()
        _take_payment()
        _ask_afterwards()
        _take_proposals()
        _write_letters()
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
            "registered",
            _("Anmälda"),
            registered,
            sentence=lambda number: _say_registered(int(number)),
            chart=_("Besökare"),
        )
    )


def _take_proposals() -> None:
    """The call for proposals on the day's page, in the workspace and in copies of an edition."""
    from samverk.parts.day.actions import reviewing
    from samverk.parts.day.presenters.proposals import panel
    from samverk.parts.day.registry import copying, desk, panels

    desk.register(desk.Room(_("Förslag"), "day_desk:proposals"))
    panels.register("proposals", panel)
    copying.register("call", lambda what: reviewing.copy_call(what.source_id, what.target_id, days=what.days))


def _write_letters() -> None:
    """The organisers' words in letters, in the workspace and in copies of an edition."""
    from samverk.parts.day.actions import texts
    from samverk.parts.day.registry import copying, desk

    desk.register(desk.Room(_("Brev"), "day_desk:letters"))
    copying.register("letters", lambda what: texts.copy(what.source_id, what.target_id))


def _say_registered(number: int) -> str:
    told = ngettext("%(number)d person var anmäld.", "%(number)d personer var anmälda.", number)
    return told % {"number": number}


def _take_payment() -> None:
    """Invoices in the workspace, and the accounts in copies of an edition."""
    from samverk.parts.day.actions import sellers
    from samverk.parts.day.registry import copying, desk

    desk.register(desk.Room(_("Fakturor"), "day_desk:invoices"))
    copying.register("bookkeeping", lambda what: sellers.copy(what.source_id, what.target_id))


def _go_live() -> None:
    """What is said on the day, in the workspace and on the day's page, and what a phone that votes keeps."""
    from samverk.parts.day.presenters.panel import live_panel
    from samverk.parts.day.registry import desk, panels, phones
    from samverk.parts.site.registry import cookies

    desk.register(desk.Room(_("På dagen"), "day_desk:live"))
    panels.register("live", live_panel)
    cookies.register(phones.STORED)


def _open_doors() -> None:
    """Check-in in the workspace, the figures of those who came, and what a phone at a door keeps."""
    from samverk.parts.day.queries import checkin
    from samverk.parts.day.registry import desk, figures
    from samverk.parts.day.registry.stored import STORED
    from samverk.parts.site.registry import cookies

    desk.register(
        desk.Room(_("Incheckning"), "day_desk:doors"), desk.Room(_("Närvaro"), "day_desk:attendance")
    )
    figures.register(
        figures.Figure(
            "came",
            _("Besökare på plats"),
            checkin.came,
            sentence=lambda number: _say_came(int(number)),
            chart=_("Besökare"),
        ),
        figures.Figure(
            "organisations_that_came",
            _("Organisationer på plats"),
            checkin.organisations_that_came,
            sentence=lambda number: _say_organisations(int(number)),
        ),
    )
    cookies.register(*STORED)


def _say_came(number: int) -> str:
    told = ngettext("%(number)d person kom.", "%(number)d personer kom.", number)
    return told % {"number": number}


def _say_organisations(number: int) -> str:
    told = ngettext("De kom från %(number)d organisation.", "De kom från %(number)d organisationer.", number)
    return told % {"number": number}


def _ask_afterwards() -> None:
    """The evaluation in the workspace, in copies of an edition and among the figures."""
    from samverk.parts.day.actions import evaluation
    from samverk.parts.day.queries import results
    from samverk.parts.day.registry import copying, desk, figures

    desk.register(
        desk.Room(_("Utvärdering"), "day_desk:evaluation"), desk.Room(_("Intyg"), "day_desk:certificates")
    )
    copying.register("survey", lambda what: evaluation.copy(what.source_id, what.target_id))
    figures.register(
        figures.Figure("answered", _("Svar på utvärderingen"), results.answered),
        figures.Figure(
            "grade", _("Betyg, av 5"), results.grades, decimals=1, sentence=_say_grade, chart=_("Betyg, av 5")
        ),
        figures.Figure(
            "recommending",
            _("Vill råda en kollega att komma"),
            results.recommending,
            unit="%",
            sentence=lambda number: (
                _("%(number)d procent av dem som svarade vill råda en kollega att komma.")
                % {"number": round(number)}
            ),
        ),
    )


def _say_grade(mean: float) -> str:
    from samverk.parts.day.presenters.wording import number

    return _("Besökarna gav dagen betyget {mean} av 5.").format(mean=number(mean, decimals=1))


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
