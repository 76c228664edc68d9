import pytest

from samverk.base.files.rules.spreadsheet import as_text


@pytest.mark.parametrize(
    "formula",
    [
        "=HYPERLINK(1)",
        "+46",
        "-1+1",
        "@SUM(A1)",
        "  =1+1",
        "\t=1+1",
        "\uff1d1+1",
        "\u202e=1+1",
        "\u200b=1+1",
        "|calc",
        "%0A",
    ],
)
def test_a_text_that_begins_like_a_formula_stays_text(formula):
    assert as_text(formula).startswith("'")


def test_ordinary_text_is_left_as_it_is():
    assert as_text("Två rader\noch 1+1=2") == "Två rader\noch 1+1=2"


def test_signs_that_no_cell_can_hold_are_taken_away_and_long_texts_cut():
    assert as_text("a\x00b\x07c\ud800") == "abc"
    assert len(as_text("x" * 40_000)) < 32_767
