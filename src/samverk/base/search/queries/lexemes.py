"""What PostgreSQL makes of words: their lexemes, and the kin that our thesaurus gives them."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import product

from samverk.base.search.queries import database, dictionaries
from samverk.base.search.rules import terms, thesaurus
from samverk.base.search.rules.terms import Reading, Term

Readings = frozenset[Reading]

SQL = "SELECT word, {queries} FROM unnest(%(words)s::text[]) AS word"
QUERY = "plainto_tsquery('{name}', word)::text"


@dataclass(frozen=True)
class Kin:
    """The thesaurus of a language in lexemes: of words, and of expressions with what stands for them."""

    words: dict[str, frozenset[str]]
    expressions: tuple[tuple[tuple[Readings, ...], Readings], ...]


def terms_of(words: Sequence[str], language: str) -> list[Term]:
    """A term for each word; words that every page has, like "och", give none."""
    if not words:
        return []
    kin = _kin(language, dictionaries.of(language).names)
    read = _read(words, dictionaries.of(language).names)
    made = [terms.term(word, read[word], kin.words) for word in words]
    return [one for one in _with_expressions(made, kin) if one.exact]


def _with_expressions(made: Iterable[Term], kin: Kin) -> list[Term]:
    """Terms whose word stands for an expression are found by it too."""
    wider = []
    for one in made:
        found = {
            reading for parts, others in kin.expressions if one.exact & others for reading in _joined(parts)
        }
        wider.append(Term(one.word, one.exact, one.kin | (found - one.exact)))
    return wider


def short_for(made: Sequence[Term], language: str) -> list[tuple[int, int, Readings]]:
    """Where an expression of the thesaurus stands in the terms, and what else it is called."""
    kin = _kin(language, dictionaries.of(language).names)
    return [
        (start, start + len(parts), others)
        for parts, others in kin.expressions
        for start in range(len(made) - len(parts) + 1)
        if all(one.exact & part for one, part in zip(made[start:], parts, strict=False))
    ]


@cache
def _kin(language: str, names: tuple[str, ...]) -> Kin:
    """The thesaurus as lexemes, made when it is first needed."""
    groups = thesaurus.groups(language)
    every = {word for group in groups for member in group for word in member.split()}
    read = {
        word: frozenset(reading for query in queries for reading in terms.readings(query))
        for word, queries in _read(sorted(every), names).items()
    }
    words: dict[str, set[str]] = {}
    expressions = []
    for group in groups:
        single = {reading for member in group if " " not in member for reading in read[member]}
        lexemes = {lexeme for reading in single if len(reading) == 1 for lexeme in reading}
        for lexeme in lexemes:
            words.setdefault(lexeme, set()).update(lexemes - {lexeme})
        several = [tuple(read[word] for word in member.split()) for member in group if " " in member]
        expressions += [(parts, frozenset(single)) for parts in several]
    return Kin({lexeme: frozenset(kin) for lexeme, kin in words.items()}, tuple(expressions))


def _joined(parts: tuple[Readings, ...]) -> set[Reading]:
    return {frozenset().union(*way) for way in product(*map(_sorted, parts)) if len(parts) < 5}


def _sorted(readings: Readings) -> list[Reading]:
    return sorted(readings, key=sorted)[:3]


def _read(words: Collection[str], names: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    queries = ", ".join(QUERY.format(name=name) for name in names)
    found = database.rows(SQL.format(queries=queries), {"words": list(words)})
    return {word: tuple(queries) for word, *queries in found}
