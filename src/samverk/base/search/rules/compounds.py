"""Swedish compounds that no dictionary has: where they may be cut in two."""

from collections.abc import Iterator

from samverk.base.search.rules.words import fold

SHORTEST = 4


def cuts(word: str) -> Iterator[tuple[str, str]]:
    """The ways to cut a word into a first part (folded) and a last one, with or without an `s` that joins.

    The first part may have lost its ending, as in `handledar|kurs` and `skol|gård`.
    """
    for place in range(SHORTEST, len(word) - SHORTEST + 1):
        first, last = fold(word[:place]), word[place:]
        yield first, last
        if first.endswith("s") and len(first) > SHORTEST:
            yield first[:-1], last
