import pytest

from samverk.parts.site.presenters import richtext
from samverk.parts.site.queries.library import Document, Library

LIBRARY = Library(
    addresses={7: "/aktuellt/"},
    documents={3: Document(url="/dokument/3/plan.pdf", title="Plan", kind="PDF", size=1)},
)


def test_links_to_pages_and_documents_get_their_addresses() -> None:
    source = '<p><a linktype="page" id="7">Nytt</a> <a linktype="document" id="3">Plan</a></p>'

    assert richtext.show(source, LIBRARY) == (
        '<p><a href="/aktuellt/">Nytt</a> <a href="/dokument/3/plan.pdf">Plan</a></p>'
    )


def test_a_link_to_what_is_gone_is_plain_words() -> None:
    assert richtext.show('<p><a linktype="page" id="99">Borta</a></p>', LIBRARY) == "<p><a>Borta</a></p>"


def test_all_links_of_a_page_are_found_at_once() -> None:
    sources = ['<a linktype="page" id="1">a</a>', '<a id="2" linktype="page">b</a>', '<a href="/x/">c</a>']

    assert richtext.links_in(sources, "page") == {1, 2}


@pytest.mark.parametrize(
    "attack",
    [
        "<script>alert(1)</script>",
        '<img src="x" onerror="alert(1)">',
        '<a href="javascript:alert(1)">x</a>',
        '<a href="data:text/html,x">x</a>',
        '<p onclick="alert(1)">x</p>',
        '<p style="position:fixed">x</p>',
        '<iframe src="https://example.org"></iframe>',
        "<svg><script>alert(1)</script></svg>",
        '<a linktype="page" id="7&quot; onmouseover=&quot;alert(1)">x</a>',
    ],
)
def test_what_could_run_is_taken_away(attack: str) -> None:
    html = richtext.show(f"<p>Hej</p>{attack}", LIBRARY)

    assert "<p>Hej</p>" in html
    assert not any(
        word in html.lower()
        for word in ("script", "onerror", "onclick", "onmouse", "iframe", "style", "data:")
    )


def test_a_point_of_a_list_has_no_paragraph_round_it() -> None:
    assert richtext.show_line("<p>En <b>punkt</b></p>", LIBRARY) == "En <b>punkt</b>"
