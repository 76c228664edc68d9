"""The page of a Day, in the words of the screen."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from samverk.parts.day.models import Kind, State
from samverk.parts.day.presenters import choosing, timetable, wording
from samverk.parts.day.presenters.choosing import LIST, TABLE, Asked, Mine
from samverk.parts.day.queries.editions import EditionFacts, EditionLine
from samverk.parts.day.queries.programme import Named, Programme, SessionFacts, SpeakerFacts
from samverk.parts.day.registry import panels
from samverk.parts.day.rules import choice
from samverk.parts.site.presenters.figures import Figure, figure
from samverk.parts.site.queries.library import Picture, Use
from samverk.ui.frame import Link

TONES = ("accent", "cloudberry", "aurora", "info")


@dataclass(frozen=True)
class SpeakerView:
    """Somebody who takes part."""

    id: int
    name: str
    does: str
    biography: str
    picture: Figure | None


@dataclass(frozen=True)
class SessionView:
    """A session in the list or in the table."""

    id: int
    title: str
    time: str
    starts_at: str
    ends_at: str
    kind: str
    stream: str
    tone: str
    room: str
    seats: str
    description: str
    speakers: tuple[SpeakerView, ...]
    unnamed: str
    is_online: bool
    is_cancelled: bool
    is_pause: bool
    is_chosen: bool
    choose_url: str
    calendar_url: str


@dataclass(frozen=True)
class Head:
    """Absolute addresses of the page and its calendar, and what search engines read."""

    page_url: str
    feed_url: str
    webcal_url: str
    data: SafeString


@dataclass(frozen=True)
class DayView:
    """Everything that the page shows. `lang`: of what organisers wrote, when it is not the page's own."""

    line: EditionLine
    facts: EditionFacts
    when: str
    is_over: bool
    panels: SafeString
    forms: tuple[Link, ...]
    days: tuple[tuple[str, tuple[SessionView, ...]], ...]
    tables: tuple[timetable.DayTable[SessionView], ...]
    has_programme: bool
    mine: Mine | None
    speakers: tuple[SpeakerView, ...]
    access: tuple[str, ...]
    about: tuple[str, ...]
    directions: tuple[str, ...]
    streams: tuple[Named, ...]
    kinds: tuple[tuple[str, str], ...]
    asked: Asked
    head: Head
    lang: str = ""
    page_of_list: None = None

    @property
    def is_cancelled(self) -> bool:
        """Whether the day will not take place."""
        return self.line.state == State.CANCELLED


def page(
    facts: EditionFacts,
    programme: Programme,
    *,
    wanted: Asked,
    pictures: Mapping[int, Picture],
    today: date,
    head: Head,
) -> DayView:
    """The page of an edition."""
    line, is_over = facts.line, facts.line.is_over(today)
    people = _People(pictures)
    shown = [session for session in programme.sessions if _is_wanted(session, wanted)]
    show = _Show(facts, programme, wanted, people)
    return DayView(
        line=line,
        facts=facts,
        when=wording.days(line.starts_on, line.ends_on),
        is_over=is_over,
        panels=_panels(line, is_over),
        forms=_forms(wanted),
        days=_days(shown, show) if wanted.form == LIST else (),
        tables=timetable.tables(shown, programme.rooms, show=show) if wanted.form == TABLE else (),
        has_programme=bool(programme.sessions),
        mine=choosing.mine(facts, programme, wanted),
        speakers=people.of(programme.sessions),
        access=tuple(_access(facts)),
        about=paragraphs(facts.about),
        directions=paragraphs(facts.directions),
        streams=programme.streams,
        kinds=_kinds(programme),
        asked=wanted,
        head=head,
        lang="" if get_language() == settings.LANGUAGE_CODE else settings.LANGUAGE_CODE,
    )


def _panels(line: EditionLine, is_over: bool) -> SafeString:
    """What other subjects say first on the page, as long as there is something to come to."""
    if is_over or line.state == State.CANCELLED:
        return SafeString()
    return panels.render(panels.Shown(line.id, line.series_slug, line.slug))


def paragraphs(text: str) -> tuple[str, ...]:
    """A text in paragraphs, which empty lines divide."""
    return tuple(part.strip() for part in text.replace("\r\n", "\n").split("\n\n") if part.strip())


