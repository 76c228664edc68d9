import pytest
from hypothesis import given
from hypothesis import strategies as st

from samverk.parts.site.rules import telephone


@pytest.mark.parametrize("text", ["0920-711 75", "+46 920 711 75", "0046920-71175", "0920 71175"])
def test_one_number_is_kept_in_one_form(text: str) -> None:
    assert telephone.parse(text) == "+4692071175"


@pytest.mark.parametrize(
    ("number", "shown"),
    [
        ("+4692071175", "0920-711 75"),
        ("+46701740605", "070-174 06 05"),
        ("+468465004", "08-46 50 04"),
        ("+358401234567", "+358 40 1234567"),
        ("växeln", "växeln"),
    ],
)
def test_numbers_are_shown_as_swedes_write_them(number: str, shown: str) -> None:
    assert telephone.show(number) == shown


@pytest.mark.parametrize("text", ["ring mig", "12", "0920-711 75 0920-711 75 0920", "", "<b>0920</b>"])
def test_what_nobody_can_call_is_refused(text: str) -> None:
    with pytest.raises(telephone.TelephoneError):
        telephone.parse(text)


@given(st.text())
def test_any_text_is_shown_without_fuss(text: str) -> None:
    assert isinstance(telephone.show(text), str)
