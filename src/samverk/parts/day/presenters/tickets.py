"""Kinds of tickets in the words of the screen."""

from datetime import datetime
from decimal import Decimal

from django.utils.formats import date_format, number_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samverk.parts.day.queries.tickets import KindLine
from samverk.parts.day.rules.money import amount
from samverk.parts.day.rules.seats import Closed

FEW = 10


def choice(kind: KindLine) -> str:
    """A kind of ticket as something to choose: its name, what it costs, and whether there are seats."""
    return " – ".join(part for part in (kind.name, price(kind), seats(kind)) if part)


def price(kind: KindLine) -> str:
    """What a ticket costs, with VAT (prisinformationslagen 2004:347); nothing when it is free."""
    if not kind.price:
        return ""
    costs = amount(kind.price, kind.vat_percent)
    if not costs.vat:
        return _("%(crowns)s kr, ingen moms, mot faktura") % {"crowns": crowns(costs.gross)}
    told = _("%(crowns)s kr med moms (%(without)s kr utan), mot faktura")
    return told % {"crowns": crowns(costs.gross), "without": crowns(costs.net)}


def crowns(ore: int, *, always: bool = False) -> str:
    """An amount as the language writes numbers, with öre when there are any."""
    decimals = 2 if always or ore % 100 else 0
    return number_format(Decimal(ore) / 100, decimals, use_l10n=True, force_grouping=True)


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
