"""Rows as files that spreadsheet programs open. Nothing in them can run."""

import csv
from collections.abc import Iterable, Iterator, Sequence
from io import BytesIO
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell

from samverk.base.files.rules.spreadsheet import as_text

BYTE_ORDER_MARK = "\ufeff"
LONGEST_TITLE = 31
Rows = Iterable[Sequence[str | int]]


class _Echo:
    """Gives each line back instead of keeping it."""

    def write(self, line: str) -> str:
        return line


def csv_lines(rows: Rows) -> Iterator[str]:
    """A CSV file that Swedish spreadsheet programs open as it is."""
    writer: Any = csv.writer(_Echo(), delimiter=";", quoting=csv.QUOTE_ALL)
    yield BYTE_ORDER_MARK
    for row in rows:
        yield writer.writerow([as_text(str(value)) for value in row])


def workbook(rows: Rows, *, title: str) -> bytes:
    """An XLSX file with headings that stay in sight, in which every text is marked as text."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet(title[:LONGEST_TITLE])
    sheet.freeze_panes = "A2"
    for row in rows:
        sheet.append([_cell(sheet, value) for value in row])
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def _cell(sheet: Any, value: str | int) -> Any:
    if isinstance(value, int):
        return WriteOnlyCell(sheet, value=value)
    cell = WriteOnlyCell(sheet, value=as_text(value))
    cell.data_type = "s"
    return cell
