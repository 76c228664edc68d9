"""Paper for the day: name badges on sheets of labels, and the list to tick off when the net is down."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TypeVar

from django.utils.translation import gettext as _
from fpdf import FPDF

from samverk.parts.day.presenters.documents import FONT, INK, LINE, QUIET, new_sheet
from samverk.parts.day.presenters.lists import called
from samverk.parts.day.queries.lists import Line

T = TypeVar("T")
INSIDE = 5
LARGEST_NAME, SMALLEST_NAME = 24, 9
ROWS_ON_A_PAGE, ROW_HEIGHT = 30, 7.5


@dataclass(frozen=True)
class Labels:
    """A sheet of A4 with labels, in millimetres from its upper left corner."""

    width: float
    height: float
    columns: int
    rows: int
    left: float
    top: float


# The commonest sheets of badges and labels, by their size.
LABELS = {
    "90x55": Labels(90, 55, columns=2, rows=5, left=15, top=11),
    "105x74": Labels(105, 74, columns=2, rows=4, left=0, top=0.5),
    "70x36": Labels(70, 36, columns=3, rows=8, left=0, top=4.5),
}


def told(labels: Labels) -> str:
    """What a sheet of labels is called."""
    facts = {
        "width": f"{labels.width:g}",
        "height": f"{labels.height:g}",
        "number": labels.columns * labels.rows,
    }
    return _("%(width)s × %(height)s mm, %(number)d på varje ark (PDF)") % facts


def badges(lines: Iterable[Line], labels: Labels, *, day: str) -> bytes:
    """A badge for each, on sheets of labels."""
    sheet = new_sheet(_("Namnskyltar till %(day)s") % {"day": day})
    sheet.set_auto_page_break(auto=False)
    for page in _pages(lines, labels.columns * labels.rows):
        sheet.add_page()
        for number, line in enumerate(page):
            row, column = divmod(number, labels.columns)
            left, top = labels.left + column * labels.width, labels.top + row * labels.height
            _draw_badge(sheet, line, labels, left=left, top=top, day=day)
    return bytes(sheet.output())


def tick_list(lines: Iterable[Line], *, day: str) -> bytes:
    """The list with a box to tick for each."""
    title = _("Anmälda till %(day)s") % {"day": day}
    sheet = new_sheet(title)
    widths = (8.0, 62.0, 60.0, 40.0)
    for page in _pages(lines, ROWS_ON_A_PAGE):
        sheet.add_page()
        sheet.set_text_color(*INK)
        sheet.set_font(FONT, "B", 15)
        sheet.cell(0, 12, _fitted(sheet, title, 170), new_x="LMARGIN", new_y="NEXT")
        _draw_row(sheet, widths, ("", _("Namn"), _("Organisation"), _("Biljett")), bold=True)
        for line in page:
            _draw_row(sheet, widths, ("", called(line), line.organisation, line.kind))
    return bytes(sheet.output())


def attendance_list(rows: Iterable[Sequence[str]], *, day: str) -> bytes:
    """Who came: when, the name, the organisation and the ticket of each."""
    title = _("Närvaro, %(day)s") % {"day": day}
    sheet = new_sheet(title)
    widths = (18.0, 58.0, 56.0, 38.0)
    for page in _pages(rows, ROWS_ON_A_PAGE):
        sheet.add_page()
        sheet.set_text_color(*INK)
        sheet.set_font(FONT, "B", 15)
        sheet.cell(0, 12, _fitted(sheet, title, 170), new_x="LMARGIN", new_y="NEXT")
        headings = (_("Kom in"), _("Namn"), _("Organisation"), _("Biljett"))
        _draw_row(sheet, widths, headings, bold=True)
        for row in page:
            _draw_row(sheet, widths, row, has_box=False)
    return bytes(sheet.output())


def _pages(lines: Iterable[T], size: int) -> Iterator[Sequence[T]]:
    """The lines, so many for each page; one empty page when there are none."""
    left = iter(lines)
    yield tuple(islice(left, size))
    while page := tuple(islice(left, size)):
        yield page


def _draw_badge(sheet: FPDF, line: Line, labels: Labels, *, left: float, top: float, day: str) -> None:
    room = labels.width - 2 * INSIDE
    name = called(line)
    size = _largest_that_fits(sheet, name, room)
    sheet.set_font(FONT, "B", size)
    middle = top + labels.height / 2
    sheet.set_text_color(*INK)
    _centred(sheet, name, left + INSIDE, middle - size * 0.4, room, size * 0.45)
    sheet.set_font(FONT, "", 11)
    _centred(sheet, line.organisation, left + INSIDE, middle + 2, room, 6)
    sheet.set_text_color(*QUIET)
    sheet.set_font(FONT, "", 8)
    _centred(sheet, day, left + INSIDE, top + labels.height - INSIDE - 4, room, 4)


def _largest_that_fits(sheet: FPDF, name: str, room: float) -> int:
    """How large a name can be written. It is measured once, since its width grows with its size."""
    sheet.set_font(FONT, "B", LARGEST_NAME)
    width = sheet.get_string_width(name)
    return max(SMALLEST_NAME, min(LARGEST_NAME, int(LARGEST_NAME * room / width) if width else LARGEST_NAME))


def _centred(sheet: FPDF, text: str, x: float, y: float, width: float, height: float) -> None:
    sheet.set_xy(x, y)
    sheet.cell(width, height, _fitted(sheet, text, width), align="C")


def _draw_row(
    sheet: FPDF,
    widths: Sequence[float],
    values: Sequence[str],
    *,
    bold: bool = False,
    has_box: bool = True,
) -> None:
    sheet.set_font(FONT, "B" if bold else "", 10)
    sheet.set_draw_color(*LINE)
    if has_box and not bold:
        sheet.rect(sheet.l_margin + 1.5, sheet.get_y() + 1.8, 4, 4)
    for width, value in zip(widths, values, strict=True):
        sheet.cell(width, ROW_HEIGHT, _fitted(sheet, value, width - 2), border="B")
    sheet.ln(ROW_HEIGHT)


def _fitted(sheet: FPDF, text: str, width: float) -> str:
    """As much of a text as fits, so that no name runs over the next. What comes again is measured once."""
    known: dict[tuple[object, ...], str] = sheet.__dict__.setdefault("fitted_texts", {})
    key = text, width, sheet.font_style, sheet.font_size_pt
    if key not in known:
        known[key] = _cut(sheet, text, width)
    return known[key]


def _cut(sheet: FPDF, text: str, width: float) -> str:
    if sheet.get_string_width(text) <= width:
        return text
    while text and sheet.get_string_width(f"{text}…") > width:
        text = text[:-1]
    return f"{text.rstrip()}…"
