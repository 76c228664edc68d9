"""Vouchers that balance, and SIE files that another program can read."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samverk.parts.day.rules.ledger import BAS, Books, Voucher, financial_year, quoted, sie, voucher, written
from samverk.parts.day.rules.money import Amount, amount, reversed_
from samverk.parts.day.tests.sie_reader import read

TODAY = date(2027, 2, 1)
BOOKS = Books("Återbruket Prov", "5566778899", "F", 1, {"1510": "Kundfordringar"})
AMOUNTS = st.builds(amount, st.integers(1, 10_000_000), st.sampled_from([0, 6, 12, 25]))


def file(*vouchers: Voucher, books: Books = BOOKS) -> bytes:
    return sie(books, vouchers, made_on=TODAY, version="1.0")


@given(st.lists(AMOUNTS, min_size=1, max_size=21), st.booleans(), st.text(max_size=80))
def test_every_voucher_balances_whatever_is_sold_and_credited(
    amounts: list[Amount], credited: bool, text: str
) -> None:
    told = [reversed_(one) for one in amounts] if credited else amounts

    (one,) = read(file(voucher(on=TODAY, text=text, amounts=told, accounts={}))).vouchers

    assert sum(amount for _account, amount, _objects in one.entries) == 0
    assert one.entries[0][:2] == ("1510", Decimal(sum(each.gross for each in told)) / 100)


def test_a_file_tells_whose_it_is_and_what_was_sold() -> None:
    sold = voucher(on=TODAY, text='Faktura 1, Ågrens "Åkeri"', amounts=[amount(100_000, 25)], accounts={})

    found = read(file(sold))

    assert found.facts["#FLAGGA"] == ["0"]
    assert found.facts["#SIETYP"] == ["4"]
    assert found.facts["#FORMAT"] == ["PC8"]
    assert found.facts["#FNAMN"] == ["Återbruket Prov"]
    assert found.facts["#ORGNR"] == ["556677-8899"]
    assert found.facts["#RAR"] == ["0", "20270101", "20271231"]
    assert found.accounts["1510"] == "Kundfordringar"
    assert [*found.accounts] == ["1510", "2611", "3001"]
    (one,) = found.vouchers
    assert (one.series, one.number, one.on, one.text) == ("F", "", TODAY, 'Faktura 1, Ågrens "Åkeri"')
    assert one.entries == [
        ("1510", Decimal("1250.00"), ""),
        ("3001", Decimal("-1000.00"), ""),
        ("2611", Decimal("-250.00"), ""),
    ]


def test_a_project_stands_on_every_row_of_its_voucher() -> None:
    sold = voucher(on=TODAY, text="x", amounts=[amount(100, 0)], accounts={"sales_0": "3911"}, project="12")

    (one,) = read(file(sold)).vouchers

    assert {objects for _account, _amount, objects in one.entries} == {'6 "12"'}
    assert [account for account, _amount, _objects in one.entries] == ["1510", "3911"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Åsa Öberg", '"Åsa Öberg"'),
        ("Łódź – Zürich", '"Lódz - Zürich"'),
        ("Ström…", '"Ström..."'),
        ("a\r\n#VER b", '"a #VER b"'),
        ('säg "hej"', '"säg \\"hej\\""'),
        ("\\", '"/"'),
        ("東京", '"??"'),
    ],
)
def test_signs_that_the_code_page_lacks_become_the_nearest(text: str, told: str) -> None:
    assert quoted(text) == told


@given(st.text())
def test_no_text_can_break_out_of_its_quotation_marks(text: str) -> None:
    (one,) = read(file(Voucher(TODAY, text, ()))).vouchers

    assert "\n" not in one.text


@given(st.integers(-(10**12), 10**12))
def test_amounts_are_written_with_a_point_and_two_decimals(ore: int) -> None:
    assert Decimal(written(ore)) * 100 == ore


@pytest.mark.parametrize(
    ("day", "begins", "year"),
    [
        (date(2027, 5, 1), 1, (date(2027, 1, 1), date(2027, 12, 31))),
        (date(2027, 6, 30), 7, (date(2026, 7, 1), date(2027, 6, 30))),
        (date(2027, 7, 1), 7, (date(2027, 7, 1), date(2028, 6, 30))),
        (date(2028, 3, 1), 3, (date(2028, 3, 1), date(2029, 2, 28))),
    ],
)
def test_a_financial_year_begins_in_its_month(day: date, begins: int, year: tuple[date, date]) -> None:
    assert financial_year(day, begins=begins) == year


def test_every_rate_has_its_accounts_in_bas() -> None:
    assert {f"sales_{rate}" for rate in (0, 6, 12, 25)} <= BAS.keys()
    assert {f"vat_{rate}" for rate in (6, 12, 25)} <= BAS.keys()
