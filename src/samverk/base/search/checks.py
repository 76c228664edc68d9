"""What an operator must know about search."""

from typing import Any

from django.core.checks import CheckMessage, Info
from django.db import DatabaseError

from samverk.base.search.queries import dictionaries


def dictionary_is_there(**_: Any) -> list[CheckMessage]:
    """A sentence when Swedish is read without its dictionary."""
    try:
        if dictionaries.configured():
            return []
    except DatabaseError:
        return []
    return [
        Info(
            "The search reads Swedish without its dictionary, so compounds are found less often: install "
            "hunspell-sv on the database server, then run `samverk manage rebuild_search`.",
            id="samverk.search_dictionary",
        )
    ]
