"""Bank accounts and payment cards, and what only looks like them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum import iban, luhn

from samverk.engine.language import Kind, find
from samverk.engine.language.checksums import is_luhn, is_mod_97


def found(text: str, kind: Kind) -> list[str]:
    return [text[one.start : one.end] for one in find(text) if one.kind is kind]


@pytest.mark.parametrize(
    "written",
    ["SE4550000000058398257466", "SE45 5000 0000 0583 9825 7466", "se45-5000-0000-0583-9825-7466"]
    + ["NO9386011117947", "DK50 0040 0440 1162 43", "FI21 1234 5600 0007 85", "GB33 BUKB 2020 1555 5555 55"],
)
def test_an_iban_is_known_by_its_checksum(written: str) -> None:
    wrong = written[:-1] + str((int(written[-1]) + 1) % 10)

    assert found(f"till {written}, tack", Kind.BANK_ACCOUNT) == [written]
    assert found(f"till {wrong}, tack", Kind.BANK_ACCOUNT) == []


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Vårt bankgiro är 123-4566.", "123-4566"),
        ("bg 5050 1055", "5050 1055"),
        ("Plusgiro 4 12 34-7", "4 12 34-7"),
        ("swisha 123 456 78 90", "123 456 78 90"),
        ("clearing 6000 konto 123 456 789", "6000 konto 123 456 789"),
        ("kontonummer 8327-9, 123 456 789-0", "8327-9, 123 456 789-0"),
        ("sätt in på 3300-1234567 i Nordea", "3300-1234567"),
        ("mitt konto: 9150 123 45 67", "9150 123 45 67"),
    ],
)
def test_an_account_is_known_by_the_words_beside_it(text: str, number: str) -> None:
    assert found(text, Kind.BANK_ACCOUNT) == [number]


@pytest.mark.parametrize(
    "text",
    [
        "projektkontot har 1 250 000 kr kvar",
        "skapa konto senast 2019-03-28",
        "kontot gäller 2018-2019",
        "referens 4321-8765",
        "artikel 6000-123 456 789",
        "på bankdagen 2018-04-11 var det fullt",
    ],
)
def test_other_numbers_near_money_are_no_accounts(text: str) -> None:
    assert found(text, Kind.BANK_ACCOUNT) == []


@pytest.mark.parametrize(
    "written",
    [
        "4111 1111 1111 1111",
        "4111111111111111",
        "4111-1111-1111-1111",
        "4111.1111.1111.1111",
        "3782 822463 10005",
    ]
    + [
        "5555 5555 5555 4444",
        "2223 0031 2200 3222",
        "6011 1111 1111 1117",
        "4111 1111\n1111 1111",
        "4222222222222",
    ]
    + ["3056 930902 5904", "４１１１ １１１１ １１１１ １１１１", " ".join("4111111111111111")],
)
def test_a_card_is_found_in_every_spelling(written: str) -> None:
    assert found(f"kort {written} 12/27", Kind.CARD) == [written]


@pytest.mark.parametrize(
    "text",
    ["4111 1111 1111 1112", "OCR 4111111111111111", "serienummer 35-209900-176148-1", "1234 5678 9012 3452"]
    + ["EAN 4006381333931", "2018 2019 2020 2021"],
)
def test_what_looks_like_a_card_is_none(text: str) -> None:
    assert found(text, Kind.CARD) == []


@given(st.text("0123456789", min_size=1, max_size=30))
def test_the_check_digit_is_reckoned_as_stdnum_does(digits: str) -> None:
    assert is_luhn(digits) == luhn.is_valid(digits)


@given(st.text("0123456789", min_size=20, max_size=20), st.integers(2, 98))
def test_the_check_digits_of_an_iban_are_reckoned_as_stdnum_does(account: str, check: int) -> None:
    number = f"se{check:02}{account}"

    assert is_mod_97(number) == iban.is_valid(number.upper(), check_country=False)
