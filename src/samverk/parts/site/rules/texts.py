"""What a page says, in plain text, from the stored form of its blocks."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from html.parser import HTMLParser
from typing import Any

Raw = Mapping[str, Any]

# Marks that end a line, so that words of different lines do not grow together.
LINES = {"p", "br", "li", "ul", "ol", "h2", "h3", "h4", "div"}


def headings(body: Iterable[Raw]) -> str:
    """The headings of a body, and the titles of its boxes and lists of links."""
    return " ".join(text for block in body for text in _headings(block))


def text(body: Iterable[Raw]) -> str:
    """Everything that a reader of the body reads, in its order."""
    return " ".join(_ended(text.strip()) for block in body for text in _texts(block) if text.strip())


def plain(source: str) -> str:
    """Rich text without its marks."""
    reader = _Reader()
    reader.feed(source)
    reader.close()
    return " ".join("".join(reader.pieces).split())


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []

    def handle_data(self, data: str) -> None:
        self.pieces.append(data)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in LINES:
            self.pieces.append(" ")

    def handle_endtag(self, tag: str) -> None:
        if tag in LINES:
            self.pieces.append(" ")


def _ended(text: str) -> str:
    """A line that ends without a stop gets one, so that an excerpt does not run it together with the next."""
    return text if text.endswith((".", "!", "?", ":", "…", ",", ";")) else f"{text}."


def _headings(block: Raw) -> Iterator[str]:
    if block["type"] == "heading":
        yield block["value"]["text"]
    if block["type"] in ("fact_box", "links") and block["value"].get("title"):
        yield block["value"]["title"]
    if block["type"] == "fact_box":
        for inner in block["value"]["content"]:
            yield from _headings(inner)


def _texts(block: Raw) -> Iterator[str]:
    read = _READ.get(block["type"])
    return read(block["value"]) if read else iter(())


def _item(item: Any) -> Any:
    """What a list holds: its items are stored with a type and a key, or bare."""
    return item["value"] if isinstance(item, Mapping) and item.get("type") == "item" else item


def _fields(*names: str) -> Callable[[Raw], Iterator[str]]:
    return lambda value: (value.get(name) or "" for name in names)


def _fact_box(value: Raw) -> Iterator[str]:
    yield f"{value['title']}:"
    for block in value["content"]:
        yield from _texts(block)


_READ: dict[str, Callable[[Any], Iterator[str]]] = {
    "lead": lambda value: iter((value,)),
    "heading": _fields("text"),
    "paragraph": lambda value: iter((plain(value),)),
    "quote": _fields("text", "speaker", "role"),
    "list": lambda value: (plain(_item(item)) for item in value["items"]),
    "links": lambda value: (_item(item)["text"] for item in value["items"]),
    "fact_box": _fact_box,
    "picture": _fields("caption"),
    "film": _fields("caption"),
    "document": _fields("title"),
}
