"""The page of somebody who has registered."""

from dataclasses import dataclass
from datetime import date, datetime

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from samverk.parts.day.models import RegistrationState, State
from samverk.parts.day.queries.programme import Online
from samverk.parts.day.queries.registration import Companion, Day, Registered, link
from samverk.parts.day.rules import seats
from samverk.parts.day.rules.seats import Deed


@dataclass(frozen=True)
class Notice:
    """How it stands with a registration."""

    tone: str
    title: str
    text: str


@dataclass(frozen=True)
class Row:
    """A colleague in the list."""

    name: str
    state: str
    tone: str
    url: str


@dataclass(frozen=True)
class Page:
    """Everything that the page shows."""

    title: str
    lead: str
    notice: Notice
    facts: tuple[tuple[str, str], ...]
    colleagues: tuple[Row, ...]
    unnamed: int
    online: tuple[tuple[str, str], ...]
    urls: dict[str, str]
    may: dict[str, bool]


TONES = {
    RegistrationState.CONFIRMED: "success",
    RegistrationState.WAITING: "info",
    RegistrationState.OFFERED: "warning",
}
ADDRESSES = {
    "change": "change_registration",
    "colleagues": "colleagues",
    "hand_over": "hand_over",
    "cancel": "cancel_registration",
    "accept": "accept_offer",
    "rejoin": "rejoin",
    "ticket": "ticket",
    "calendar": "registered_calendar",
    "page": "registered",
}


def page(registered: Registered, *, now: datetime, online: tuple[Online, ...] = ()) -> Page:
    """The page of a registration. Links to what is `online` are for those who have a seat."""
    state = registered.state
    is_coming = seats.allows(Deed.CANCEL, state)
    is_over = now >= registered.day.ends or registered.day.state == State.CANCELLED
    names = {key: reverse(f"day:{name}", args=[registered.link]) for key, name in ADDRESSES.items()}
    group = tuple(_row(other) for other in registered.colleagues)
    return Page(
        title=_("Din anmälan") if registered.name else _("Anmälan för en kollega"),
        lead=f"{registered.day.title}, {days(registered.day)}",
        notice=notice(registered),
        facts=_facts(registered),
        colleagues=group,
        unnamed=sum(1 for other in still_coming(registered) if not other.name),
        online=_links(online) if state == RegistrationState.CONFIRMED and not is_over else (),
        urls=names,
        may={
            "accept": seats.allows(Deed.ACCEPT, state) and not is_over,
            "rejoin": seats.allows(Deed.REJOIN, state) and not is_over,
            "change": is_coming and not is_over,
            "hand_over": seats.allows(Deed.HAND_OVER, state) and not is_over,
            "cancel": is_coming and not is_over,
            "name": bool(still_coming(registered)) and not is_over,
            "ticket": has_ticket(registered),
        },
    )


def notice(registered: Registered) -> Notice:
    """How it stands, in a sentence or two."""
    is_on = registered.day.state != State.CANCELLED
    tone = TONES.get(RegistrationState(registered.state), "neutral") if is_on else "danger"
    title, text = _words(registered)
    return Notice(tone, title, text)


def still_coming(registered: Registered) -> tuple[Companion, ...]:
    """The colleagues who are not cancelled."""
    return tuple(other for other in registered.colleagues if seats.allows(Deed.CANCEL, other.state))


def has_ticket(registered: Registered) -> bool:
    """Whether there is a ticket, one's own or one for a colleague without an address."""
    states = {registered.state, *(other.state for other in registered.colleagues if not other.email)}
    return RegistrationState.CONFIRMED in states


def days(day: Day) -> str:
    """When the day is."""
    return span(day.starts_on, day.ends_on)


def where(day: Day) -> str:
    """When and where the day is."""
    return ", ".join(part for part in (days(day), day.place) if part)


def span(first: date, last: date) -> str:
    """A date, or the first and the last of several."""
    if first == last:
        return date_format(first, "DATE_FORMAT")
    return f"{date_format(first, 'DATE_FORMAT')} – {date_format(last, 'DATE_FORMAT')}"


def moment(at: datetime) -> str:
    """A day and a time of it."""
    return date_format(localtime(at), "DATETIME_FORMAT")


def _words(registered: Registered) -> tuple[str, str]:
    state = registered.state
    if registered.day.state == State.CANCELLED:
        return _("Dagen är inställd"), _("Du behöver inte göra något.")
    if state == RegistrationState.CONFIRMED:
        return _("Du har en plats"), _("Visa biljetten i telefonen eller på papper när du kommer.")
    if state == RegistrationState.OFFERED and registered.offered_until:
        until = moment(registered.offered_until)
        return (
            _("En plats är ledig för dig"),
            _("Tacka ja senast %(until)s. Sedan går platsen till nästa i kön.") % {"until": until},
        )
    if state == RegistrationState.WAITING:
        told = _("Du är nummer %(number)d i kön. Vi skriver till dig när en plats blir ledig.")
        return _("Du står på väntelistan"), told % {"number": registered.place_in_line}
    if state == RegistrationState.LAPSED:
        return (
            _("Erbjudandet har gått ut"),
            _("Platsen gick till nästa i kön. Vill du fortfarande komma kan du ställa dig i kön igen."),
        )
    return _("Din anmälan är avbokad"), _("Ångrar du dig kan du anmäla dig igen här nedanför.")


def _facts(registered: Registered) -> tuple[tuple[str, str], ...]:
    place = ", ".join(part for part in (registered.day.place, registered.day.address) if part)
    return (
        (_("Namn"), registered.name or _("inte ifyllt än")),
        (_("E-postadress"), registered.reaches),
        (_("Organisation"), registered.organisation),
        (_("Biljett"), registered.kind.name),
        (_("Dag"), days(registered.day)),
        (_("Plats"), place),
    )


def _links(online: tuple[Online, ...]) -> tuple[tuple[str, str], ...]:
    return tuple((f"{moment(session.starts_at)}: {session.title}", session.url) for session in online)


def _row(other: Companion) -> Row:
    return Row(
        name=other.name,
        state=other.state_label,
        tone=TONES.get(RegistrationState(other.state), "neutral"),
        url=reverse("day:registered", args=[link(other.reference, other.link_version)]),
    )
