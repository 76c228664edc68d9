"""An invoice as a PDF file, with what mervärdesskattelagen (2023:200), 17 kap. 24 §, says it must tell."""

from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import override
from fpdf import FPDF
from fpdf.fonts import FontFace

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
from samverk.parts.day.presenters.invoices import bankgiro_of, day, kr, number_of
from samverk.parts.day.presenters.personal import span
from samverk.parts.day.queries.invoices import InvoiceFacts
from samverk.parts.day.rules.money import by_rate, payment_reference

WIDTHS = (86.0, 28.0, 14.0, 20.0, 22.0)
HALF = 88.0
PAPER = (255, 255, 255)
ROW = 6.5


def paper(invoice: InvoiceFacts) -> Document:
    """The invoice in the language of whoever registered."""
    with override(invoice.language):
        title = _title(invoice)
        sheet = new_sheet(f"{title} {invoice.row.number}")
        sheet.add_page()
        _head(sheet, invoice, title)
        _lines(sheet, invoice)
        _sums(sheet, invoice)
        _how_to_pay(sheet, invoice)
        _foot(sheet, invoice)
        return Document(f"{title.lower()}-{invoice.row.number}.pdf", bytes(sheet.output()))


def _title(invoice: InvoiceFacts) -> str:
    return _("Kreditfaktura") if invoice.row.credits else _("Faktura")


def _head(sheet: FPDF, invoice: InvoiceFacts, title: str) -> None:
    sheet.set_fill_color(*BAND)
    sheet.rect(0, 0, sheet.w, 30, style="F")
    sheet.set_fill_color(*PAPER)
    sheet.set_text_color(*ON_BAND)
    sheet.set_xy(MARGIN, 9)
    sheet.set_font(FONT, "B", 20)
    sheet.cell(HALF, 12, title)
    sheet.set_font(FONT, "", 12)
    sheet.cell(0, 12, invoice.sold_by["name"], align="R")
    sheet.set_text_color(*INK)
    row, who = invoice.row, invoice.billed_to
    left = [
        (_("Fakturanummer"), str(row.number)),
        (_("Fakturadatum"), day(row.issued_on)),
        (_("Krediterar faktura"), str(row.credits) if row.credits else ""),
        (_("Förfallodag"), "" if row.credits else day(row.due_on)),
        (_("Er referens"), who.reference),
        (_("Beställningsnummer"), who.order_number),
        (_("Peppol-ID eller GLN"), who.electronic_address),
    ]
    place = f"{who.postcode} {who.city}".strip()
    number = number_of(who.organisation_number)
    right = [who.name, who.street, place, _("Org.nr %(number)s") % {"number": number} if number else ""]
    sheet.set_y(38)
    top = sheet.get_y()
    for label, value in left:
        if value:
            _fact(sheet, label, value)
    below = sheet.get_y()
    _address(sheet, right, top)
    sheet.set_y(max(below, sheet.get_y()) + 6)


def _fact(sheet: FPDF, label: str, value: str) -> None:
    sheet.set_text_color(*QUIET)
    sheet.set_font(FONT, "", 10)
    sheet.cell(38, ROW, label)
    sheet.set_text_color(*INK)
    sheet.set_font(FONT, "B", 10)
    sheet.multi_cell(HALF - 40, ROW, value, new_x="LMARGIN", new_y="NEXT", align="L")


def _address(sheet: FPDF, parts: list[str], top: float) -> None:
    sheet.set_y(top)
    for number, part in enumerate(part for part in parts if part):
        sheet.set_x(MARGIN + HALF)
        sheet.set_font(FONT, "B" if number == 0 else "", 11)
        sheet.multi_cell(0, ROW, part, new_x="LMARGIN", new_y="NEXT", align="L")


def _lines(sheet: FPDF, invoice: InvoiceFacts) -> None:
    told = invoice.concerns
    when = span(date.fromisoformat(told["starts_on"]), date.fromisoformat(told["ends_on"]))
    sheet.set_font(FONT, "B", 12)
    sheet.multi_cell(0, 7, f"{told['title']}, {when}", new_x="LMARGIN", new_y="NEXT", align="L")
    sheet.ln(2)
    heads = (_("Avser"), _("À-pris utan moms"), _("Antal"), _("Moms"), _("Utan moms"))
    with sheet.table(
        col_widths=WIDTHS,
        text_align=("LEFT", "RIGHT", "RIGHT", "RIGHT", "RIGHT"),
        borders_layout="HORIZONTAL_LINES",
        line_height=ROW,
        headings_style=FontFace(emphasis="BOLD"),
    ) as table:
        sheet.set_draw_color(*LINE)
        sheet.set_font(FONT, "", 10)
        table.row(heads)
        sign = -1 if invoice.row.credits else 1
        for line in invoice.lines:
            one = line.amount
            table.row((line.text, kr(sign * one.net), str(sign), f"{one.vat_percent} %", kr(one.net)))
    sheet.ln(3)


