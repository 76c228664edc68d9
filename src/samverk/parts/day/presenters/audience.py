"""The audience's questions in words."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from samverk.engine.language import Finding, Kind
from samverk.parts.day.models import Asked
from samverk.parts.day.presenters import wording
from samverk.parts.day.queries.audience import QuestionLine, Summary, TimeFacts
from samverk.parts.day.queries.programme import SessionFacts
from samverk.parts.day.rules.audience import Deed

FOUND = {
    Kind.PERSONAL_NUMBER: gettext_lazy("ett personnummer, som vi aldrig sparar"),
    Kind.COORDINATION_NUMBER: gettext_lazy("ett samordningsnummer, som vi aldrig sparar"),
    Kind.TELEPHONE: gettext_lazy("ett telefonnummer"),
    Kind.EMAIL: gettext_lazy("en e-postadress"),
    Kind.BANK_ACCOUNT: gettext_lazy("ett kontonummer"),
    Kind.CARD: gettext_lazy("ett kortnummer"),
    Kind.CARE: gettext_lazy("något om din egen eller en närståendes hälsa"),
}
TOLD = {
    "vantar": gettext_lazy("Tack! Din fråga visas när den har blivit läst."),
    "visas": gettext_lazy("Tack! Din fråga är med i listan."),
    "rost": gettext_lazy("Tack! Din röst är räknad."),
    "samma": gettext_lazy("Din röst är redan räknad."),
    "stangd": gettext_lazy("Frågestunden är stängd, så det gick inte att rösta."),
    "borta": gettext_lazy("Den frågan går inte längre att rösta på."),
    "mycket": gettext_lazy("Det kommer många röster härifrån just nu. Försök igen om en stund."),
}
STAGE_SHOWS = 3


@dataclass(frozen=True)
class Votable:
    """A question as the audience sees it."""

    id: int
    text: str
    votes: str
    on_stage: bool


@dataclass(frozen=True)
class AskView:
    """The page of a session's questions."""

    session_id: int
    title: str
    when: str
    who: str
    version: int
    is_open: bool
    read_first: bool
    shown: tuple[Votable, ...]
    answered: tuple[Votable, ...]


@dataclass(frozen=True)
class Pile:
    """Questions in one state on the moderator's screen, with what can be done with each."""

    heading: str
    state: str
    lines: tuple[QuestionLine, ...]
    deeds: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class TimeLine:
    """A session in the list of those where the audience may ask."""

    id: int
    title: str
    time: str
    is_open: bool
    told: str


def page(session: SessionFacts, facts: TimeFacts) -> AskView:
    """What the audience sees."""
    return AskView(
        session_id=session.id,
        title=session.title,
        when=_place(session),
        who=", ".join(speaker.name for speaker in session.speakers),
        version=facts.version,
        is_open=facts.is_open and not session.is_cancelled,
        read_first=facts.read_first,
        shown=tuple(map(_votable, facts.of(Asked.SHOWN))),
        answered=tuple(map(_votable, facts.of(Asked.ANSWERED))),
    )


def found(findings: Iterable[Finding]) -> tuple[str, ...]:
    """What a text seems to hold, each kind once."""
    return tuple(str(FOUND[kind]) for kind in dict.fromkeys(finding.kind for finding in findings))


def told(name: str) -> str:
    """What has become of what somebody sent."""
    return str(TOLD.get(name, ""))


def piles(facts: TimeFacts) -> tuple[Pile, ...]:
    """The moderator's piles, what must be read first."""
    show, hide = (Deed.SHOW, _("Släpp fram")), (Deed.HIDE, _("Dölj"))
    stage, done = (Deed.STAGE, _("På scenen")), (Deed.ANSWERED, _("Besvarad"))
    wanted = (
        (_("Väntar på dig"), Asked.WAITING, (show, hide)),
        (_("Visas för publiken"), Asked.SHOWN, (stage, done, hide)),
        (_("Besvarade"), Asked.ANSWERED, ((Deed.SHOW, _("Ställ igen")),)),
        (_("Dolda"), Asked.HIDDEN, (show,)),
    )
    return tuple(Pile(heading, state, facts.of(state), deeds) for heading, state, deeds in wanted)


def on_stage(facts: TimeFacts) -> tuple[QuestionLine, ...]:
    """What the stage shows: the chosen question, or else those that most want answered."""
    return (facts.on_stage,) if facts.on_stage else facts.of(Asked.SHOWN)[:STAGE_SHOWS]


def lines(sessions: Iterable[SessionFacts], summaries: dict[int, Summary]) -> tuple[TimeLine, ...]:
    """The sessions of an edition with their questions in figures."""
    return tuple(
        _line(session, summaries.get(session.id)) for session in sessions if not session.is_cancelled
    )


def votes(number: int) -> str:
    """How many wonder."""
    return ngettext("%(number)d undrar", "%(number)d undrar", number) % {"number": number}


def _votable(line: QuestionLine) -> Votable:
    return Votable(line.id, line.text, votes(line.votes) if line.votes else "", line.on_stage)


def _line(session: SessionFacts, summary: Summary | None) -> TimeLine:
    if summary is None:
        return TimeLine(session.id, session.title, _place(session), is_open=False, told="")
    waiting, shown = summary.counts[Asked.WAITING], summary.counts[Asked.SHOWN]
    words = _("{waiting} väntar, {shown} visas").format(waiting=waiting, shown=shown)
    return TimeLine(session.id, session.title, _place(session), summary.is_open, words)


def _place(session: SessionFacts) -> str:
    time = wording.span(session.starts_at, session.ends_at)
    return f"{time}, {session.room.name}" if session.room else time
