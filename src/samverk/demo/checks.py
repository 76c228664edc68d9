"""What must not follow from the demonstration into production."""

from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, register
from django.db import DatabaseError

from samverk.demo import accounts


@register(Tags.security, deploy=True)
def no_invented_people(**_: Any) -> list[CheckMessage]:
    """Nobody may sign in with a password that everybody knows."""
    if settings.DEMONSTRATION:
        return []
    try:
        found = accounts.exist()
    except DatabaseError:
        return []
    if not found:
        return []
    return [
        Error(
            "The invented people of the demonstration can sign in here, with a password that is public.",
            hint="Start production with an empty database, or erase each of them under Personer.",
            id="samverk.E110",
        )
    ]
