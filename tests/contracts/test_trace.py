"""The source page stays the specification: no sentence without a row, no row without a test."""

from tests.contracts.seed import SEED, key, sentences
from tests.contracts.source import REPOSITORY
from tests.contracts.trace import rows

SENTENCES_ON_THE_PAGE = 41


def test_every_sentence_of_the_source_page_has_its_row() -> None:
    keys = [row.key for row in rows()]

    expected = [key(sentence) for sentence in sentences(SEED.read_text())] if SEED.exists() else keys

    assert keys == expected


def test_the_rows_are_numbered_without_a_gap() -> None:
    assert [row.number for row in rows()] == list(range(1, SENTENCES_ON_THE_PAGE + 1))


def test_every_row_that_is_built_names_a_test_that_exists() -> None:
    missing = [row.test for row in rows() if row.is_built and not (REPOSITORY / row.test).is_file()]

    assert missing == []
