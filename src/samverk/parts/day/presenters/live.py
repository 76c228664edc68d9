"""The live page of a Day: what happens now, what is next, and what has been changed."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.urls import reverse
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from samverk.parts.day.models import Kind, State
from samverk.parts.day.presenters import wording
from samverk.parts.day.queries.editions import EditionFacts, EditionLine
from samverk.parts.day.queries.live import Announced, LiveFacts
from samverk.parts.day.queries.programme import Programme, SessionFacts
from samverk.parts.day.rules import choice
from samverk.parts.day.rules import live as rules
from samverk.parts.day.rules.live import Moment, Phase, Placing, Slot, What


@dataclass(frozen=True)
class CardView:
    """A session on the live page."""

    id: int
    title: str
    time: str
    starts_at: str
    ends_at: str
    room: str
    stream: str
    kind: str
    who: str
    changes: tuple[str, ...]
    said: str
    is_cancelled: bool
    is_mine: bool
    is_timed: bool
    left: str
    share: int
    ask_url: str


@dataclass(frozen=True)
class LiveView:
    """Everything that the page shows. `lang`: of what organisers wrote, when it is not the page's own."""

    line: EditionLine
    version: int
    moment: str
    changes_at: str
    clock: str
    phase: Phase
    is_cancelled: bool
    begins: str
    notices: tuple[str, ...]
    now: tuple[CardView, ...]
    next_heading: str
    next: tuple[CardView, ...]
    page_url: str
    followup_url: str
    lang: str


def page(
    facts: EditionFacts,
    programme: Programme,
    live: LiveFacts,
    *,
    chosen: tuple[int, ...],
    version: int,
    now: datetime,
) -> LiveView:
    """The live page of an edition at a moment."""
    line = facts.line
    moment = rules.at(map(_slot, programme.sessions), now=now)
    cards = _Cards(facts.line, live, chosen, now)
    known = {session.id: session for session in programme.sessions}
    page_url = reverse("day:edition", args=[line.series_slug, line.slug])
    return LiveView(
        line=line,
        version=version,
        moment=now.isoformat(),
        changes_at=moment.changes_at.isoformat() if moment.changes_at else "",
        clock=wording.clock(now),
        phase=moment.phase,
        is_cancelled=line.state == State.CANCELLED,
        begins=_begins(moment, known),
        notices=tuple(notice.text for notice in live.notices),
        now=tuple(cards.of(known[key]) for key in moment.now),
        next_heading=_next_heading(moment, known, now),
        next=tuple(cards.of(known[key]) for key in moment.next),
        page_url=f"{page_url}?val={choice.written(chosen)}" if chosen else page_url,
        followup_url=facts.followup_url,
        lang="" if get_language() == settings.LANGUAGE_CODE else settings.LANGUAGE_CODE,
    )


class _Cards:
    """Makes what stands on the page of a session."""

    def __init__(self, line: EditionLine, live: LiveFacts, chosen: tuple[int, ...], now: datetime) -> None:
        self.line, self.live, self.chosen, self.now = line, live, chosen, now

    def of(self, session: SessionFacts) -> CardView:
        changes = tuple(_changes(session, self.live.announced.get(session.id)))
        timed = not wording.is_whole_day(session.starts_at, session.ends_at) and not session.is_cancelled
        may_ask = session.id in self.live.may_ask and not session.is_cancelled
        address = [self.line.series_slug, self.line.slug, session.id]
        return CardView(
            id=session.id,
            title=session.title,
            time=wording.span(session.starts_at, session.ends_at),
            starts_at=session.starts_at.isoformat(),
            ends_at=session.ends_at.isoformat(),
            room=session.room.name if session.room else "",
            stream=session.stream.name if session.stream else "",
            kind=str(Kind(session.kind).label),
            who=", ".join(speaker.name for speaker in session.speakers),
            changes=changes,
            said=f"{session.title}: {', '.join(changes)}" if changes else "",
            is_cancelled=session.is_cancelled,
            is_mine=session.id in self.chosen,
            is_timed=timed and session.starts_at <= self.now,
            left=minutes(rules.minutes_left(session.ends_at, now=self.now)),
            share=_share(session, self.now),
            ask_url=reverse("day:ask", args=address) if may_ask else "",
        )


def minutes(number: int) -> str:
    """How long something goes on still."""
    if number > 90:
        return ""
    return ngettext("%(number)d minut kvar", "%(number)d minuter kvar", number) % {"number": number}


def placing(session: SessionFacts) -> Placing:
    """Where and when a session is held."""
    room = session.room.name if session.room else ""
    return Placing(room, session.starts_at, session.ends_at, session.is_cancelled)


def _changes(session: SessionFacts, announced: Announced | None) -> Iterable[str]:
    """In what a session differs from the programme as it was when its day began."""
    if announced is None or rules.day_of(announced.noted_at) != rules.day_of(announced.placing.starts_at):
        return
    for what in rules.differences(announced.placing, placing(session)):
        yield _told(what, session)


def _told(what: What, session: SessionFacts) -> str:
    start, end = wording.clock(session.starts_at), wording.clock(session.ends_at)
    return {
        What.CANCELLED: _("Inställd"),
        What.HELD_AFTER_ALL: _("Blir av"),
        What.ROOM: _("Flyttad till {room}").format(room=session.room.name if session.room else ""),
        What.LATER: _("Framflyttad, börjar {time}").format(time=start),
        What.EARLIER: _("Tidigarelagd, börjar {time}").format(time=start),
        What.LENGTH: _("Slutar {time}").format(time=end),
    }[what]


def _slot(session: SessionFacts) -> Slot:
    place = (
        ("room", session.room.id) if session.room else ("stream", session.stream.id if session.stream else 0)
    )
    return Slot(session.id, session.starts_at, session.ends_at, place, is_cancelled=session.is_cancelled)


def _share(session: SessionFacts, now: datetime) -> int:
    """How much of a session has gone, of a hundred."""
    whole = (session.ends_at - session.starts_at).total_seconds()
    gone = (now - session.starts_at).total_seconds()
    return round(min(1.0, max(0.0, gone / whole)) * 100)


def _begins(moment: Moment, known: dict[int, SessionFacts]) -> str:
    """When the day begins, as long as it has not."""
    if moment.phase != Phase.BEFORE:
        return ""
    first = known[moment.next[0]].starts_at
    return _("{day}, klockan {time}").format(
        day=wording.day(wording.local_day(first)), time=wording.clock(first)
    )


def _next_heading(moment: Moment, known: dict[int, SessionFacts], now: datetime) -> str:
    """What stands above what comes: when that is another day, which one."""
    if not moment.next:
        return ""
    if moment.phase == Phase.BEFORE:
        return _("Först på programmet")
    day = wording.local_day(known[moment.next[0]].starts_at)
    return _("Härnäst") if day == wording.local_day(now) else wording.day(day)
