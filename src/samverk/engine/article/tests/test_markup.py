from hypothesis import given
from hypothesis import strategies as st

from samverk.engine.article import (
    Links,
    List,
    Paragraph,
    Run,
    Text,
    blocks_from,
    markup_for,
    markup_of,
    text_from,
)

WORDS = st.text(alphabet="aåö *[]()\\_-.", min_size=1, max_size=12)
HREFS = st.sampled_from(["", "https://region.example/a(b)?c=d&e", "mailto:redaktionen@region.example"])
RUNS = st.lists(st.builds(Run, WORDS, st.booleans(), st.booleans(), HREFS), max_size=5)


@given(RUNS)
def test_what_is_written_is_read_back(runs: list[Run]) -> None:
    text = Text(tuple(runs))

    assert str(text_from(markup_of(text))) == str(text)


def test_bold_emphasis_and_links_are_read() -> None:
    assert text_from("Läs **noga** och *snart* i [handboken](https://region.example/).").to_html() == (
        'Läs <strong>noga</strong> och <em>snart</em> i <a href="https://region.example/">handboken</a>.'
    )


def test_a_lone_star_is_a_star() -> None:
    assert text_from("5 * 3 är 15 * 1").to_html() == "5 * 3 är 15 * 1"


def test_an_unsafe_link_becomes_words_and_markup_is_escaped() -> None:
    assert text_from("[här](javascript:alert(1)) <b onclick=x>").to_html() == (
        "[här](javascript:alert(1)) &lt;b onclick=x&gt;"
    )
    assert text_from("[här](javascript:alert)").to_html() == "här"


def test_several_blocks_stand_in_one_field() -> None:
    blocks = blocks_from(
        "Ett stycke\npå två rader.\n\n- en\n- två\n\n1. först\n2. sedan\n\n- [A](https://a.example)"
    )

    assert [type(block) for block in blocks] == [Paragraph, List, List, Links]
    assert blocks_from(markup_for(blocks)) == blocks
