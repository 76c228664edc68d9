"""Every block, from its stored form to the page."""

from typing import Any

import pytest
from django.template.loader import render_to_string
from django.utils import translation

from samverk.parts.site.blocks import BodyBlock
from samverk.parts.site.presenters import body
from samverk.parts.site.queries.library import Document, Film, Library, Picture, Size, Use

LIBRARY = Library(
    pictures={
        1: Picture(
            sizes={Use.TEXT: (Size("/m/480.webp", 480, 300), Size("/m/800.webp", 800, 500))},
            alt="En scen",
            caption="Egen text",
            credit="Kim",
        )
    },
    documents={2: Document(url="/d/plan.pdf", title="Planen", kind="PDF", size=2048)},
    films={
        3: Film(
            url="/m/film.mp4",
            title="Filmen",
            type="video/mp4",
            captions="/m/film.vtt",
            captions_language="sv",
        )
    },
    addresses={4: "/om/"},
)
ATTACK = "\"><script>alert('x')</script>"


def item(value: Any) -> dict[str, Any]:
    return {"type": "item", "value": value, "id": "i"}


def stored(words: str) -> list[dict[str, Any]]:
    """One block of each kind, saying `words` wherever it can."""
    list_block = {"type": "list", "value": {"is_ordered": False, "items": [item(f"<p>{words}</p>")]}}
    return [
        {"type": "lead", "value": words},
        {"type": "heading", "value": {"text": words, "level": "3"}},
        {"type": "paragraph", "value": f"<p>{words}</p>"},
        {"type": "quote", "value": {"text": words, "speaker": words, "role": words}},
        {"type": "fact_box", "value": {"title": words, "content": [list_block]}},
        list_block,
        {"type": "links", "value": {"title": words, "items": [item({"text": words, "page": 4, "url": ""})]}},
        {
            "type": "picture",
            "value": {
                "picture": {"image": 1, "decorative": False, "alt_text": words},
                "caption": words,
                "credit": words,
            },
        },
        {"type": "film", "value": {"film": 3, "caption": words, "credit": words}},
        {"type": "document", "value": {"document": 2, "title": words}},
    ]


def rendered(blocks: list[dict[str, Any]]) -> str:
    shown = body.present(blocks, LIBRARY)
    with translation.override("sv"):
        return "".join(render_to_string(block.template, {"value": block.value}) for block in shown)


@pytest.mark.parametrize("block", stored("Norrsken"), ids=lambda block: block["type"])
def test_every_block_shows_its_words(block: dict[str, Any]) -> None:
    assert "Norrsken" in rendered([block])


def test_every_kind_of_block_is_among_them() -> None:
    assert {block["type"] for block in stored("")} == set(BodyBlock().child_blocks)


@pytest.mark.parametrize("block", stored(ATTACK), ids=lambda block: block["type"])
def test_no_field_lets_markup_through(block: dict[str, Any]) -> None:
    html = rendered([block])

    assert "<script" not in html
    assert '""><' not in html


def test_a_picture_shows_the_words_of_the_page_before_its_own() -> None:
    html = rendered([stored("Sidans text")[7]])

    assert 'alt="Sidans text"' in html
    assert "Egen text" not in html


def test_a_picture_without_words_on_the_page_shows_its_own() -> None:
    html = rendered([{"type": "picture", "value": {"picture": {"image": 1}}}])

    assert 'alt="En scen"' in html
    assert "Egen text" in html
    assert "/m/480.webp 480w, /m/800.webp 800w" in html


def test_decoration_says_nothing() -> None:
    html = rendered([{"type": "picture", "value": {"picture": {"image": 1, "decorative": True}}}])

    assert 'alt=""' in html


def test_a_credit_may_have_its_own_label() -> None:
    block = {"type": "picture", "value": {"picture": {"image": 1}, "credit": "Illustration: Anna"}}

    assert "Illustration: Anna" in rendered([block])
    assert "Foto:" not in rendered([block])


@pytest.mark.parametrize("kind", ["picture", "film", "document", "links"])
def test_a_block_whose_thing_is_gone_is_left_out(kind: str) -> None:
    block = next(block for block in stored("x") if block["type"] == kind)

    assert body.present([block], Library()) == ()


def test_an_unknown_block_is_left_out() -> None:
    assert body.present([{"type": "carousel", "value": {}}], LIBRARY) == ()


def test_everything_that_a_body_refers_to_is_found_wherever_it_is() -> None:
    link = '<p><a linktype="page" id="9">x</a> <a linktype="document" id="8">y</a></p>'
    inner = [{"type": "paragraph", "value": link}]
    found = body.references([*stored("x"), {"type": "fact_box", "value": {"title": "", "content": inner}}])

    assert (found.pictures, found.films) == ({1}, {3})
    assert (found.pages, found.documents) == ({4, 9}, {2, 8})


def test_a_film_brings_its_captions() -> None:
    assert '<track kind="captions" src="/m/film.vtt" srclang="sv"' in rendered([stored("x")[8]])


def test_a_document_tells_its_kind_and_size_before_one_takes_it() -> None:
    html = rendered([stored("x")[9]])

    assert "PDF" in html
    assert "2,0" in html
