"""Whether the database server has the dictionary of Swedish, and reads with it."""

from functools import cache

from django.db import DatabaseError, connection, transaction

from samverk.base.search.rules import configurations
from samverk.base.search.rules.configurations import Configurations

DICTIONARY = "search_sv_words"


def configured() -> bool:
    """Whether the dictionary has been set up in this database, and its files are there to be read."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1 FROM pg_ts_dict WHERE dictname = %s", [DICTIONARY])
        if not cursor.fetchone():
            return False
        try:
            with transaction.atomic():
                cursor.execute("SELECT ts_lexize(%s::regdictionary, 'dag')", [DICTIONARY])
        except DatabaseError:
            return False
        return True


@cache
def of(language: str) -> Configurations:
    """How a language is read here. Remembered for the life of the process."""
    has_dictionary = language in configurations.INFLECTED and configured()
    return configurations.of(language, has_dictionary=has_dictionary)
