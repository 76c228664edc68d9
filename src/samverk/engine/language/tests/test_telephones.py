"""Telephone numbers, and what only looks like them."""

import phonenumbers
import pytest
from hypothesis import given
from hypothesis import strategies as st

from samverk.engine.language import Kind, find


def telephones(text: str) -> list[str]:
    return [text[one.start : one.end] for one in find(text) if one.kind is Kind.TELEPHONE]


@pytest.mark.parametrize(
    "written",
    """
    070-174 06 05 | 0701740606 | 070 174 06 07 | 070-1740608 | 0701-74 06 09 | (070) 174 06 10
    070/174 06 11 | 070.174.06.12 | 070–174 06 13 | 070 - 174 06 14 | 07 01 74 06 18 | +46 70 174 06 16
    +46(0)70-174 06 17 | +46701740618 | 0046701740619 | 00 46 70 174 06 20 | +46-70-174 06 21
    ０７０－１７４ ０６ ２２ | 08-465 004 00 | 08-46500401 | 08 465 004 02 | 031-390 06 00 | 040-628 04 00
    0980-319 200 | 0980-31 92 01 | +47 22 12 34 56 | +45 32 12 34 56 | +358 40 123 4567 | 00358401234567
    +49 30 901820 | +44 20 7946 0958
    """.replace("\n", "|").split("|"),
)
def test_a_telephone_number_is_found_in_every_spelling(written: str) -> None:
    if written := written.strip():
        assert telephones(f"numret {written}, eller så") == [written]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Tel 711 75", "711 75"),
        ("mobil 70 174 06 05", "70 174 06 05"),
        ("ring mig på 28 40 00", "28 40 00"),
        ("telefonnumret är 174 06 05", "174 06 05"),
    ],
)
def test_a_number_without_its_first_zero_is_known_by_the_word_before(text: str, number: str) -> None:
    assert telephones(text) == [number]


@pytest.mark.parametrize(
    "text",
    """
    2018-04-17 | 09-04-2018 | 09/04 2018 | 08.00-16.30 | 09.00–17.00 | kl 07.30 | 0,5 procent | 0-3 år
    00:00:12 | 972 38 Luleå | 1 250 000 kr | linje 0920 | dnr 0123-2018 | ärende 0123456789
    ref 0701740605 | ISBN 0-262-03384-4 | kundnummer 070174060 | organisationsnummer 016556036
    ring 112 | ring 1177 | ring 113 13 | ring 2018 | tel 2018-04-17 | publik 08 415 | 04-08 på morgonen
    0x80070057 | 65.584819, 22.156703 | 100/100 Mbit
    """.replace("\n", "|").split("|"),
)
def test_what_looks_like_a_telephone_number_is_none(text: str) -> None:
    assert telephones(text.strip()) == []


@pytest.mark.parametrize("kind", [0, 1, 3, 4, 7])
@pytest.mark.parametrize("style", [0, 1, 2, 3])
def test_numbers_as_the_library_writes_them_are_found(kind: int, style: int) -> None:
    example = phonenumbers.example_number_for_type("SE", kind)
    assert example is not None
    written = phonenumbers.format_number(example, style).removeprefix("tel:")

    assert telephones(f"Ring {written}.") == [written]


@given(st.from_regex(r"\A0[1-9][0-9]{6,9}\Z"))
def test_a_plain_number_is_found_when_the_library_holds_it_valid(digits: str) -> None:
    valid = phonenumbers.is_valid_number(phonenumbers.parse(digits, "SE"))

    found = [one.kind for one in find(f"numret {digits} här")]
    assert (
        (Kind.TELEPHONE in found) == valid
        or Kind.PERSONAL_NUMBER in found
        or Kind.COORDINATION_NUMBER in found
    )
