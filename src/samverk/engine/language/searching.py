"""Searches a text for what it gives away, hides personal identity numbers, and takes away what was found."""

import re
from collections.abc import Iterable

from samverk.engine.language.accounts import accounts
from samverk.engine.language.addresses import addresses
from samverk.engine.language.cards import cards
from samverk.engine.language.care import care
from samverk.engine.language.findings import Finding, Masked, Place, Search
from samverk.engine.language.personal_numbers import personal_numbers
from samverk.engine.language.reading import read
from samverk.engine.language.telephones import telephones

MASK = "[dolt personnummer]"
_SEARCHES: tuple[Search, ...] = (personal_numbers, addresses, accounts, cards, telephones, care)


def find(text: str) -> tuple[Finding, ...]:
    """Find what a text gives away, in the order of the text. Nothing found overlaps something else found."""
    return _search(text, _SEARCHES)


def mask(text: str) -> Masked:
    """Hide every personal identity number and coordination number."""
    count = 0
    while found := _search(text, (personal_numbers,)):
        text = _replaced(text, found, MASK)
        count += len(found)
    return Masked(text, count)


def without(text: str, findings: Iterable[Finding]) -> str:
    """Take away what was found, and the space that it leaves behind."""
    kept = ""
    past = 0
    for finding in findings:
        kept = _joined(kept, text[past : finding.start]) if past else text[: finding.start]
        past = finding.end
    return _joined(kept, text[past:]) if past else text


def _search(text: str, searches: Iterable[Search]) -> tuple[Finding, ...]:
    """Search for one thing after the other. What is found first stays where two overlap."""
    reading = read(text)
    taken = bytearray(len(reading.text))
    kept: list[Place] = []
    for search in searches:
        for start, end, kind in search(reading.text):
            if taken.find(1, start, end) < 0:
                taken[start:end] = b"\1" * (end - start)
                kept.append((start, end, kind))
    kept.sort()
    if reading.places is None:
        return tuple(Finding(kind, start, end) for start, end, kind in kept)
    return tuple(Finding(kind, *reading.span(start, end)) for start, end, kind in kept)


def _replaced(text: str, found: Iterable[Finding], by: str) -> str:
    pieces = []
    past = 0
    for finding in found:
        pieces += [text[past : finding.start], by]
        past = finding.end
    return "".join([*pieces, text[past:]])


_CLOSES = re.compile(r"\s|[.,;:!?)\]]|$")


def _joined(before: str, after: str) -> str:
    """Set two pieces together that something stood between."""
    if _CLOSES.match(after):
        before = before.rstrip(" ")
    return before + (after.lstrip(" ") if not before or before[-1].isspace() else after)
