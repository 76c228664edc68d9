"""What people take with them: tickets as PDF with a QR code, and the day as a calendar file."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from io import BytesIO
from pathlib import Path
from uuid import UUID

import segno
from django.conf import settings
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from fpdf import FPDF
from icalendar import Calendar, Event

import samverk.ui
from samverk.parts.day.models import RegistrationState, State
from samverk.parts.day.presenters import personal
from samverk.parts.day.queries.registration import Day, Registered, ticket_code
from samverk.parts.day.rules.checkin import short

FONTS = Path(samverk.ui.__file__).parent / "static" / "vendor"
FONT, FALLBACK = "Atkinson", "AtkinsonExtended"
INK, QUIET, LINE = (20, 33, 46), (84, 96, 108), (221, 211, 193)
BAND, ON_BAND = (15, 31, 45), (244, 241, 232)
MARGIN, QR_SIZE = 20, 62


@dataclass(frozen=True)
class Document:
    """A file to take with one."""

    name: str
    content: bytes


@dataclass(frozen=True)
class Holder:
    """Somebody with a ticket."""

    name: str
    reference: UUID
    link_version: int

    @property
    def code(self) -> str:
        """What stands in the QR code."""
        return ticket_code(self.reference, self.link_version)


def holders(registered: Registered) -> tuple[Holder, ...]:
    """Whose tickets somebody keeps: one's own, and those of colleagues who have no address."""
    own = (registered,) if registered.state == RegistrationState.CONFIRMED else ()
    others = (
        other
        for other in registered.colleagues
        if other.state == RegistrationState.CONFIRMED and not other.email
    )
    return tuple(Holder(one.name, one.reference, one.link_version) for one in (*own, *others))


def tickets(registered: Registered) -> Document | None:
    """The tickets as a PDF file with a page for each; None when there is no seat."""
    found = holders(registered)
    if not found:
        return None
    sheet = new_sheet(_("Biljett till %(day)s") % {"day": registered.day.title})
    for holder in found:
        _draw_ticket(sheet, registered, holder)
    return Document(f"biljett-{registered.day.slug}.pdf", bytes(sheet.output()))


def calendar(registered: Registered, *, now: datetime) -> Document:
    """The day as a calendar file; opened again after a change, it replaces the one before (RFC 5545)."""
    day = registered.day
    event = Event()
    event.add("uid", f"{registered.reference}@{settings.WAGTAILADMIN_BASE_URL.split('/')[2]}")
    event.add("dtstamp", now)
    event.add("sequence", day.sequence)
    event.add("summary", day.title)
    event.add("dtstart", day.starts_on)
    event.add("dtend", day.ends_on + timedelta(days=1))
    if place := ", ".join(part for part in (day.place, day.address) if part):
        event.add("location", place)
    event.add("url", page_url(registered))
    event.add("status", _status(registered))
    whole = Calendar()
    whole.add("prodid", "-//Samverk//Samverk//SV")
    whole.add("version", "2.0")
    whole.add_component(event)
    return Document(f"{day.slug}.ics", whole.to_ical())


def _status(registered: Registered) -> str:
    if State.CANCELLED in (registered.day.state, registered.state):
        return "CANCELLED"
    return "CONFIRMED" if registered.state == RegistrationState.CONFIRMED else "TENTATIVE"


def day_url(day: Day) -> str:
    """The whole address of the day's page."""
    return settings.WAGTAILADMIN_BASE_URL + reverse("day:edition", args=[day.series_slug, day.slug])


def page_url(registered: Registered) -> str:
    """The whole address of somebody's page."""
    return settings.WAGTAILADMIN_BASE_URL + reverse("day:registered", args=[registered.link])


def new_sheet(title: str, *, orientation: str = "portrait") -> FPDF:
    """An empty PDF in our fonts, with its title and language set for those who have it read aloud."""
    sheet = FPDF(orientation=orientation, unit="mm", format="A4")
    sheet.set_title(title)
    sheet.set_lang(get_language() or "sv")
    sheet.set_margins(MARGIN, MARGIN)
    sheet.set_auto_page_break(auto=True, margin=MARGIN)
    for family, script in ((FONT, "latin"), (FALLBACK, "latin-ext")):
        for style, weight in (("", 400), ("B", 700)):
            file = FONTS / f"atkinson-hyperlegible-{script}-{weight}-normal.woff2"
            sheet.add_font(family, style, file)
    sheet.set_fallback_fonts([FALLBACK])
    return sheet


def qr_picture(code: str) -> BytesIO:
    """A QR code as a picture, with the quiet zone that readers need (ISO/IEC 18004)."""
    picture = BytesIO()
    segno.make(code, error="m").save(picture, kind="png", scale=8, border=4)
    picture.seek(0)
    return picture


def _draw_ticket(sheet: FPDF, registered: Registered, holder: Holder) -> None:
    sheet.add_page()
    _draw_band(sheet, registered.day.title)
    sheet.set_y(60)
    top, right = sheet.get_y(), sheet.w - MARGIN
    picture = qr_picture(holder.code)
    sheet.image(picture, x=right - QR_SIZE, y=top, w=QR_SIZE, alt_text=_("QR-kod till insläppet"))
    for label, value in _facts(registered, holder):
        if value:
            _fact(sheet, label, value, right - MARGIN - QR_SIZE - 8)
    sheet.set_y(max(sheet.get_y(), top + QR_SIZE) + 8)
    sheet.set_draw_color(*LINE)
    sheet.line(MARGIN, sheet.get_y(), right, sheet.get_y())
    sheet.ln(6)
    told = _("Visa koden när du kommer, på papper eller i telefonen. Den gäller för en person.")
    _line(sheet, told, size=12)
    sheet.ln(2)
    sheet.set_text_color(*QUIET)
    _line(sheet, _("Fungerar inte koden? Säg ditt namn, så hittar vi dig i listan."), size=12)


def _draw_band(sheet: FPDF, title: str) -> None:
    sheet.set_fill_color(*BAND)
    sheet.rect(0, 0, sheet.w, 46, style="F")
    sheet.set_text_color(*ON_BAND)
    sheet.set_y(12)
    _line(sheet, _("Biljett"), size=13)
    _line(sheet, title, size=22, bold=True)


def _facts(registered: Registered, holder: Holder) -> tuple[tuple[str, str], ...]:
    day = registered.day
    return (
        (_("Namn"), holder.name or _("Kollega till %(name)s") % {"name": registered.name}),
        (_("Organisation"), registered.organisation),
        (_("Dag"), personal.days(day)),
        (_("Plats"), ", ".join(part for part in (day.place, day.address) if part)),
        (_("Biljettslag"), registered.kind.name),
        (_("Kod, om kameran inte fungerar"), short(holder.code)),
    )


def _fact(sheet: FPDF, label: str, value: str, width: float) -> None:
    sheet.set_text_color(*QUIET)
    _line(sheet, label, size=10, width=width)
    sheet.set_text_color(*INK)
    _line(sheet, value, size=15, bold=True, width=width)
    sheet.ln(3)


def _line(sheet: FPDF, text: str, *, size: float, bold: bool = False, width: float = 0) -> None:
    sheet.set_font(FONT, "B" if bold else "", size)
    sheet.multi_cell(width, size * 0.5, text, new_x="LMARGIN", new_y="NEXT", align="L")
