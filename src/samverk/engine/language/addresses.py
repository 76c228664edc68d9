"""E-mail addresses, also those that are written so that robots do not see them: "namn (at) example.org"."""

import re
from collections.abc import Iterator

from samverk.engine.language.findings import Kind, Place

_DOT = r"(?: ?\.| ?[(\[{](?:\.|punkt|dot)[)\]}] ?| punkt | dot )"
_DOMAIN = rf"[\w-]{{1,63}}+(?:{_DOT}[\w-]{{1,63}}+){{0,5}}{_DOT}[^\W\d_]{{2,24}}+(?!\.?[\w@-])"
_AT = re.compile(f"@ ?{_DOMAIN}")
_AT_IN_WORDS = re.compile(
    rf"[(\[{{<](?:at|a|@|snabel-?a|alfa)[)\]}}>] ?{_DOMAIN}|snabel[ -]?a {_DOMAIN}|alfa-?tecken {_DOMAIN}"
    r"|at [\w-]{1,63}(?: punkt | dot )[\w-]{1,63}"
)
_WORDS_FOR_AT = ("(a", "[a", "{a", "<a", "(s", "[s", "(@", "[@", "snabel", "alfa", " at ")
_TOD = r"(?:\.|\s?[)\]}](?:\.|tknup|tod)[(\[{]\s?| tknup | tod )"
_NAME_BACKWARDS = re.compile(rf" ?([\w+%'-]{{1,64}}+(?:{_TOD}[\w+%'-]{{1,64}}+){{0,5}}+)")
_LONGEST_NAME = 90


def addresses(reading: str) -> Iterator[Place]:
    """Every e-mail address."""
    yield from _around(_AT, reading)
    if any(word in reading for word in _WORDS_FOR_AT):
        yield from _around(_AT_IN_WORDS, reading)


def _around(at_and_domain: re.Pattern[str], reading: str) -> Iterator[Place]:
    past = 0
    for found in at_and_domain.finditer(reading):
        at = found.start()
        name = _NAME_BACKWARDS.match(reading[max(past, at - _LONGEST_NAME) : at][::-1])
        if name:
            past = found.end()
            yield at - name.end(), past, Kind.EMAIL
