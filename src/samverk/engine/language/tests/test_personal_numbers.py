"""Personal identity numbers and coordination numbers, and what only looks like them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum.se import personnummer

from samverk.engine.language import Kind, find
from samverk.engine.language.personal_numbers import kind_of
from samverk.engine.language.tests.numbers import personal_numbers

NUMBER = "850709-9805"  # published as a test number by Skatteverket


def found(text: str) -> list[tuple[str, str]]:
    return [(one.kind, text[one.start : one.end]) for one in find(text)]


@pytest.mark.parametrize(
    "written",
    """
    850709-9805 | 8507099805 | 198507099805 | 19850709-9805 | 850709 9805 | 850709–9805 | 850709 - 9805
    850709.9805 | 85-07-09-9805 | 1985-07-09-9805 | 85.07.09-9805 | 85/07/09 9805 | 85 07 09 9805
    85 0709-9805 | 19 850709-9805 | 1985 0709 9805 | 8 5 0 7 0 9 9 8 0 5 | 850709_9805 | 850709, 9805
    850709:9805 | 85O7O9-98O5 | 19 8507099805 | ８５０７０９－９８０５ | ٨٥٠٧٠٩-٩٨٠٥
    8️⃣5️⃣0️⃣7️⃣0️⃣9️⃣-9️⃣8️⃣0️⃣5 | ⑧⑤⓪⑦⓪⑨⑨⑧⓪⑤ | 850709, sista fyra 9805
    850709 (sista siffrorna är 9805
    """.replace("\n", "|").split("|"),
)
def test_a_personal_number_is_found_in_every_spelling(written: str) -> None:
    written = written.strip()
    if written:
        assert found(f"Jag är {written} ok") == [("personal_number", written)]


@pytest.mark.parametrize("line_break", ["\n", "\r\n", "-\n", " -\n ", "\n- ", "\u2028", "\n\n"])
def test_a_number_may_stand_on_two_lines(line_break: str) -> None:
    assert found(f"850709{line_break}9805")[0][0] == "personal_number"
    assert found(f"85070{line_break}99805")[0][0] == "personal_number"


@pytest.mark.parametrize("written", ["850769-9802", "19850769-9802", "85 07 69-9802", "8507699802"])
def test_a_coordination_number_has_sixty_added_to_the_day(written: str) -> None:
    assert found(f"numret {written}.") == [("coordination_number", written)]


@pytest.mark.parametrize("written", ["000101-T220", "20000101-T220"])
def test_an_interim_number_of_a_university_is_a_personal_number(written: str) -> None:
    assert found(written) == [("personal_number", written)]


@pytest.mark.parametrize(
    "text",
    [
        "850709-9806",  # the check digit is wrong
        "851309-9801",  # no such month
        "850230-9805",  # no such day
        "556036-0793",  # an organisation
        "16556036-0793",
        "202100-6255",
        "2018-04-17 14:30",
        "2018-04-11 09:00-16:00",
        "2018-04-17 - 2019-04-16",
        "180417-180420",
        "20180417-20190416",
        "1 2 3 4 5 6 7 8 9 10 11 12",
        "version 10.0.19045.3803",
    ],
)
def test_what_looks_like_a_personal_number_is_none(text: str) -> None:
    assert not {"personal_number", "coordination_number"} & {kind for kind, _ in found(text)}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("0701740623", Kind.TELEPHONE),  # could be a coordination number of 2007
        ("070-174 06 23", Kind.TELEPHONE),
        ("070174-0623", Kind.COORDINATION_NUMBER),
        ("samordningsnummer 0701740623", Kind.COORDINATION_NUMBER),
        ("ring 0701019804", Kind.TELEPHONE),
        ("0701019804", Kind.PERSONAL_NUMBER),
        ("070-101 98 04", Kind.TELEPHONE),
        ("född 070101 9804", Kind.PERSONAL_NUMBER),
    ],
)
def test_a_telephone_number_and_a_personal_number_are_told_apart(text: str, kind: Kind) -> None:
    assert [one.kind for one in find(text)] == [kind]


def test_a_sole_trader_s_numbers_are_the_owner_s() -> None:
    assert found("momsnr SE850709980501") == [("personal_number", "8507099805")]
    assert found("org.nr 850709-9805") == [("personal_number", NUMBER)]
    assert found("konto 3300-850709-9805") == [("personal_number", NUMBER)]


@given(st.from_regex(r"\A(19|20)[0-9]{2}(0[1-9]|1[0-2])([0-2][0-9]|3[01])[0-9]{4}\Z"))
def test_twelve_digits_are_judged_as_stdnum_judges_them(digits: str) -> None:
    assert (kind_of(digits) is Kind.PERSONAL_NUMBER) == personnummer.is_valid(digits)


@given(
    st.booleans().flatmap(lambda coordination: personal_numbers(coordination=coordination)), st.integers(1, 9)
)
def test_one_wrong_digit_is_noticed(number: str, added: int) -> None:
    wrong = number[:-1] + str((int(number[-1]) + added) % 10)

    assert kind_of(number) is not None
    assert kind_of(wrong) is None
