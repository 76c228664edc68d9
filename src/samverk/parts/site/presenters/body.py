"""The blocks of a page, turned into what its template shows. What they refer to comes in as a Library."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.safestring import SafeString
from django.utils.text import slugify

from samverk.parts.site.presenters import richtext
from samverk.parts.site.presenters.figures import Figure, figure
from samverk.parts.site.queries.library import Document, Film, Library, Use
from samverk.parts.site.rules.easy import paragraphs

Raw = Mapping[str, Any]


@dataclass(frozen=True)
class References:
    """The keys of everything that a body refers to."""

    pictures: frozenset[int]
    documents: frozenset[int]
    films: frozenset[int]
    pages: frozenset[int]


@dataclass(frozen=True)
class Block:
    """A piece of the page: the template that shows it, and what that template shows."""

    kind: str
    value: Any

    @property
    def template(self) -> str:
        return f"site/blocks/{self.kind}.html"


@dataclass(frozen=True)
class Heading:
    text: str
    level: str
    anchor: str


@dataclass(frozen=True)
class Quote:
    text: str
    speaker: str
    role: str


@dataclass(frozen=True)
class Link:
    text: str
    url: str


@dataclass(frozen=True)
class Links:
    title: str
    items: tuple[Link, ...]


@dataclass(frozen=True)
class Items:
    is_ordered: bool
    items: tuple[SafeString, ...]


@dataclass(frozen=True)
class FactBox:
    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class FilmShown:
    film: Film
    caption: str
    credit: str


@dataclass(frozen=True)
class DocumentShown:
    document: Document
    title: str


def references(body: Iterable[Raw]) -> References:
    """Find what a body, in its stored form, refers to."""
    blocks = list(_flat(body))
    texts = [text for block in blocks for text in _rich_texts(block)]
    of = {
        kind: [block["value"] for block in blocks if block["type"] == kind]
        for kind in ("film", "document", "links")
    }
    linked = (_value(item).get("page") for value in of["links"] for item in value["items"])
    documents = (value.get("document") for value in of["document"])
    return References(
        pictures=_keys(_picture_key(block["value"]) for block in blocks if block["type"] == "picture"),
        documents=_keys(documents) | richtext.links_in(texts, "document"),
        films=_keys(value.get("film") for value in of["film"]),
        pages=_keys(linked) | richtext.links_in(texts, "page"),
    )


def present(body: Iterable[Raw], library: Library) -> tuple[Block, ...]:
    """Turn a body, in its stored form, into blocks to show. One whose picture or file is gone is left out."""
    shown = ((raw["type"], _SHOW[raw["type"]](raw["value"], library)) for raw in body if raw["type"] in _SHOW)
    return tuple(Block(kind, value) for kind, value in shown if value)


def _flat(body: Iterable[Raw]) -> Iterator[Raw]:
    for block in body:
        yield block
        if block["type"] == "fact_box":
            yield from _flat(block["value"]["content"])


def _rich_texts(block: Raw) -> Iterator[str]:
    if block["type"] == "paragraph":
        yield block["value"]
    if block["type"] == "list":
        yield from (_value(item) for item in block["value"]["items"])


def _value(item: Any) -> Any:
    """What a list holds: its items are stored with a type and a key, or bare."""
    return item["value"] if isinstance(item, Mapping) and item.get("type") == "item" else item


def _keys(found: Iterable[int | None]) -> frozenset[int]:
    return frozenset(key for key in found if key)


def _picture_key(value: Raw) -> int | None:
    return (value.get("picture") or {}).get("image")


def _heading(value: Raw, library: Library) -> Heading:
    return Heading(text=value["text"], level=value.get("level") or "2", anchor=slugify(value["text"]))


def _paragraphs(value: str, library: Library) -> tuple[tuple[str, ...], ...]:
    return paragraphs(value)


def _quote(value: Raw, library: Library) -> Quote:
    return Quote(text=value["text"], speaker=value.get("speaker") or "", role=value.get("role") or "")


def _list(value: Raw, library: Library) -> Items:
    items = tuple(richtext.show_line(_value(item), library) for item in value["items"])
    return Items(is_ordered=bool(value.get("is_ordered")), items=items)


def _links(value: Raw, library: Library) -> Links | None:
    candidates = (_link(_value(item), library) for item in value["items"])
    items = tuple(link for link in candidates if link.url)
    return Links(title=value.get("title") or "", items=items) if items else None


def _link(value: Raw, library: Library) -> Link:
    return Link(
        text=value["text"], url=library.addresses.get(value.get("page") or 0, "") or value.get("url") or ""
    )


def _fact_box(value: Raw, library: Library) -> FactBox:
    return FactBox(title=value["title"], blocks=present(value["content"], library))


def _picture(value: Raw, library: Library) -> Figure | None:
    choice = value.get("picture") or {}
    return figure(
        library.pictures.get(choice.get("image") or 0),
        use=Use.TEXT,
        alt=choice.get("alt_text") or "",
        is_decorative=bool(choice.get("decorative")),
        caption=value.get("caption") or "",
        credit=value.get("credit") or "",
    )


def _film(value: Raw, library: Library) -> FilmShown | None:
    film = library.films.get(value.get("film") or 0)
    if not film:
        return None
    return FilmShown(film, caption=value.get("caption") or "", credit=value.get("credit") or "")


def _document(value: Raw, library: Library) -> DocumentShown | None:
    document = library.documents.get(value.get("document") or 0)
    return DocumentShown(document, title=value.get("title") or document.title) if document else None


_SHOW: dict[str, Callable[[Any, Library], Any]] = {
    "lines": _paragraphs,
    "lead": lambda value, library: value,
    "heading": _heading,
    "paragraph": richtext.show,
    "quote": _quote,
    "list": _list,
    "links": _links,
    "fact_box": _fact_box,
    "picture": _picture,
    "film": _film,
    "document": _document,
}
