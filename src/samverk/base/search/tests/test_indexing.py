"""The index follows its sources, in place and as often as one likes."""

import io
from dataclasses import replace
from datetime import timedelta

import pytest
from django.core.management import call_command

from samverk.base.search import checks, jobs
from samverk.base.search.actions import configuring, indexing
from samverk.base.search.models import Entry, Word
from samverk.base.search.queries import dictionaries, find
from samverk.base.search.tests.conftest import NOW, Pages


def words_of(language: str = "sv") -> dict[str, int]:
    return dict(Word.objects.filter(language=language).values_list("word", "pages"))


def test_what_is_indexed_is_found(indexed: Pages) -> None:
    assert find.find("handledare", language="sv").hits[0].url == "/kurs/"


def test_indexing_again_changes_nothing(indexed: Pages) -> None:
    before = words_of()
    jobs.index(source="test", keys=["asf", "kurs"])

    assert words_of() == before
    assert Entry.objects.count() == 3


def test_a_changed_page_is_found_by_its_new_words_only(indexed: Pages) -> None:
    indexed.items["kurs"] = replace(indexed.items["kurs"], title="Träff för snickare", summary="", body="")
    indexing.index(source="test", keys=["kurs"], now=NOW)

    assert find.find("snickare", language="sv").total == 1
    assert find.find("handledare", language="sv").total == 0
    assert "handledare" not in words_of()


def test_counting_by_what_changes_gives_what_counting_all_gives(indexed: Pages) -> None:
    del indexed.items["asf"]
    indexed.items["kurs"] = replace(indexed.items["kurs"], body="En kurs, en kurs till.")
    indexing.index(source="test", keys=["asf", "kurs"], now=NOW)
    counted = words_of()
    indexing.rebuild(now=NOW + timedelta(hours=1))

    assert words_of() == counted


def test_a_page_that_its_source_no_longer_gives_is_forgotten(indexed: Pages) -> None:
    del indexed.items["kurs"]
    indexing.index(source="test", keys=["kurs"], now=NOW)

    assert find.find("handledare", language="sv").total == 0


def test_something_can_be_forgotten_without_asking(indexed: Pages) -> None:
    indexing.forget(source="test", keys=["kurs"])

    assert not Entry.objects.filter(key="kurs").exists()
    assert "handledare" not in words_of()


def test_a_source_that_is_gone_gives_nothing(indexed: Pages) -> None:
    indexing.index(source="never", keys=["1"], now=NOW)

    assert Entry.objects.count() == 3


def test_rebuilding_forgets_what_is_gone_and_keeps_what_came_meanwhile(indexed: Pages) -> None:
    del indexed.items["asf"]
    later = NOW + timedelta(hours=1)
    Entry.objects.filter(key="course").update(indexed_at=later + timedelta(minutes=1))
    del indexed.items["course"]
    indexing.rebuild(now=later)

    assert set(Entry.objects.values_list("key", flat=True)) == {"kurs", "course"}


def test_while_the_index_is_rebuilt_everything_is_found(indexed: Pages) -> None:
    found = []
    indexing.rebuild(
        now=NOW + timedelta(hours=1),
        say=lambda number: found.append(find.find("handledare", language="sv").total),
    )

    assert found == [1]


def test_the_command_tells_how_far_it_has_come(indexed: Pages) -> None:
    said = io.StringIO()
    call_command("rebuild_search", stdout=said)

    assert "Search: 3 entries so far" in said.getvalue()
    assert "Swedish with" in said.getvalue()


def test_the_nightly_job_rebuilds(pages: Pages) -> None:
    jobs.rebuild()

    assert Entry.objects.count() == 3


def without_dictionary(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(configuring, "FILES", "no_such_files")
    configuring._remove()
    configuring.configure()


def test_without_the_dictionary_the_stemmer_finds_inflected_forms(
    pages: Pages, monkeypatch: pytest.MonkeyPatch
) -> None:
    without_dictionary(monkeypatch)
    indexing.rebuild(now=NOW)

    assert dictionaries.of("sv").names == ("swedish",)
    assert find.find("handledaren", language="sv").total == 1
    assert find.find("socila foretagen", language="sv").meant == "sociala företag"


def test_the_operator_is_told_when_the_dictionary_is_missing(
    pages: Pages, monkeypatch: pytest.MonkeyPatch
) -> None:
    without_dictionary(monkeypatch)
    (told,) = checks.dictionary_is_there()

    assert "hunspell-sv" in told.msg
    assert "rebuild_search" in told.msg


def test_a_dictionary_that_shows_up_later_is_taken_into_use(
    pages: Pages, monkeypatch: pytest.MonkeyPatch
) -> None:
    without_dictionary(monkeypatch)
    monkeypatch.undo()
    has_one = configuring.configure()

    assert has_one is dictionaries.configured()
    assert dictionaries.of("sv").names == (("search_sv", "swedish") if has_one else ("swedish",))


@pytest.fixture(autouse=True)
def read_as_configured() -> None:
    dictionaries.of.cache_clear()
