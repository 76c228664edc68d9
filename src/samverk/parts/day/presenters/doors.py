"""Doors in the organisers' workspace."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

import segno
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samverk.parts.day.presenters.checkin import name_of, told, trace
from samverk.parts.day.queries.clashes import Clash, Trace
from samverk.parts.day.queries.doors import DoorLine


@dataclass(frozen=True)
class DoorRow:
    """A door in the list."""

    id: int
    name: str
    told: str
    is_open: bool


@dataclass(frozen=True)
class ClashRow:
    """What has to be looked at."""

    id: int
    name: str
    organisation: str
    place: str
    told: str
    traces: tuple[tuple[Trace, str], ...]


def rows(doors: Iterable[DoorLine], *, now: datetime) -> list[DoorRow]:
    """The doors, the open ones first."""
    shown = [DoorRow(one.id, one.name, _passages(one), one.is_open(now)) for one in doors]
    return sorted(shown, key=lambda row: not row.is_open)


def clashes(found: Iterable[Clash]) -> list[ClashRow]:
    """What has to be looked at, in words."""
    return [
        ClashRow(
            id=clash.traces[0].id,
            name=name_of(clash),
            organisation=clash.organisation,
            place=clash.session or _("Dagen"),
            told=told(clash),
            traces=tuple((one, trace(one)) for one in clash.traces),
        )
        for clash in found
    ]


def qr(url: str) -> SafeString:
    """The link as a QR code that a volunteer's phone can read from the screen."""
    drawn = segno.make(url, error="m").svg_inline(
        scale=6, border=4, omitsize=True, dark="#0f1f2d", light="#fff"
    )
    return mark_safe(drawn)  # noqa: S308 drawn by segno from an address of ours


def _passages(door: DoorLine) -> str:
    number = door.passages
    return ngettext("%(number)d insläpp", "%(number)d insläpp", number) % {"number": number}
