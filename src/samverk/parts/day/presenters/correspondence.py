"""The letters of an edition as organisers see them, and how far those to everybody have come."""

from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samverk.parts.day.models import State
from samverk.parts.day.presenters import personal, texts
from samverk.parts.day.presenters.texts import STANDARD
from samverk.parts.day.queries.editions import EditionFacts
from samverk.parts.day.queries.notices import NoticeLine, Readers
from samverk.parts.day.queries.registration import Day
from samverk.parts.day.queries.texts import Words
from samverk.parts.day.rules.texts import NOTICES, Letter, filled
from samverk.ui.frame import Link


@dataclass(frozen=True)
class Line:
    """A letter in the list."""

    name: str
    when: str
    languages: tuple[tuple[Link, bool], ...]


@dataclass(frozen=True)
class Sent:
    """A letter that has gone to everybody, or is on its way."""

    subject: str
    when: str
    told: str
    sent: int
    total: int
    is_done: bool


def lines(edition_id: int, own: dict[tuple[str, str], Words], *, notices: bool) -> tuple[Line, ...]:
    """The letters that go by themselves, or those that go when an organiser says so."""
    kinds = [letter for letter in Letter if (letter in NOTICES) == notices]
    return tuple(
        Line(
            name=str(STANDARD[letter].name),
            when=str(STANDARD[letter].when),
            languages=tuple(
                (
                    Link(str(name), reverse("day_desk:letter", args=[edition_id, letter.value, code])),
                    (letter.value, code) in own,
                )
                for code, name in settings.LANGUAGES
            ),
        )
        for letter in kinds
    )


def sendable(facts: EditionFacts, *, today: date, change: str) -> tuple[Link, ...]:
    """The letters that an organiser may send to everybody now; `change` tells of the latest one."""
    is_over, state = facts.line.is_over(today), facts.line.state
    if state == State.DRAFT:
        return ()
    if state == State.CANCELLED:
        wanted: tuple[Letter, ...] = (Letter.DAY_CANCELLED,)
    else:
        wanted = (Letter.THANKS,) if is_over else (Letter.PROGRAMME, Letter(change))
    return tuple(
        Link(str(STANDARD[one].name), reverse("day_desk:announce", args=[facts.line.id, one.value]))
        for one in wanted
    )


def sent(found: tuple[NoticeLine, ...], day: Day) -> tuple[Sent, ...]:
    """The letters to everybody, the newest first."""
    fields = texts.values(day, "")
    return tuple(
        Sent(
            subject=filled(one.subject, fields),
            when=personal.moment(one.created_at),
            told=_("{sent} av {total} brev är skrivna").format(sent=one.sent, total=one.total),
            sent=one.sent,
            total=one.total,
            is_done=one.is_done,
        )
        for one in found
    )


def readers(found: Readers) -> str:
    """How many a letter would reach, in words."""
    people = ngettext("%(number)d anmäld", "%(number)d anmälda", found.registered)
    speakers = ngettext("%(number)d föreläsare", "%(number)d föreläsare", found.speakers)
    told = people % {"number": found.registered}
    if found.speakers:
        told = _("{people} och {speakers}").format(
            people=told, speakers=speakers % {"number": found.speakers}
        )
    return told
