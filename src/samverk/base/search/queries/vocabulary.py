"""The words of the site: which of them answer a term, which were meant, how words begin."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from samverk.base.search.queries import database
from samverk.base.search.rules import compounds, spelling, words
from samverk.base.search.rules.spelling import Known
from samverk.base.search.rules.terms import Term

MOST = 3000
ANSWERING = """
    SELECT word, pages, lexemes FROM search_word
    WHERE region_id = %(region)s AND language = %(language)s AND lexemes && %(lexemes)s::text[]
    ORDER BY pages DESC LIMIT %(most)s
"""
ALIKE = """
    SELECT typed.word, found.word, found.pages, found.lexemes
    FROM unnest(%(words)s::text[], %(plain)s::text[]) AS typed(word, plain)
    CROSS JOIN LATERAL (
        SELECT word, pages, lexemes FROM search_word
        WHERE plain %% typed.plain AND region_id = %(region)s AND language = %(language)s
        ORDER BY similarity(plain, typed.plain) DESC, pages DESC LIMIT 20
    ) AS found
"""
APART = """
    SELECT cut.word, first.word, last.word
    FROM unnest(%(words)s::text[], %(firsts)s::text[], %(lasts)s::text[]) AS cut(word, first, last)
    JOIN search_word AS last ON last.word = cut.last
        AND last.region_id = %(region)s AND last.language = %(language)s
    CROSS JOIN LATERAL (
        SELECT word, pages FROM search_word
        WHERE plain LIKE cut.first || '%%' AND length(plain) <= length(cut.first) + 2
            AND region_id = %(region)s AND language = %(language)s
        ORDER BY length(plain), pages DESC LIMIT 1
    ) AS first
    ORDER BY least(first.pages, last.pages) DESC
"""


@dataclass(frozen=True)
class Surface:
    """A word as it stands on the site."""

    word: str
    pages: int
    lexemes: frozenset[str]


def answering(terms: Iterable[Term], *, region: int, language: str) -> list[Surface]:
    """The words of the site that have lexemes in common with the terms."""
    lexemes = sorted({lexeme for one in terms for reading in one.all for lexeme in reading})
    values = {"region": region, "language": language, "lexemes": lexemes, "most": MOST}
    return [Surface(word, pages, frozenset(has)) for word, pages, has in database.rows(ANSWERING, values)]


def meant(typed: Collection[str], *, region: int, language: str) -> dict[str, str]:
    """What was probably meant by words that the site does not have: one of its own, or two together."""
    fit = [word for word in typed if words.worth_keeping(word)]
    if not fit:
        return {}
    alike = _alike(fit, region=region, language=language)
    near = {word: spelling.meant(word, known, most=1) for word, known in alike.items()}
    apart = _apart([word for word in fit if not near.get(word)], region=region, language=language)
    far = {word: spelling.meant(word, known) for word, known in alike.items()}
    chosen = {word: near.get(word) or apart.get(word) or far.get(word) for word in fit}
    return {word: known for word, known in chosen.items() if known}


def _alike(typed: Sequence[str], *, region: int, language: str) -> dict[str, list[Known]]:
    plain = [words.fold(word) for word in typed]
    values = {"words": list(typed), "plain": plain, "region": region, "language": language}
    candidates: dict[str, list[Known]] = {}
    for word, known, pages, lexemes in database.rows(ALIKE, values):
        candidates.setdefault(word, []).append(Known(known, pages, frozenset(lexemes)))
    return candidates


def _apart(typed: Sequence[str], *, region: int, language: str) -> dict[str, str]:
    """Compounds that nobody has put together here before, as the two words that they are made of."""
    cuts = [(word, *cut) for word in typed for cut in compounds.cuts(word)]
    if not cuts:
        return {}
    columns = dict(zip(("words", "firsts", "lasts"), map(list, zip(*cuts, strict=True)), strict=True))
    found = database.rows(APART, {**columns, "region": region, "language": language})
    return {word: f"{first} {last}" for word, first, last in reversed(found)}
