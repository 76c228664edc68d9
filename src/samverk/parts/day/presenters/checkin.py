"""What a door says: full-screen answers in words, and the list as a phone keeps it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.formats import time_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samverk.parts.day.models import RegistrationState, Remark
from samverk.parts.day.queries.clashes import Clash, Trace
from samverk.parts.day.queries.doors import Coming, Guest, Place
from samverk.parts.day.queries.tickets import KindLine


@dataclass(frozen=True)
class Answer:
    """A full-screen answer: its colour, its symbol, what it says, and what to do."""

    tone: str
    symbol: str
    title: Any
    advice: Any = ""


ANSWERS = {
    "in": Answer("success", "check", gettext_lazy("Välkommen in")),
    "again": Answer(
        "warning",
        "again",
        gettext_lazy("Redan inne"),
        gettext_lazy(
            "Biljetten har använts. Fråga vad personen heter. Är det fel person, hämta en arrangör."
        ),
    ),
    "handed_over": Answer(
        "danger",
        "cross",
        gettext_lazy("Gammal biljett"),
        gettext_lazy("Platsen har lämnats över till någon annan. Be att få se den nya biljetten."),
    ),
    "cancelled": Answer(
        "danger",
        "cross",
        gettext_lazy("Avbokad"),
        gettext_lazy("Biljetten är avbokad. Finns det plats kan du ta emot personen som utan anmälan."),
    ),
    "no_seat": Answer(
        "danger",
        "cross",
        gettext_lazy("På väntelistan"),
        gettext_lazy("Personen har ingen plats. Hämta en arrangör om det finns tomma platser."),
    ),
    "other_day": Answer(
        "danger",
        "cross",
        gettext_lazy("Biljett till en annan dag"),
        gettext_lazy("Sök personens namn. Finns det inte, ta emot personen som utan anmälan."),
    ),
    "unknown": Answer(
        "danger",
        "question",
        gettext_lazy("Okänd kod"),
        gettext_lazy("Koden finns inte i listan. Sök personens namn i stället."),
    ),
    "full": Answer(
        "warning",
        "cross",
        gettext_lazy("Fullt"),
        gettext_lazy("Det finns ingen ledig plats. Du kan släppa in personen utan plats, så räknas det."),
    ),
    "without_seat": Answer(
        "warning",
        "check",
        gettext_lazy("Inne, utan plats"),
        gettext_lazy("Personen är räknad. En arrangör ser det och ordnar med platsen."),
    ),
    "door_closed": Answer(
        "danger",
        "cross",
        gettext_lazy("Dörren är stängd"),
        gettext_lazy("En arrangör har stängt dörren, eller så är dagen slut."),
    ),
}


def name_of(guest: Guest | Clash) -> str:
    """What to call somebody whose name may not be known yet."""
    if guest.name:
        return guest.name
    return _("Kollega till %(name)s") % {"name": guest.leader} if guest.leader else _("Namn saknas")


def clock(at: datetime) -> str:
    """The time of day where the day is."""
    return time_format(localtime(at), "H.i")


def seen(coming: Coming) -> str:
    """When and where somebody came in."""
    return _("Kom in %(time)s, %(door)s") % {"time": clock(coming.at), "door": coming.door or "–"}


def state(guest: Guest) -> str:
    """What stands beside a name, when it is not simply somebody with a seat."""
    return "" if guest.state == RegistrationState.CONFIRMED else str(RegistrationState(guest.state).label)


def people(guests: Iterable[Guest]) -> list[list[Any]]:
    """The list as a phone keeps it, each person as short as can be."""
    return [
        [one.id, name_of(one), one.organisation, one.kind_id, one.state, one.fingerprint, one.family]
        for one in guests
    ]


def passages(arrivals: Iterable[Coming]) -> list[list[Any]]:
    """Who came in, as a phone keeps it."""
    return [
        [str(one.key), one.registration_id, one.session_id or 0, one.door, int(one.at.timestamp())]
        for one in arrivals
    ]


def kinds(lines: Iterable[KindLine]) -> list[list[Any]]:
    """The kinds of tickets as a phone keeps them, with how many seats are left."""
    return [[one.id, one.name, max(0, one.left)] for one in lines]


def sessions(places: Iterable[Place]) -> list[list[Any]]:
    """The sessions as a phone keeps them."""
    return [[one.id, one.title, clock(one.starts_at), one.capacity, one.inside] for one in places]


def clashes(found: Iterable[Clash]) -> list[dict[str, Any]]:
    """What an organiser has to look at, in words for the screens of the doors."""
    return [
        {
            "id": clash.traces[0].id,
            "name": name_of(clash),
            "organisation": clash.organisation,
            "place": clash.session,
            "told": told(clash),
            "traces": [trace(one) for one in clash.traces],
            "doors": [one.door_id for one in clash.traces],
        }
        for clash in found
    ]


def told(clash: Clash) -> str:
    """What is the matter, in a sentence."""
    remarks = [one.remark for one in clash.traces if one.remark]
    if len(clash.traces) > 1:
        return _("Biljetten släpptes in %(count)d gånger.") % {"count": len(clash.traces)}
    return str(Remark(remarks[0]).label).capitalize() + "." if remarks else ""


def trace(one: Trace) -> str:
    """Who let somebody in, and when."""
    words = _("%(time)s, %(door)s") % {"time": clock(one.at), "door": one.door or "–"}
    if one.remark:
        words += f" ({Remark(one.remark).label})"
    late = (one.received_at - one.at).total_seconds() > 60
    if not late:
        return words
    return words + _(" – kom hit %(time)s, när nätet var tillbaka") % {"time": clock(one.received_at)}
