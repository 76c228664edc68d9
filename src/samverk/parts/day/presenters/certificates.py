"""Certificates of attendance as PDF, and what whoever checks one reads."""

from collections.abc import Iterable
from datetime import date, timedelta
from urllib.parse import urlencode

import segno
from django.conf import settings
from django.urls import reverse
from django.utils import formats
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from fpdf import FPDF

from samverk.parts.day.presenters import wording
from samverk.parts.day.presenters.documents import (
    BAND,
    FONT,
    INK,
    LINE,
    MARGIN,
    ON_BAND,
    QUIET,
    Document,
    new_sheet,
)
from samverk.parts.day.queries.certificates import IN_A_FILE, Certificate, Checked, Occasion
from samverk.ui.frame import Link

QR_SIZE = 34
QUIET_ZONE = 4


def document(certificates: Iterable[Certificate], *, today: date) -> Document | None:
    """Certificates as a PDF file, one a page; None when there are none."""
    told = tuple(certificates)
    if not told:
        return None
    day = told[0].occasion
    sheet = new_sheet(_("Intyg om deltagande i %(day)s") % {"day": day.title})
    for one in told:
        _draw(sheet, one, today)
    return Document(f"intyg-{day.slug}.pdf", bytes(sheet.output()))


def facts(checked: Checked) -> list[tuple[str, str]]:
    """What stands on the paper, for whoever checks it. Nothing else."""
    day, certificate = checked.occasion, checked.certificate
    told = [
        (_("Namn"), checked.name),
        (_("Deltog i"), day.title),
        (_("När"), wording.days(day.starts_on, day.ends_on)),
        (_("Plats"), day.place),
        (_("Utfärdat av"), day.organiser),
    ]
    if certificate and certificate.sessions:
        told.append((_("Programpunkter"), "; ".join(one.title for one in certificate.sessions)))
        told.append((_("Sammanlagd tid"), hours(certificate.hours)))
    return told


def parts(number: int, *, edition_id: int) -> tuple[Link, ...]:
    """The files with everybody's certificates: one, or several when they are many."""
    starts = range(0, number, IN_A_FILE)
    urls = [
        reverse("day_desk:all_certificates", args=[edition_id, place])
        for place, _start in enumerate(starts, 1)
    ]
    if len(urls) == 1:
        return (Link(_("Hämta alla intyg (PDF)"), urls[0]),)
    told = _("Hämta intyg {first}–{last} (PDF)")
    return tuple(
        Link(told.format(first=start + 1, last=min(start + IN_A_FILE, number)), url)
        for start, url in zip(starts, urls, strict=True)
    )


def hours(time: timedelta) -> str:
    """A length of time in hours and minutes."""
    minutes = int(time.total_seconds()) // 60
    whole, rest = divmod(minutes, 60)
    parts = []
    if whole:
        parts.append(ngettext("%(number)d timme", "%(number)d timmar", whole) % {"number": whole})
    if rest or not whole:
        parts.append(ngettext("%(number)d minut", "%(number)d minuter", rest) % {"number": rest})
    return _(" och ").join(parts)


def check_url(certificate: Certificate | None = None) -> str:
    """The whole address where a certificate is checked."""
    address = settings.WAGTAILADMIN_BASE_URL + reverse("day:check_certificate")
    return f"{address}?{urlencode({'kod': certificate.code})}" if certificate else address


def _draw(sheet: FPDF, one: Certificate, today: date) -> None:
    sheet.add_page()
    sheet.set_fill_color(*BAND)
    sheet.rect(0, 0, sheet.w, 46, style="F")
    sheet.set_text_color(*ON_BAND)
    sheet.set_y(12)
    _line(sheet, _("Intyg om deltagande"), size=13)
    _line(sheet, one.occasion.title, size=22, bold=True)
    sheet.set_y(62)
    sheet.set_text_color(*INK)
    _line(sheet, one.name, size=26, bold=True)
    sheet.ln(2)
    _line(sheet, _took_part(one.occasion), size=13)
    sheet.ln(6)
    _draw_sessions(sheet, one)
    _draw_foot(sheet, one, today)


def _took_part(day: Occasion) -> str:
    when = wording.days(day.starts_on, day.ends_on)
    when = when[:1].lower() + when[1:]
    if day.place:
        return _("deltog i {title}, {when}, {place}.").format(title=day.title, when=when, place=day.place)
    return _("deltog i {title}, {when}.").format(title=day.title, when=when)


def _draw_sessions(sheet: FPDF, one: Certificate) -> None:
    if not one.sessions:
        return
    sheet.set_text_color(*QUIET)
    _line(sheet, _("Programpunkter enligt incheckningen"), size=11)
    sheet.ln(1)
    sheet.set_text_color(*INK)
    several = one.occasion.starts_on != one.occasion.ends_on
    for session in one.sessions:
        when = wording.span(session.starts_at, session.ends_at)
        if several:
            when = f"{formats.date_format(wording.local_day(session.starts_at), 'j/n')} {when}"
        sheet.set_font(FONT, "", 12)
        sheet.multi_cell(40, 6, when, new_x="RIGHT", new_y="TOP", align="L")
        sheet.multi_cell(0, 6, session.title, new_x="LMARGIN", new_y="NEXT", align="L")
    sheet.ln(3)
    _line(sheet, _("Sammanlagd tid: {hours}.").format(hours=hours(one.hours)), size=12, bold=True)


def _draw_foot(sheet: FPDF, one: Certificate, today: date) -> None:
    """Who says so, and how anybody can check it. On a page of its own when the list has filled the first."""
    top = sheet.h - MARGIN - QR_SIZE - 14
    if sheet.get_y() > top:
        sheet.add_page()
    sheet.set_y(top)
    sheet.set_draw_color(*LINE)
    sheet.line(MARGIN, top, sheet.w - MARGIN, top)
    _draw_qr(sheet, check_url(one), sheet.w - MARGIN - QR_SIZE, top + 6)
    sheet.set_y(top + 6)
    width = sheet.w - 2 * MARGIN - QR_SIZE - 8
    sheet.set_text_color(*INK)
    _line(sheet, one.occasion.organiser, size=12, bold=True, width=width)
    issued = _("Utfärdat {day}").format(day=formats.date_format(today, "j F Y"))
    _line(sheet, issued, size=11, width=width)
    sheet.ln(3)
    sheet.set_text_color(*QUIET)
    _line(sheet, _("Kontrollera intyget med koden {code} på").format(code=one.code), size=10, width=width)
    _line(sheet, check_url(), size=10, width=width)


def _draw_qr(sheet: FPDF, text: str, x: float, y: float) -> None:
    """A QR code drawn as squares, which is quicker than a picture and as sharp at any size."""
    rows = [bytes(row) for row in segno.make(text, error="m").matrix]
    size = QR_SIZE / (len(rows) + 2 * QUIET_ZONE)
    sheet.set_fill_color(0, 0, 0)
    for down, row in enumerate(rows):
        start = 0
        while (first := row.find(1, start)) >= 0:
            end = row.find(0, first)
            end = len(row) if end < 0 else end
            left, top = x + (QUIET_ZONE + first) * size, y + (QUIET_ZONE + down) * size
            sheet.rect(left, top, (end - first) * size, size, style="F")
            start = end


def _line(sheet: FPDF, text: str, *, size: float, bold: bool = False, width: float = 0) -> None:
    sheet.set_font(FONT, "B" if bold else "", size)
    sheet.multi_cell(width, size * 0.5, text, new_x="LMARGIN", new_y="NEXT", align="L")
