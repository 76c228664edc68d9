"""From words to what is asked of PostgreSQL: lexemes, their kin by our own thesaurus, and a tsquery.

PostgreSQL turns a word into lexemes; a word with several readings, or a compound, becomes alternatives of
lexemes that must all be there. Here they are kept as sets, so that the thesaurus can be changed at any time
without anything being indexed again.
"""

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from itertools import product

Reading = frozenset[str]
Kin = Mapping[str, Collection[str]]

LEXEME = re.compile(r"'((?:[^']|'')*)'")
MOST_READINGS = 12


@dataclass(frozen=True)
class Term:
    """A word that was asked for: the readings by which it is found exactly, and those by its kin."""

    word: str
    exact: frozenset[Reading]
    kin: frozenset[Reading] = frozenset()

    @property
    def all(self) -> frozenset[Reading]:
        return self.exact | self.kin

    def fits(self, lexemes: Collection[str]) -> bool:
        """Whether a word with these lexemes answers the term."""
        there = set(lexemes)
        return any(reading <= there for reading in self.all)


def readings(query: str) -> frozenset[Reading]:
    """The alternatives of a tsquery that PostgreSQL has made of one word."""
    alternatives = (frozenset(_unquoted(part)) for part in query.split(" | "))
    return frozenset(reading for reading in alternatives if reading)


def term(word: str, queries: Iterable[str], kin: Kin) -> Term:
    """A term of the tsqueries that the configurations of a language have made of a word."""
    exact = frozenset(reading for query in queries for reading in readings(query))
    wider = {other for reading in exact for other in _wider(reading, kin)}
    return Term(word, exact, frozenset(wider) - exact)


def _wider(reading: Reading, kin: Kin) -> set[Reading]:
    """The reading with each of its lexemes changed for its kin."""
    choices = [sorted({lexeme, *kin.get(lexeme, ())}) for lexeme in sorted(reading)]
    ways = [frozenset(way) for way in product(*choices)] if _number(choices) <= MOST_READINGS * 4 else []
    return set(ways)


def _number(choices: list[list[str]]) -> int:
    number = 1
    for choice in choices:
        number *= len(choice)
    return number


def as_query(alternatives: Iterable[Reading]) -> str:
    """The alternatives in the form that PostgreSQL reads as a tsquery."""
    return " | ".join(
        sorted("(" + " & ".join(map(_quoted, sorted(one))) + ")" for one in alternatives if one)
    )


def all_of(queries: Iterable[str]) -> str:
    """A tsquery for pages that answer every one of these."""
    return " & ".join(f"({query})" for query in queries if query)


def any_of(queries: Iterable[str]) -> str:
    """A tsquery for pages that answer any of these."""
    return " | ".join(f"({query})" for query in queries if query)


def none_of(query: str, unwanted: Iterable[str]) -> str:
    """The query, without pages that answer any of the unwanted ones; nothing of nothing."""
    if not query:
        return ""
    return " & ".join([f"({query})", *(f"!({one})" for one in unwanted if one)])


def _quoted(lexeme: str) -> str:
    doubled = lexeme.replace("\\", "\\\\").replace("'", "''")
    return f"'{doubled}'"


def _unquoted(text: str) -> list[str]:
    return [found.replace("''", "'").replace("\\\\", "\\") for found in LEXEME.findall(text)]
