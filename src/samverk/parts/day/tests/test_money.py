"""Amounts, organisation numbers, bankgiro numbers and how long invoices are kept."""

from datetime import date
from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum import luhn

from samverk.parts.day.rules.money import amount, by_rate, kept_through, payment_reference, reversed_
from samverk.parts.day.rules.payers import Wrong, WrongNumber, bankgiro, organisation_number

RATES = st.sampled_from([0, 6, 12, 25])
PRICES = st.integers(0, 100_000_000)


@given(PRICES, RATES)
def test_vat_is_rounded_to_whole_ore_halves_upwards(net: int, rate: int) -> None:
    exact = Decimal(net) * rate / 100

    assert amount(net, rate).vat == exact.quantize(Decimal(1), ROUND_HALF_UP)


@given(PRICES, RATES)
def test_a_credit_takes_back_to_the_ore_what_was_billed(net: int, rate: int) -> None:
    one = amount(net, rate)

    assert reversed_(one) == amount(-net, rate)
    assert one.gross + reversed_(one).gross == 0


@given(st.lists(st.tuples(PRICES, RATES), max_size=21))
def test_the_sums_of_the_rates_are_the_sum_of_the_lines(told: list[tuple[int, int]]) -> None:
    amounts = [amount(*one) for one in told]

    assert sum(rate.gross for rate in by_rate(amounts)) == sum(one.gross for one in amounts)
    assert len({rate.vat_percent for rate in by_rate(amounts)}) == len(by_rate(amounts))


@pytest.mark.parametrize("written", ["5566778899", "556677-8899", " 55 66 77-8899", "165566778899"])
def test_an_organisation_number_is_read_however_it_is_written(written: str) -> None:
    assert organisation_number(written) == "5566778899"


@pytest.mark.parametrize(
    ("written", "why"),
    [
        ("5566778898", Wrong.CHECK),
        ("556677", Wrong.DIGITS),
        ("femhundra", Wrong.DIGITS),
        ("٥٥٦٦٧٧٨٨٩٩", Wrong.DIGITS),
        ("9" * 10_000, Wrong.DIGITS),
        ("190001010106", Wrong.PERSON),
        ("000101-0107", Wrong.PERSON),
        ("0001010108", Wrong.PERSON),
        ("000161-0100", Wrong.PERSON),
        ("000101+0107", Wrong.PERSON),
    ],
)
def test_other_numbers_are_refused_and_personal_ones_are_known_also_when_mistyped(
    written: str, why: Wrong
) -> None:
    with pytest.raises(WrongNumber) as refused:
        organisation_number(written)

    assert refused.value.why == why


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)), st.integers(0, 999), st.booleans())
def test_no_personal_identity_number_ever_passes(born: date, serial: int, coordinated: bool) -> None:
    day = born.day + 60 * coordinated
    nine = f"{born:%y%m}{day:02}{serial:03}"

    with pytest.raises(WrongNumber):
        organisation_number(nine + luhn.calc_check_digit(nine))


@pytest.mark.parametrize(("written", "told"), [("5050-1055", "50501055"), ("991-2346", "9912346")])
def test_a_bankgiro_is_known_by_its_check_digit(written: str, told: str) -> None:
    assert bankgiro(written) == told


@pytest.mark.parametrize("written", ["5050-1056", "123", "bankgiro", ""])
def test_a_wrong_bankgiro_is_refused(written: str) -> None:
    with pytest.raises(WrongNumber):
        bankgiro(written)


@given(st.integers(1, 2**31 - 1))
def test_the_reference_to_pay_with_has_a_right_check_digit(number: int) -> None:
    assert luhn.is_valid(payment_reference(number))
    assert payment_reference(number).startswith(str(number))


@pytest.mark.parametrize(
    ("issued", "year_begins", "kept"),
    [
        (date(2027, 1, 1), 1, date(2034, 12, 31)),
        (date(2027, 12, 31), 1, date(2034, 12, 31)),
        (date(2027, 6, 30), 7, date(2034, 12, 31)),
        (date(2027, 7, 1), 7, date(2035, 12, 31)),
    ],
)
def test_an_invoice_is_kept_seven_years_after_the_year_in_which_its_books_closed(
    issued: date, year_begins: int, kept: date
) -> None:
    assert kept_through(issued, year_begins=year_begins) == kept
