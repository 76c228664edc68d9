"""Telephone numbers."""

from collections.abc import Iterator

from samverk.engine.language.findings import Kind, Place
import re

_FIRST = re.compile(r"(?<![\w+])(?:\+46 ?(?:\(0\))? ?|0)[1-9][0-9]{0,3}[ -]{0,3}[0-9](?:[ -]?[0-9]){4,8}(?![0-9])")


def telephones(reading: str) -> Iterator[Place]:
    """Every telephone number."""
    for found in _FIRST.finditer(reading):
        yield *found.span(), Kind.TELEPHONE