class _People:
    """Those who take part, each with the picture that was fetched for all at once."""

    def __init__(self, pictures: Mapping[int, Picture]) -> None:
        self.pictures = pictures

    def view(self, speaker: SpeakerFacts) -> SpeakerView:
        picture = self.pictures.get(speaker.picture_id or 0)
        return SpeakerView(
            id=speaker.id,
            name=speaker.name,
            does=", ".join(part for part in (speaker.title, speaker.organisation) if part),
            biography=speaker.biography,
            picture=figure(picture, use=Use.CARD),
        )

    def of(self, sessions: Iterable[SessionFacts]) -> tuple[SpeakerView, ...]:
        """Everybody, in the order they are first on."""
        known = {speaker: None for session in sessions for speaker in session.speakers}
        return tuple(self.view(speaker) for speaker in known)


class _Show:
    """Makes what stands in the page of a session."""

    def __init__(self, facts: EditionFacts, programme: Programme, wanted: Asked, people: _People) -> None:
        self.line, self.wanted, self.people = facts.line, wanted, people
        self.tones = {stream.id: TONES[i % len(TONES)] for i, stream in enumerate(programme.streams)}

    def __call__(self, session: SessionFacts) -> SessionView:
        stream = session.stream
        chosen = choice.written(choice.turned(self.wanted.chosen, session.id))
        return SessionView(
            id=session.id,
            title=session.title,
            time=wording.span(session.starts_at, session.ends_at),
            starts_at=session.starts_at.isoformat(),
            ends_at=session.ends_at.isoformat(),
            kind=str(Kind(session.kind).label),
            stream=stream.name if stream else "",
            tone=self.tones.get(stream.id, "neutral") if stream else "neutral",
            room=session.room.name if session.room else "",
            seats=_seats(session.capacity),
            description=session.description,
            speakers=tuple(self.people.view(speaker) for speaker in session.speakers),
            unnamed=_unnamed(session),
            is_online=session.is_online,
            is_cancelled=session.is_cancelled,
            is_pause=session.kind == Kind.MEAL,
            is_chosen=session.id in self.wanted.chosen,
            choose_url=self.wanted.address(anchor=f"p{session.id}", val=chosen),
            calendar_url=reverse(
                "day:session_calendar", args=[self.line.series_slug, self.line.slug, session.id]
            ),
        )


def _is_wanted(session: SessionFacts, wanted: Asked) -> bool:
    return (
        (wanted.stream is None or (session.stream is not None and session.stream.id == wanted.stream))
        and (not wanted.kind or session.kind == wanted.kind)
        and (not (wanted.only_mine and wanted.chosen) or session.id in wanted.chosen)
    )


def _days(sessions: Iterable[SessionFacts], show: _Show) -> tuple[tuple[str, tuple[SessionView, ...]], ...]:
    days: dict[str, list[SessionView]] = {}
    for session in sessions:
        heading = wording.day(wording.local_day(session.starts_at))
        days.setdefault(heading, []).append(show(session))
    return tuple((day, tuple(views)) for day, views in days.items())


def _forms(wanted: Asked) -> tuple[Link, ...]:
    return (
        Link(_("Lista"), wanted.address(som=""), current=wanted.form == LIST),
        Link(_("Tidtabell"), wanted.address(som=TABLE), current=wanted.form == TABLE),
    )


def _access(facts: EditionFacts) -> Iterable[str]:
    access = facts.access
    if access.step_free:
        yield _("Du kan ta dig fram utan trappsteg.")
    if access.hearing_loop:
        yield _("Det finns hörslinga.")
    if access.interpreting:
        yield _("Programmet tolkas till teckenspråk.")
    if access.quiet_room:
        yield _("Det finns ett lugnt rum där du kan vila.")


def _kinds(programme: Programme) -> tuple[tuple[str, str], ...]:
    there = {session.kind for session in programme.sessions}
    return tuple((kind.value, str(kind.label).capitalize()) for kind in Kind if kind.value in there)


def _seats(capacity: int | None) -> str:
    if not capacity:
        return ""
    return ngettext("%(number)d plats", "%(number)d platser", capacity) % {"number": capacity}


def _unnamed(session: SessionFacts) -> str:
    """A kind word about those who have not said yes to being named."""
    if not session.unnamed:
        return ""
    if session.speakers:
        return _("Fler föreläsare meddelas senare.")
    return _("Föreläsare meddelas senare.")
