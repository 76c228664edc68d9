"""What somebody may be about to ask, from the first letters on."""

from dataclasses import dataclass

from samverk.base.region.queries import current_region_id
from samverk.base.search.queries import database
from samverk.base.search.rules import questions, words

MOST = 8
MOST_TITLES = 5
SHORTEST = 2
LONGEST = 60
LOOKED_AT = 60

TITLES = """
    WITH begins AS (
        SELECT id, title, url, changed_at, 0 AS place FROM search_entry
        WHERE plain_title LIKE %(begins)s AND language = %(language)s AND region_id = %(region)s
        LIMIT %(looked_at)s
    ), holds AS (
        SELECT id, title, url, changed_at, 1 AS place FROM search_entry
        WHERE %(holds)s <> '' AND titled @@ %(holds)s::tsquery
            AND language = %(language)s AND region_id = %(region)s
        LIMIT %(looked_at)s
    )
    SELECT title, min(url) FROM (SELECT * FROM begins UNION ALL SELECT * FROM holds) AS found
    GROUP BY title ORDER BY min(place), length(title), max(changed_at) DESC NULLS LAST LIMIT %(most)s
"""
WORDS = """
    SELECT word, lexemes FROM (
        SELECT word, pages, lexemes FROM search_word
        WHERE plain LIKE %(begins)s AND region_id = %(region)s AND language = %(language)s
            AND lexemes <> '{}'
        LIMIT 3000
    ) AS found ORDER BY pages DESC, word LIMIT %(most)s
"""


@dataclass(frozen=True)
class Suggestion:
    """A text to search for; or, with an address, a page to go to."""

    text: str
    url: str = ""


def suggest(prefix: str, *, language: str) -> tuple[Suggestion, ...]:
    """At most eight: pages whose title has words that begin so, then words that do.

    :raises TookTooLong: when the database does not answer in time.
    """
    typed = questions.parse(prefix[:LONGEST]).text
    parts = [words.fold(word) for word in words.words(typed)]
    if not parts or len(parts[-1]) < SHORTEST and len(parts) == 1:
        return ()
    with database.short():
        region = current_region_id()
        titles = _titles(typed, parts, region, language)
        others = _words(typed, parts[-1], region, language, MOST - len(titles))
    return (*titles, *others)


def _titles(typed: str, parts: list[str], region: int, language: str) -> tuple[Suggestion, ...]:
    values = {
        "begins": _like(words.fold(typed)),
        "holds": " & ".join(f"'{part}':*" for part in parts),
        "region": region,
        "language": language,
        "looked_at": LOOKED_AT,
        "most": MOST_TITLES,
    }
    return tuple(Suggestion(title, url) for title, url in database.rows(TITLES, values))


def _words(typed: str, last: str, region: int, language: str, most: int) -> tuple[Suggestion, ...]:
    """The text with its last word finished; of the forms of a word, the one on most pages."""
    values = {"begins": _like(last), "region": region, "language": language, "most": most * 4}
    start = typed[: len(typed) - len(typed.split()[-1])].lower()
    forms: dict[frozenset[str], str] = {}
    for word, lexemes in database.rows(WORDS, values):
        forms.setdefault(frozenset(lexemes), word)
    return tuple(Suggestion(start + word) for word in list(forms.values())[:most])


def _like(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    return f"{escaped}%"
