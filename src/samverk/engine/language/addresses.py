"""E-mail addresses, also those that are written so that robots do not see them."""

import re
from collections.abc import Iterator

from samverk.engine.language.findings import Kind, Place

_DOT = r"(?:\.| ?[(\[]\.[)\]] ?| ?[(\[](?:punkt|dot)[)\]] ?| punkt | dot )"
_AT = re.compile(
    r" ?@ ?| ?[(\[{<](?:at|a|@|snabel-?a|alfa)[)\]}>] ?| (?:snabel[ -]?a|alfa-?tecken) | at (?=[\w-]{1,63} (?:punkt|dot) )"
)
_WORD = r"[\w+%'-]"
_BEFORE = re.compile(rf"{_WORD}{{1,64}}+(?:(?:\.|\s?[)\]](?:tknup|tod|\.)[(\[]\s?| tknup | tod ){_WORD}{{1,64}}+){{0,5}}+")
_AFTER = re.compile(rf"[\w-]{{1,63}}+(?:{_DOT}[\w-]{{1,63}}+){{0,5}}{_DOT}[a-zåäö]{{2,18}}+(?![\w@])")
_LOOSE = re.compile(r"[ (\[]")


def addresses(reading: str) -> Iterator[Place]:
    """Every e-mail address."""
    past = 0
    for at in _AT.finditer(reading):
        if at.start() < past or not (after := _AFTER.match(reading, at.end())):
            continue
        before = _BEFORE.match(reading[max(past, at.start() - 80) : at.start()][::-1])
        if before:
            past = after.end()
            yield at.start() - before.end(), past, Kind.EMAIL
