"""Finding: a question in, the pages that answer it out."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from samverk.base.region.queries import current_region_id
from samverk.base.search.queries import database, dictionaries, lexemes, ranking, vocabulary
from samverk.base.search.queries.ranking import Narrowing, Ranked
from samverk.base.search.queries.vocabulary import Surface
from samverk.base.search.rules import excerpts, plans, questions, terms, thesaurus, words
from samverk.base.search.rules.excerpts import Piece
from samverk.base.search.rules.plans import Plan
from samverk.base.search.rules.questions import Question
from samverk.base.search.rules.terms import Term

PER_PAGE = 10
# A question of so many words is answered in part too when all of it gives fewer pages than this.
LONG, ENOUGH = 3, 3


@dataclass(frozen=True)
class Hit:
    """A page that answers, and the part of it that shows why. Texts are plain: whoever shows them escapes."""

    source: str
    key: str
    url: str
    kind: str
    title: tuple[Piece, ...]
    excerpt: tuple[Piece, ...]
    trail: tuple[str, ...]
    dated: date | None


@dataclass(frozen=True)
class Results:
    """What was found: one page of hits, how many there are in all and of each kind.

    `total` stops at `ranking.MOST` and `is_more` then says that there are more. `meant` is the question that
    was answered when the one asked held words that the site does not have. `is_partial` says that no page has
    all that was asked for, and that those shown have some of it.
    """

    text: str
    hits: tuple[Hit, ...] = ()
    total: int = 0
    is_more: bool = False
    reachable: int = 0
    kinds: Mapping[str, int] = field(default_factory=dict)
    meant: str = ""
    is_partial: bool = False


def find(
    text: str,
    *,
    language: str,
    page: int = 1,
    kind: str = "",
    as_written: bool = False,
    today: date | None = None,
) -> Results:
    """Find pages in a language. `as_written` turns off the correction of typing errors.

    :raises TookTooLong: when the database does not answer in two seconds.
    """
    question = questions.parse(text)
    if not question:
        return Results(text=question.text)
    with database.short():
        finder = _Finder(language, Narrowing(current_region_id(), language, kind, today), page)
        return finder.answer(question, corrects=not as_written)


@dataclass(frozen=True)
class _Read:
    """A question that PostgreSQL has read."""

    terms: list[Term]
    surfaces: list[Surface]
    phrases: list[str]
    without: list[str]
    unknown: tuple[str, ...]


class _Finder:
    """Answers one question, trying again with less when there is too little."""

    def __init__(self, language: str, narrowing: Narrowing, page: int) -> None:
        self.language, self.narrowing, self.page = language, narrowing, page

    def answer(self, question: Question, *, corrects: bool) -> Results:
        read = self._read(question)
        corrected = self._corrected(question, read) if corrects and read.unknown else None
        if corrected:
            found = self.answer(corrected, corrects=False)
            is_spelling = words.fold(corrected.text) != words.fold(question.text)
            if found.total:
                return replace(found, text=question.text, meant=corrected.text if is_spelling else "")
        plan, ranked = self._ranked(read)
        return Results(
            text=question.text,
            hits=self._hits(ranked, read),
            total=ranked.total,
            is_more=ranked.is_more,
            reachable=ranked.reachable,
            kinds=ranked.kinds,
            is_partial=plan.is_partial and bool(ranked.total),
        )

    def _read(self, question: Question) -> _Read:
        fillers = thesaurus.FILLERS.get(self.language, frozenset())
        telling = [word for word in question.words if word not in fillers]
        made = lexemes.terms_of(telling or question.words, self.language)
        phrased = " ".join(question.phrases).split()
        known = lexemes.terms_of(phrased, self.language)
        surfaces = vocabulary.answering([*made, *known], region=self.narrowing.region, language=self.language)
        return _Read(
            made,
            surfaces,
            ranking.phrases(question.phrases, dictionaries.of(self.language).stemmed),
            [terms.as_query(one.exact) for one in lexemes.terms_of(question.without, self.language)],
            tuple(one.word for one in made if not any(_is_exactly(one, surface) for surface in surfaces)),
        )

    def _corrected(self, question: Question, read: _Read) -> Question | None:
        """The question with the words that were probably meant, when there are such."""
        meant = vocabulary.meant(read.unknown, region=self.narrowing.region, language=self.language)
        if not meant:
            return None
        pattern = re.compile("|".join(rf"\b{re.escape(word)}\b" for word in meant), re.IGNORECASE)
        text = pattern.sub(lambda found: meant[found[0].lower()], question.text)
        corrected = questions.parse(text)
        return corrected if corrected.words != question.words else None

    def _ranked(self, read: _Read) -> tuple[Plan, Ranked]:
        """The strictest way of asking that finds enough; a question of many words may be answered in part."""
        of = ranking.size()
        weights = [plans.weight(_pages(one, read.surfaces), of) for one in read.terms]
        named = lexemes.short_for(read.terms, self.language)
        ways = plans.plans(
            read.terms, named=named, phrases=read.phrases, without=read.without, weights=weights
        )
        chosen, ranked = Plan("", ""), Ranked()
        for plan in ways:
            if not ranked.total:
                chosen = plan
            elif ranked.total >= ENOUGH or len(read.terms) < LONG:
                break
            wider = ranking.ranked(plan, self.narrowing, page=self.page, per_page=PER_PAGE)
            ranked = wider if wider.total > ranked.total else ranked
        return chosen, ranked

    def _hits(self, ranked: Ranked, read: _Read) -> tuple[Hit, ...]:
        marks = {
            surface.word for surface in read.surfaces if any(one.fits(surface.lexemes) for one in read.terms)
        }
        return tuple(_hit(row, marks) for row in ranking.entries(ranked.ids))


def _is_exactly(one: Term, surface: Surface) -> bool:
    return surface.word == one.word or any(reading <= surface.lexemes for reading in one.exact)


def _pages(one: Term, surfaces: Sequence[Surface]) -> int:
    return sum(surface.pages for surface in surfaces if _is_exactly(one, surface))


def _hit(row: ranking.Row, marks: set[str]) -> Hit:
    text = row.body if row.body.startswith(row.summary) else f"{row.summary} {row.body}".strip()
    return Hit(
        source=row.source,
        key=row.key,
        url=row.url,
        kind=row.kind,
        title=excerpts.marked(row.title, marks),
        excerpt=excerpts.excerpt(text, marks),
        trail=tuple(step for step in row.trail.split("\n") if step),
        dated=row.dated,
    )
