"""Queries of which Django makes the SQL once. Afterwards only their values change.

To make a query's SQL costs Django several times what it costs to ask it. The queries of every page view are
of this kind; what they give is plain values, as the database has them.
"""

from collections.abc import Callable
from functools import cached_property
from typing import Any

from django.db import connection
from django.db.models import BooleanField, Expression, Func, QuerySet


class Given(Expression):
    """The place of a value that is given when the query is asked."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.name = name

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, tuple[Any, ...]]:
        return "%s", (self,)


class IsOneOf(Func):
    """Whether a field is one of several values that are given: `IsOneOf("id", Given("keys"))`."""

    template = "(%(expressions)s))"
    arg_joiner = " = ANY("
    output_field = BooleanField()


class Prepared:
    """A query, to be asked with the values of its `Given` places. It is made when it is first asked."""

    def __init__(self, make: Callable[[], QuerySet[Any, Any]]) -> None:
        self._make = make

    def rows(self, **given: Any) -> list[tuple[Any, ...]]:
        """Ask for the rows, each with the columns that the query names, in that order."""
        sql, values = self._sql
        with connection.cursor() as cursor:
            cursor.execute(sql, [given[one.name] if isinstance(one, Given) else one for one in values])
            return cursor.fetchall()

    @cached_property
    def _sql(self) -> tuple[str, tuple[Any, ...]]:
        return self._make().query.sql_with_params()
