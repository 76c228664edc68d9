"""E-mail addresses, and what only looks like them."""

import pytest

from samverk.engine.language import Kind, find


def addresses(text: str) -> list[str]:
    return [text[one.start : one.end] for one in find(text) if one.kind is Kind.EMAIL]


@pytest.mark.parametrize(
    "written",
    """
    kim@example.org | Kim.Ek@Example.ORG | kim.ek+dagen@mail.example.org | kim_ek-2@ex-ample.se
    o'hara@example.org | kim (at) example.org | kim(at)example.org | kim[at]example[dot]org
    kim (a) example.se | kim(a)example.se | kim snabel-a example.org | kim snabela example.org
    kim snabel-a example punkt se | kim [snabel-a] example.org | kim punkt ek snabel-a example punkt se
    kim at example dot org | kim @ example.org | kim＠example．org | åke.öberg@exämple.se
    kim@example .org
    """.replace("\n", "|").split("|"),
)
def test_an_address_is_found_in_every_spelling(written: str) -> None:
    if written := written.strip():
        assert addresses(f"skriv till: {written}, tack") == [written]


def test_an_address_ends_where_the_sentence_does() -> None:
    assert addresses("Skriv till kim@example.org. Min adress.") == ["kim@example.org"]
    assert addresses("<kim@example.org>; mailto:lo@example.org?subject=hej") == [
        "kim@example.org",
        "lo@example.org",
    ]


@pytest.mark.parametrize(
    "text",
    ["@regionnorrsken", "ses kl 14 @ Folkets hus", "kim@", "@example.org", "kim@localhost", "2 st @ 5.50"]
    + ["alfabetet (a) först", "look at example.org", "på (at) plats", "kim(at)", "a@b@c"],
)
def test_what_looks_like_an_address_is_none(text: str) -> None:
    assert addresses(text) == []
