"""Questions as people put them, and as they should not."""

from datetime import timedelta

import psycopg
import pytest

from samverk.base.search.actions import indexing
from samverk.base.search.queries import database, find, suggest
from samverk.base.search.registry import Item
from samverk.base.search.tests.conftest import NOW, Pages

NASTY = [
    "'; DROP TABLE search_entry; --",
    "\0\0",
    "a\0b",
    "företag " * 100_000,
    "!!! & | ( ) :* <-> \\",
    "%%%__",
    "\u202eföretag\u202c",
    "🙂🙃",
    "شركة اجتماعية",
    "'" * 300,
    '"' * 301,
    "\\" * 50,
    "- - -",
    "några att och",
    "-företag",
    "\ud83d",
]


def urls(text: str, language: str = "sv") -> list[str]:
    return [hit.url for hit in find.find(text, language=language).hits]


@pytest.mark.parametrize(
    "text",
    [
        "företag",
        "företagen",
        "företagande",
        "FÖRETAGETS",
        "foretag",
        "ASF",
        "arbetsintegration",
        "bageri",
        "fik",
    ],
)
def test_inflected_forms_compounds_and_kin_find_the_page(indexed: Pages, text: str) -> None:
    assert urls(text)[0] == "/vad-ar-asf/"


def test_a_typing_error_is_told_and_what_was_meant_is_shown_at_once(indexed: Pages) -> None:
    results = find.find("socila företag", language="sv")

    assert results.meant == "sociala företag"
    assert [hit.url for hit in results.hits] == ["/vad-ar-asf/"]


def test_whoever_means_what_they_wrote_gets_that(indexed: Pages) -> None:
    assert find.find("socila", language="sv", as_written=True).total == 0


def test_a_keyboard_without_dots_is_no_typing_error(indexed: Pages) -> None:
    assert find.find("foretag", language="sv").meant == ""


def test_a_compound_that_nobody_has_written_is_taken_apart(indexed: Pages) -> None:
    assert urls("handledarkurs") == ["/kurs/"]


def test_a_whole_question_finds_its_page(indexed: Pages) -> None:
    assert urls("hur går en kurs för handledare till på kvällen egentligen?")[0] == "/kurs/"


def test_a_page_with_some_of_the_words_is_shown_when_none_has_all(indexed: Pages) -> None:
    results = find.find("handledare bagerier", language="sv")

    assert results.is_partial
    assert results.total == 2


def test_a_phrase_must_stand_together(indexed: Pages) -> None:
    assert urls('"sociala företag"') == ["/vad-ar-asf/"]
    assert urls('"företag sociala"') == []


def test_a_minus_takes_pages_away(indexed: Pages) -> None:
    assert urls("kurs -anbud") == []
    assert urls("kurs -bageri") == ["/kurs/"]


def test_a_name_is_found(indexed: Pages) -> None:
    assert urls("Elin Stålnacke") == ["/kurs/"]


def test_each_language_finds_its_own(indexed: Pages) -> None:
    assert urls("course", language="en") == ["/en/courses/"]
    assert urls("ASF", language="en") == ["/en/courses/"]
    assert urls("course") == []


def test_the_list_can_be_narrowed_and_tells_what_there_is(indexed: Pages) -> None:
    everything = find.find("handledare bagerier", language="sv")
    narrowed = find.find("handledare bagerier", language="sv", kind="news")

    assert everything.kinds == {"news": 1, "page": 1} == narrowed.kinds
    assert [hit.url for hit in narrowed.hits] == ["/kurs/"]


def test_the_excerpt_is_plain_text_with_the_words_marked(indexed: Pages) -> None:
    (hit,) = find.find("utbildning", language="sv").hits

    assert "<script>alert(1)</script>" in "".join(piece.text for piece in hit.excerpt)
    assert [piece.text for piece in hit.excerpt if piece.is_marked][0] == "Utbildningen"


@pytest.mark.parametrize("text", NASTY)
def test_nothing_that_is_typed_is_an_error(indexed: Pages, text: str) -> None:
    assert find.find(text, language="sv").total >= 0
    assert len(suggest.suggest(text, language="sv")) <= suggest.MOST


def test_hits_are_divided_into_pages_without_holes(pages: Pages) -> None:
    pages.items = {
        str(number): Item(key=str(number), language="sv", title=f"Träff {number}", url=f"/{number}/")
        for number in range(23)
    }
    indexing.rebuild(now=NOW + timedelta(hours=1))
    listed = [hit.url for page in (1, 2, 3) for hit in find.find("träff", language="sv", page=page).hits]

    assert len(listed) == 23
    assert len(set(listed)) == 23


def test_suggestions_are_titles_first_and_then_words(indexed: Pages) -> None:
    found = suggest.suggest("handl", language="sv")

    assert (found[0].text, found[0].url) == ("Kurs för handledare", "/kurs/")
    assert found[1].text == "handledare"
    assert not found[1].url


def test_suggestions_finish_the_last_word(indexed: Pages) -> None:
    assert "sociala företag" in [one.text for one in suggest.suggest("sociala föret", language="sv")]


def test_one_letter_suggests_nothing(indexed: Pages) -> None:
    assert suggest.suggest("h", language="sv") == ()


def test_a_query_that_takes_too_long_is_stopped(db: None) -> None:
    def ask() -> None:
        with database.short():
            database.rows("SELECT set_config('statement_timeout', '20', true)")
            database.rows("SELECT pg_sleep(5)")

    with pytest.raises(database.TookTooLong):
        ask()


def test_what_is_typed_never_stands_in_the_text_of_a_query(
    indexed: Pages, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    execute = psycopg.Cursor.execute
    monkeypatch.setattr(
        psycopg.Cursor,
        "execute",
        lambda self, sql, *values, **more: asked.append(str(sql)) or execute(self, sql, *values, **more),
    )
    find.find("hemligheten handledaren", language="sv")
    suggest.suggest("hemligheten", language="sv")

    assert len(asked) > 5
    assert not any("hemlig" in sql or "handled" in sql for sql in asked)
