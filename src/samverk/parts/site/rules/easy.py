"""The easy-to-read version of a page: its address, its lines, and its words alone."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

STEP = "lattlast"
TAG = re.compile(r"<[^>]+>")


def address(url: str) -> str:
    """Where the easy-to-read version of the page at `url` is read."""
    return f"{url}{STEP}/"


def paragraphs(text: str) -> tuple[tuple[str, ...], ...]:
    """A text as its writer broke it: paragraphs between empty lines, each with its lines."""
    blocks = re.split(r"\n\s*\n", text.replace("\r\n", "\n").strip())
    return tuple(lines for block in blocks if (lines := _lines(block)))


def words_of(body: Iterable[Mapping[str, Any]]) -> str:
    """What a reader reads of a body in its stored form, a line for each heading and point of a list."""
    return "\n".join(line for block in body for line in _spoken(block["type"], block["value"]))


def _lines(block: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in block.split("\n") if line.strip())


def _spoken(kind: str, value: Any) -> Iterable[str]:
    match kind:
        case "heading":
            return [value["text"]]
        case "lines":
            return [value]
        case "list":
            return [TAG.sub(" ", item["value"]) for item in value["items"]]
        case _:
            return []
