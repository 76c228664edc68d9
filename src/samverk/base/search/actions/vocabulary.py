"""What PostgreSQL reads out of entries: their vectors, and the words of the site with their pages."""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import connection

from samverk.base.region.queries import current_region_id
from samverk.base.search.models import Entry, Word
from samverk.base.search.queries import dictionaries
from samverk.base.search.rules import words

COLUMNS = ("language", "title", "summary", "headings", "body", "names")
BATCH = 2000
# PostgreSQL takes words that these join for a file, a host or a tag, and would not read them as words.
SIGNS = "<>/\\@_.:&#=-"
VECTORS = """
    UPDATE search_entry SET
        titled = {title} || to_tsvector('simple', {plain}),
        vector = setweight({title}, 'A') || setweight({lead}, 'B') || setweight({body}, 'C')
            || setweight({rest}, 'D')
    WHERE source = %s AND key = ANY(%s)
"""
NEW = """
    INSERT INTO search_word (region_id, language, word, plain, pages, lexemes)
    SELECT %(region)s, %(language)s, word, plain, pages, tsvector_to_array({word})
    FROM unnest(%(words)s::text[], %(plain)s::text[], %(pages)s::int[]) AS new(word, plain, pages)
"""
CHANGED = """
    UPDATE search_word SET pages = pages + change.number
    FROM unnest(%(words)s::text[], %(changes)s::int[]) AS change(word, number)
    WHERE region_id = %(region)s AND language = %(language)s AND search_word.word = change.word
"""

Counts = dict[str, Counter[str]]


@dataclass(frozen=True)
class Text:
    """The texts of an entry, and their language."""

    language: str
    texts: Sequence[str]

    @property
    def words(self) -> set[str]:
        """Its different words, without numbers."""
        return {word for text in self.texts for word in words.words(text) if words.worth_keeping(word)}


def read(source: str, keys: Collection[str], language: str) -> None:
    """Have PostgreSQL read the entries with these keys, all of them in one language."""
    sql = VECTORS.format(
        title=_vector("title", language),
        plain=_words_of("plain_title"),
        lead=_vector("summary || ' ' || headings", language),
        body=_vector("body", language),
        rest=_vector("names || ' ' || trail", language),
    )
    with connection.cursor() as cursor:
        cursor.execute(sql, [source, list(keys)])


def recount(*, before: Iterable[Text], after: Iterable[Text]) -> None:
    """Change the counts of words by what has changed on the pages."""
    changes: Counts = {}
    for texts, step in ((before, -1), (after, 1)):
        for text in texts:
            changes.setdefault(text.language, Counter()).update(dict.fromkeys(text.words, step))
    for language, counts in changes.items():
        _add(language, {word: number for word, number in counts.items() if number})
    Word.objects.filter(pages__lte=0).delete()


def count_again() -> None:
    """Count every word anew. Readers see the old counts until the transaction is done."""
    counts: Counts = {}
    for language, *texts in Entry.objects.values_list(*COLUMNS).iterator(BATCH):
        counts.setdefault(language, Counter()).update(Text(language, texts).words)
    Word.objects.all().delete()
    for language, found in counts.items():
        _add(language, found)


def _add(language: str, counts: dict[str, int]) -> None:
    """Add to the counts; words that are new are read by PostgreSQL as they come."""
    known = set(Word.objects.filter(language=language, word__in=list(counts)).values_list("word", flat=True))
    new = [word for word in counts if word not in known]
    values: dict[str, Any] = {"region": current_region_id(), "language": language}
    insert = NEW.format(word=_vector("word", language))
    with connection.cursor() as cursor:
        for start in range(0, len(new), BATCH):
            batch = new[start : start + BATCH]
            columns = {"words": batch, "plain": list(map(words.fold, batch))}
            cursor.execute(insert, {**values, **columns, "pages": [counts[word] for word in batch]})
        cursor.execute(CHANGED, {**values, "words": list(known), "changes": [counts[word] for word in known]})


def _vector(text: str, language: str) -> str:
    """SQL for the lexemes of a text, by each configuration of the language."""
    names = dictionaries.of(language).names
    return "(" + " || ".join(f"to_tsvector('{name}', {_words_of(text)})" for name in names) + ")"


def _words_of(text: str) -> str:
    return f"translate({text}, '{SIGNS}', '{' ' * len(SIGNS)}')"
