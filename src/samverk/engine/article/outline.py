"""Listens to the HTML parser and notes the pieces of the page, without building a tree.

The parser is libxml2, which accepts anything. Nothing here is recursive: a page that is nested
a hundred thousand levels deep costs no more than a flat one of the same size.
"""

import re
from dataclasses import dataclass, field

from samverk.engine.article import regions
from samverk.engine.article.links import file_name, safe_href
from samverk.engine.article.model import Reason, Run, Text
from samverk.engine.article.pieces import Kind, Piece, lines_of

_HEADING = re.compile(r"h([1-6])$")
_DECORATION = re.compile(r"logo|ikon|icon|sprite|spacer|pixel|blank\.gif", re.IGNORECASE)
_BLANKS = re.compile(r"\s+")
_FILMS = {"iframe", "video", "audio", "object", "embed"}


@dataclass(slots=True)
class Element:
    """An open or closed element. Its number is its place in document order; a parent's is always lower."""

    tag: str
    number: int
    parent: "Element | None"
    reason: Reason | None = None
    is_main: bool = False
    unread: bool = False
    kind: Kind = Kind.TEXT
    level: int = 2
    ordered: bool = False
    is_lead: bool = False
    group: int = 0
    box: int = 0
    strong: bool = False
    emphasis: bool = False
    href: str = ""
    is_linked: bool = False
    aside: "Element | None" = None
    letters: int = 0
    holds_title: bool = False


@dataclass(slots=True)
class Found:
    """A piece, and the element that it stood in."""

    piece: Piece
    element: Element


