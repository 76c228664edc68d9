"""Comments as a spreadsheet: nothing in it can run, and no address comes along."""

import csv
from collections.abc import Iterable, Iterator
from datetime import datetime
from io import BytesIO
from typing import Any

from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell

from samverk.parts.feedback.queries.inbox import ExportRow
from samverk.parts.feedback.rules.spreadsheet import as_text

BYTE_ORDER_MARK = "\ufeff"


class _Echo:
    """Gives each line back instead of keeping it."""

    def write(self, line: str) -> str:
        return line


def headings() -> list[str]:
    """What stands above the columns."""
    return [
        _("Nummer"),
        _("Kom in"),
        _("Slag"),
        _("Läge"),
        _("Synpunkt"),
        _("Sida"),
        _("Adress"),
        _("Språk"),
        _("Del av webbplatsen"),
        _("Tilldelad"),
        _("Vill ha svar"),
        _("Sammanslagna"),
        _("Besvarad"),
        _("Avslutad"),
    ]


def csv_lines(rows: Iterable[ExportRow]) -> Iterator[str]:
    """The lines of a CSV file that Swedish spreadsheet programs open as it is."""
    writer: Any = csv.writer(_Echo(), delimiter=";", quoting=csv.QUOTE_ALL)
    yield BYTE_ORDER_MARK + writer.writerow(headings())
    for row in rows:
        yield writer.writerow([str(value) for value in _values(row)])


def workbook(rows: Iterable[ExportRow]) -> bytes:
    """An XLSX file in which every text is marked as text."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet(_("Synpunkter"))
    sheet.freeze_panes = "A2"
    sheet.append(headings())
    for row in rows:
        sheet.append([_cell(sheet, value) for value in _values(row)])
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def _values(row: ExportRow) -> list[str | int]:
    return [
        row.id,
        _moment(row.created_at),
        row.kind,
        row.state,
        as_text(row.text),
        as_text(row.page_title),
        as_text(row.path),
        row.language,
        as_text(row.section),
        as_text(row.assigned_to),
        _("ja") if row.wants_answer else _("nej"),
        row.duplicates,
        _moment(row.answered_at),
        _moment(row.closed_at),
    ]


def _cell(sheet: Any, value: str | int) -> Any:
    cell = WriteOnlyCell(sheet, value=value)
    if isinstance(value, str):
        cell.data_type = "s"
    return cell


def _moment(at: datetime | None) -> str:
    return f"{localtime(at):%Y-%m-%d %H:%M}" if at else ""
