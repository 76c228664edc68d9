"""Kinds of tickets in the words of the screen."""

from datetime import datetime
from decimal import Decimal

from django.utils.formats import date_format, number_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samverk.parts.day.queries.tickets import KindLine
from samverk.parts.day.rules.seats import Closed

FEW = 10


def choice(kind: KindLine) -> str:
    """A kind of ticket as something to choose: its name, what it costs, and whether there are seats."""
    return " – ".join(part for part in (kind.name, price(kind), seats(kind)) if part)


def price(kind: KindLine) -> str:
    """What a ticket costs; nothing when it is free, as most are."""
    if not kind.price:
        return ""
    decimals = 2 if kind.price % 100 else 0
    crowns = number_format(Decimal(kind.price) / 100, decimals, use_l10n=True, force_grouping=True)
    return _("%(crowns)s kr, mot faktura") % {"crowns": crowns}


def seats(kind: KindLine) -> str:
    """How it is with seats."""
    if kind.left <= 0:
        return _("fullt, men du kan ställa dig på väntelistan")
    if kind.left <= FEW:
        return ngettext("%(count)d plats kvar", "%(count)d platser kvar", kind.left) % {"count": kind.left}
    return ""


def closed(why: Closed, *, opens_at: datetime | None = None) -> str:
    """Why one cannot register."""
    if why == Closed.NOT_YET and opens_at:
        moment = date_format(localtime(opens_at), "DATETIME_FORMAT")
        return _("Anmälan öppnar %(moment)s.") % {"moment": moment}
    return {
        Closed.CANCELLED: _("Dagen är inställd, så det går inte att anmäla sig."),
        Closed.NO_LONGER: _("Anmälan har stängt."),
    }.get(why, _("Anmälan har inte öppnat."))
