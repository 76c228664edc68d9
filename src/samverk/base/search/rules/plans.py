"""How a question is put to the index: first all of it, then nearly all of it, then any of it."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from math import log

from samverk.base.search.rules import terms
from samverk.base.search.rules.terms import Reading, Term

# How much of a word's weight only the word itself gives, and not its kin.
EXACT = 0.6

Named = tuple[int, int, frozenset[Reading]]


@dataclass(frozen=True)
class Plan:
    """Tsqueries: what pages must answer to be found, and what ranks them.

    `exact` is any word as it was written, `near` all of them, the better the nearer they stand. Each of
    `parts` gives its weight.
    """

    must: str
    exact: str
    near: str = ""
    unwanted: str = ""
    parts: tuple[str, ...] = ()
    weights: tuple[float, ...] = ()
    is_partial: bool = False


def plans(
    wanted: Sequence[Term],
    *,
    named: Collection[Named] = (),
    phrases: Sequence[str] = (),
    without: Sequence[str] = (),
    weights: Sequence[float] = (),
) -> Iterator[Plan]:
    """The ways to ask, strictest first. Phrases must always be there, and unwanted words never.

    `named` are expressions among the terms that have another name, as `ASF` is one.
    """
    every = [terms.as_query(one.all) for one in wanted]
    exactly = [terms.as_query(one.exact) for one in wanted]
    exact = terms.any_of([*exactly, *phrases])
    near = terms.all_of([*exactly, *phrases])

    parts = (*exactly, *every, *phrases)
    shares = (
        *(one * EXACT for one in weights),
        *(one * (1 - EXACT) for one in weights),
        *(1.0 for _ in phrases),
    )

    def plan(query: str, *, is_partial: bool) -> Plan:
        must = terms.none_of(terms.all_of([query, *phrases]), without)
        return Plan(must, exact, near, terms.any_of(without), parts, shares, is_partial)

    yield plan(_whole(every, named), is_partial=False)
    if len(every) > 2:
        yield plan(_all_but_one(every), is_partial=True)
    if len(every) > 1:
        yield plan(terms.any_of(every), is_partial=True)


def weight(pages: int, of: int) -> float:
    """How much a word tells: the fewer pages have it, the more (inverse document frequency)."""
    return log(1 + max(of, 1) / (1 + pages))


def _whole(every: Sequence[str], named: Collection[Named]) -> str:
    """All terms; an expression that has another name may stand under that one instead."""
    others = [
        terms.all_of([*every[:start], terms.as_query(names), *every[end:]])
        for start, end, names in named
        if names
    ]
    return terms.any_of([terms.all_of(every), *others])


def _all_but_one(every: Sequence[str]) -> str:
    return terms.any_of(terms.all_of([*every[:out], *every[out + 1 :]]) for out in range(len(every)))
