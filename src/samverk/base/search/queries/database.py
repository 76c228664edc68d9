"""Asking PostgreSQL with words that a visitor has typed.

Django writes values into the text of a query, which PostgreSQL puts in its log when the query fails. Here
they travel beside the text, so that what people search for stands in no log. What takes too long is stopped.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import psycopg
from django.db import connection, transaction

MILLISECONDS = 2000
# Everything that matches is found by the index for words: the planner must not read the whole table instead.
LOCAL = {"enable_seqscan": "off", "statement_timeout": str(MILLISECONDS)}


class TookTooLong(RuntimeError):
    """PostgreSQL did not answer in time."""


@contextmanager
def short() -> Iterator[None]:
    """Ask within a transaction in which no query may take longer than two seconds.

    :raises TookTooLong: when one does.
    """
    try:
        with transaction.atomic():
            rows(
                "SELECT "
                + ", ".join(f"set_config('{name}', '{value}', true)" for name, value in LOCAL.items())
            )
            yield
    except psycopg.errors.QueryCanceled as late:
        raise TookTooLong from late


def rows(sql: str, values: Mapping[str, Any] | None = None) -> list[tuple[Any, ...]]:
    """The rows of a query, its values bound by the server."""
    connection.ensure_connection()
    with psycopg.Cursor(connection.connection) as cursor:
        return cursor.execute(sql.encode(), values).fetchall()
