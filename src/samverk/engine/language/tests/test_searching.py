"""Masking and taking away."""

import pytest

from samverk.engine.language import Kind, Masked, find, mask, without


def kinds(text: str) -> list[tuple[Kind, str]]:
    return [(one.kind, text[one.start : one.end]) for one in find(text)]


def test_a_text_gives_away_several_things_in_its_order() -> None:
    text = "Kim, 850709-9805, 070-174 06 05 eller kim@example.org. Min depression är bättre."

    assert kinds(text) == [
        (Kind.PERSONAL_NUMBER, "850709-9805"),
        (Kind.TELEPHONE, "070-174 06 05"),
        (Kind.EMAIL, "kim@example.org"),
        (Kind.CARE, "Min depression"),
    ]


def test_personal_numbers_are_masked_and_nothing_else() -> None:
    masked = mask("Jag, 19850709-9805, nås på 070-174 06 05. Sambon är 850769-9802.")

    assert masked == Masked(
        "Jag, [dolt personnummer], nås på 070-174 06 05. Sambon är [dolt personnummer].", 2
    )


def test_a_telephone_number_after_a_mask_stays_a_telephone_number() -> None:
    text = mask("850709-9805 0701740605").text

    assert text == "[dolt personnummer] 0701740605"
    assert kinds(text) == [(Kind.TELEPHONE, "0701740605")]


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Ring 070-174 06 05!", "Ring!"),
        ("070-174 06 05 är numret", "är numret"),
        ("Mejla kim@example.org eller ring 070-174 06 05.", "Mejla eller ring."),
        ("Numret\n070-174 06 05\när fel", "Numret\n\när fel"),
        ("(kim@example.org)", "()"),
        ("Hej  du, 070-174 06 05", "Hej  du,"),
    ],
)
def test_taking_away_leaves_a_text_that_can_be_read(text: str, left: str) -> None:
    assert without(text, find(text)) == left


@pytest.mark.parametrize(
    "text", ["", " ", "\n", "\x00", "\ud800", "\U0010ffff", "İ", "ﷺ", "a\u030a" * 50, "\u200b" * 50]
)
def test_odd_texts_are_searched_without_complaint(text: str) -> None:
    assert find(text) == ()
    assert mask(text) == Masked(text, 0)


def test_decomposed_letters_are_read_as_composed_ones() -> None:
    text = "Jag har a\u030angest"

    assert kinds(text) == [(Kind.CARE, "Jag har a\u030angest")]


@pytest.mark.parametrize(
    "text", ["1" * 1_000_000, "850709-9805 " * 80_000, "@" * 1_000_000, "jag har " * 120_000]
)
def test_a_megabyte_is_searched_to_its_end(text: str) -> None:
    found = find(text + " kim@example.org")

    assert found[-1].kind is Kind.EMAIL