@dataclass
class Outline:
    """Target for lxml's parser: elements and pieces in document order."""

    base: str = ""
    elements: list[Element] = field(default_factory=list)
    found: list[Found] = field(default_factory=list)
    meta: dict[str, str] = field(default_factory=dict)
    head_title: str = ""
    has_film: bool = False

    def __post_init__(self) -> None:
        self._here = Element("", -1, None)
        self._words: list[tuple[Element, list[str]]] = []
        self._asides: list[tuple[Element, list[str]]] = []
        self._groups = 0

    # what the parser calls

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        tag = str(tag).lower()
        if self._parts_text(tag):
            self._flush()
        element = self._enter(tag, {str(key).lower(): value or "" for key, value in attributes.items()})
        self.elements.append(element)
        self._here = element

    def end(self, tag: str) -> None:
        if self._parts_text(str(tag).lower()):
            self._flush()
        if self._here.parent is not None:
            self._here = self._here.parent

    def data(self, words: str) -> None:
        here = self._here
        if here.tag == "title" and not self.head_title:
            self.head_title = " ".join(words.split())
        if not here.unread and here.tag != "title":
            self._note(words if here.tag == "pre" else _BLANKS.sub(" ", words))

    def comment(self, _words: str) -> None:
        """Comments are nobody's words."""

    def close(self) -> "Outline":
        self._flush()
        return self

    # what we make of it

    def _parts_text(self, tag: str) -> bool:
        return tag in regions.BLOCKS or (tag == "cite" and self._here.kind in {Kind.SPEECH, Kind.CITE})

    def _enter(self, tag: str, attributes: dict[str, str]) -> Element:
        parent = self._here
        words = regions.class_words(attributes)
        reason = regions.reason_to_leave(tag, attributes, words) if _may_be_left(tag, parent) else None
        element = Element(
            tag, len(self.elements), parent, reason,
            regions.is_main(tag, attributes), parent.unread or tag in regions.UNREAD,
        )  # fmt: skip
        self._dress(element, parent, attributes)
        self._place(element, parent, words)
        match tag:
            case "br":
                self._note("\n")
            case "img":
                self._picture(element, attributes)
            case "meta":
                self._remember(attributes)
            case "base" if not self.base:
                self.base = safe_href(attributes.get("href", ""))
            case "link" if attributes.get("rel") == "canonical":
                self.meta.setdefault("canonical", attributes.get("href", ""))
            case "input" if attributes.get("type") in {"submit", "button"}:
                self._note(attributes.get("value", ""))
        self.has_film |= tag in _FILMS
        return element

    def _dress(self, element: Element, parent: Element, attributes: dict[str, str]) -> None:
        element.strong = parent.strong or element.tag in {"strong", "b"}
        element.emphasis = parent.emphasis or element.tag in {"em", "i"}
        element.href, element.is_linked = parent.href, parent.is_linked or element.tag == "a"
        element.aside = parent.aside or (
            element if element.reason and element.tag not in regions.BLOCKS else None
        )
        if element.tag == "a" and "href" in attributes:
            element.href = safe_href(attributes["href"], self.base)

    def _place(self, element: Element, parent: Element, words: frozenset[str]) -> None:
        tag = element.tag
        element.kind, element.level, element.ordered = parent.kind, parent.level, parent.ordered
        element.is_lead = parent.is_lead or (tag != "body" and regions.is_lead(words))
        element.group, element.box = parent.group, parent.box
        if regions.is_box(tag, words) or tag == "aside":
            element.box = element.number
        if heading := _HEADING.match(tag):
            element.kind, element.level = Kind.HEADING, int(heading[1])
        elif regions.is_caption(tag, words):
            element.kind = Kind.CAPTION
        elif tag in {"cite", "footer"} and parent.kind is Kind.SPEECH:
            element.kind = Kind.CITE
        elif tag in {"ul", "ol"} or (tag == "tr" and parent.kind is not Kind.CELL):
            element.group, element.ordered = self._new_group(), tag == "ol"
        else:
            element.kind = _KINDS.get(tag, element.kind)
        if tag == "blockquote" or (tag in {"p", "div", "figure", "td"} and element.kind is Kind.TEXT):
            element.group = self._new_group()

    def _new_group(self) -> int:
        self._groups += 1
        return self._groups

    def _note(self, words: str) -> None:
        """Keep words, together with those before them when they stood in the same element."""
        here = self._here
        kept, owner = (self._asides, here.aside) if here.aside else (self._words, here)
        if kept and kept[-1][0] is owner:
            kept[-1][1].append(words)
        else:
            kept.append((owner, [words]))

    def _flush(self) -> None:
        """Close the paragraph that is under way, and what was hidden in the middle of it."""
        words, self._words = self._words, []
        asides, self._asides = self._asides, []
        if words:
            self._add(words)
        for aside in asides:
            self._add([aside])

    def _add(self, words: list[tuple[Element, list[str]]]) -> None:
        """Note the lines of a paragraph. An empty line (two <br>) parts paragraphs, in a table's cell too."""
        runs = [_run(owner, parts) for owner, parts in words]
        is_link = all(
            owner.is_linked or run.text.isspace() for (owner, _), run in zip(words, runs, strict=True)
        )
        holder, lines = words[0][0], lines_of(runs)
        group = holder.group
        kind = Kind.TEXT if holder.kind is Kind.CELL and not all(lines) else holder.kind
        holder.letters += sum(len(run.text) for run in runs)
        for line in lines:
            if not line:
                group = self._new_group()
                continue
            piece = Piece(
                line, kind, group, holder.box, holder.level, holder.ordered, holder.is_lead, is_link,
            )  # fmt: skip
            self.found.append(Found(piece, holder))

    def _picture(self, element: Element, attributes: dict[str, str]) -> None:
        source = file_name(attributes.get("src", "") or attributes.get("data-src", ""))
        alt = " ".join(attributes.get("alt", "").split())
        tiny = any(_pixels(attributes.get(side, "")) in range(1, 65) for side in ("width", "height"))
        if element.unread or tiny or _DECORATION.search(source) or not (source or alt):
            return
        self._flush()
        piece = Piece(Text.of(alt), Kind.PICTURE, element.group, element.box, source=source)
        self.found.append(Found(piece, element))

    def _remember(self, attributes: dict[str, str]) -> None:
        name = attributes.get("property") or attributes.get("name") or attributes.get("itemprop") or ""
        self.meta.setdefault(name.lower(), " ".join(attributes.get("content", "").split()))


_KINDS = {
    "li": Kind.ITEM,
    "td": Kind.CELL,
    "th": Kind.CELL,
    "blockquote": Kind.SPEECH,
    "summary": Kind.HEADING,
}


def _may_be_left(tag: str, parent: Element) -> bool:
    """A button in a heading unfolds the text, a footer in a quotation names its source: both stay."""
    return not (tag == "button" and parent.kind is Kind.HEADING) and not (
        tag == "footer" and parent.kind is Kind.SPEECH
    )


def _run(owner: Element, parts: list[str]) -> Run:
    return Run("".join(parts), owner.strong, owner.emphasis, owner.href)


def _pixels(size: str) -> int:
    digits = re.match(r"\d{1,5}", size)
    return int(digits[0]) if digits else 0
