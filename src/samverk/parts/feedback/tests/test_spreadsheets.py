import csv
import io

import pytest
from openpyxl import load_workbook

from samverk.base.audit.models import Entry
from samverk.base.people.tests import people
from samverk.parts.feedback.models import State
from samverk.parts.feedback.tests import said

pytestmark = pytest.mark.django_db

EXPORT = "/redaktion/synpunkter/exportera/"
FORMULA = '=HYPERLINK("https://evil.example";"klicka")'


@pytest.fixture
def desk():
    return people.signed_in(said.editor())


def csv_rows(response):
    text = b"".join(response.streaming_content).decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text), delimiter=";"))


def test_the_csv_opens_in_swedish_spreadsheet_programs(desk):
    said.comment('Å, ä; "ö"\nrad två')

    response = desk.get(f"{EXPORT}csv/")

    content = b"".join(response.streaming_content)
    assert content.startswith(b"\xef\xbb\xbf")
    assert response["Content-Disposition"].endswith('.csv"')
    heading, row = csv.reader(io.StringIO(content.decode("utf-8-sig")), delimiter=";")
    assert row[heading.index("Synpunkt")] == 'Å, ä; "ö"\nrad två'


def test_formulas_stay_text_in_both_kinds_of_file(desk):
    said.comment(FORMULA, page_title=FORMULA, path=FORMULA)

    cells = csv_rows(desk.get(f"{EXPORT}csv/"))[1]
    sheet = load_workbook(io.BytesIO(desk.get(f"{EXPORT}xlsx/").content)).active

    assert [cell for cell in cells if cell.startswith("=")] == []
    assert [cell.value for row in sheet.iter_rows() for cell in row if cell.data_type == "f"] == []
    assert f"'{FORMULA}" in [cell.value for cell in sheet[2]]


def test_signs_that_excel_refuses_do_not_stop_the_file(desk):
    said.comment("a\x07b\x1fc")

    sheet = load_workbook(io.BytesIO(desk.get(f"{EXPORT}xlsx/").content)).active

    assert "abc" in [cell.value for cell in sheet[2]]


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_no_address_comes_along(desk, form):
    said.comment(email="anna@example.org")

    response = desk.get(f"{EXPORT}{form}/")

    if form == "csv":
        text = str(csv_rows(response))
    else:
        text = str(
            [
                cell.value
                for row in load_workbook(io.BytesIO(response.content)).active.iter_rows()
                for cell in row
            ]
        )
    assert "anna@example.org" not in text
    assert "ja" in text


def test_what_is_taken_out_is_what_the_list_shows_and_is_noted(desk):
    said.comment("Ny")
    said.comment("Avslutad", state=State.CLOSED)

    rows = csv_rows(desk.get(f"{EXPORT}csv/", {"state": "closed", "q": "slut"}))

    assert [row[4] for row in rows[1:]] == ["Avslutad"]
    assert Entry.objects.get(action="feedback.export").facts == {"form": "csv", "state": "closed", "kind": ""}


def test_only_known_kinds_of_file_exist(desk):
    assert desk.get(f"{EXPORT}exe/").status_code == 404
