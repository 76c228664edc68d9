"""Setting up PostgreSQL's text search for Swedish. Safe to run again and again."""

from django.db import DatabaseError, connection, transaction

from samverk.base.search.queries import dictionaries

# hunspell-sv, as Debian's postgresql-common calls it in the server's folder `tsearch_data`.
FILES = "sv_se"
WORDS = "asciiword, word, hword_asciipart, hword_part, asciihword, hword"


def configure() -> bool:
    """Read Swedish with the dictionary when the server has it; return whether it does.

    Without it Swedish is read with PostgreSQL's stemmer alone: inflections are found, compounds less often.
    """
    if not dictionaries.configured():
        _remove()
        _make()
    dictionaries.of.cache_clear()
    return dictionaries.configured()


def _make() -> None:
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(
                f"CREATE TEXT SEARCH DICTIONARY {dictionaries.DICTIONARY} "
                f"(TEMPLATE = ispell, DictFile = {FILES}, AffFile = {FILES}, StopWords = swedish)"
            )
            cursor.execute("CREATE TEXT SEARCH CONFIGURATION search_sv (COPY = pg_catalog.swedish)")
            cursor.execute(
                f"ALTER TEXT SEARCH CONFIGURATION search_sv "
                f"ALTER MAPPING FOR {WORDS} WITH {dictionaries.DICTIONARY}"
            )
    except DatabaseError:
        return  # The server lacks the files, or we may not: `samverk check --deploy` tells of it.


def _remove() -> None:
    """Take away what has lost its files, as after a move to another server."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("DROP TEXT SEARCH CONFIGURATION IF EXISTS search_sv")
        cursor.execute(f"DROP TEXT SEARCH DICTIONARY IF EXISTS {dictionaries.DICTIONARY}")