def _sums(sheet: FPDF, invoice: InvoiceFacts) -> None:
    rates = by_rate(line.amount for line in invoice.lines)
    told = []
    for rate in rates:
        told.append((_("Underlag, %(rate)d %% moms") % {"rate": rate.vat_percent}, kr(rate.net)))
        told.append((_("Moms %(rate)d %%") % {"rate": rate.vat_percent}, kr(rate.vat)))
    for label, value in told:
        _sum(sheet, label, value)
    whole = _("Summa kredit") if invoice.row.credits else _("Att betala")
    _sum(sheet, whole, kr(abs(invoice.row.gross)), bold=True)
    if any(not rate.vat_percent for rate in rates) and invoice.sold_by["exempt_note"]:
        _small(sheet, invoice.sold_by["exempt_note"])


def _sum(sheet: FPDF, label: str, value: str, *, bold: bool = False) -> None:
    sheet.set_font(FONT, "B" if bold else "", 13 if bold else 10)
    sheet.set_x(MARGIN + HALF - 18)
    sheet.cell(62, 9 if bold else ROW, label)
    sheet.cell(0, 9 if bold else ROW, value, align="R", new_x="LMARGIN", new_y="NEXT")


def _how_to_pay(sheet: FPDF, invoice: InvoiceFacts) -> None:
    sheet.ln(4)
    if invoice.row.credits:
        told = _("Beloppet dras av från faktura %(number)d. Har ni betalat den betalar vi tillbaka.")
        _small(sheet, told % {"number": invoice.row.credits}, size=10)
        return
    facts = (
        (_("Bankgiro"), bankgiro_of(invoice.sold_by["bankgiro"])),
        (_("OCR eller referens"), payment_reference(invoice.row.number)),
        (_("Belopp"), kr(invoice.row.gross)),
        (_("Senast"), day(invoice.row.due_on)),
    )
    top = sheet.get_y()
    sheet.set_draw_color(*LINE)
    sheet.rect(MARGIN, top, sheet.w - 2 * MARGIN, 18)
    width = (sheet.w - 2 * MARGIN) / len(facts)
    for number, (label, value) in enumerate(facts):
        sheet.set_xy(MARGIN + number * width + 3, top + 2.5)
        sheet.set_text_color(*QUIET)
        sheet.set_font(FONT, "", 9)
        sheet.cell(width - 4, 5, label)
        sheet.set_xy(MARGIN + number * width + 3, top + 8)
        sheet.set_text_color(*INK)
        sheet.set_font(FONT, "B", 12)
        sheet.cell(width - 4, 7, value)
    sheet.set_xy(MARGIN, top + 22)


def _foot(sheet: FPDF, invoice: InvoiceFacts) -> None:
    seller = invoice.sold_by
    sheet.ln(4)
    if seller["terms"]:
        _small(sheet, seller["terms"])
    numbers = [
        _("Organisationsnummer %(number)s") % {"number": number_of(seller["organisation_number"])},
        _("Momsregistreringsnummer %(number)s") % {"number": seller["vat_number"]}
        if seller["vat_number"]
        else "",
        _("Godkänd för F-skatt") if seller["has_f_tax"] else "",
    ]
    postcode = f"{seller['postcode'][:3]} {seller['postcode'][3:]}"
    where = [seller["name"], seller["street"], f"{postcode} {seller['city']}"]
    for parts in (where, numbers, [seller["email"], seller["telephone"]]):
        _small(sheet, " · ".join(part for part in parts if part))


def _small(sheet: FPDF, text: str, *, size: float = 9) -> None:
    sheet.set_text_color(*QUIET)
    sheet.set_font(FONT, "", size)
    sheet.multi_cell(0, size * 0.5, text, new_x="LMARGIN", new_y="NEXT", align="L")
    sheet.ln(1)
    sheet.set_text_color(*INK)
