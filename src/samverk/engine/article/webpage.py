"""Reads a saved web page into pieces, and marks those that stand outside the article."""

import re
from datetime import date

from lxml import etree

from samverk.engine.article import regions
from samverk.engine.article.dates import iso_date
from samverk.engine.article.model import Reason
from samverk.engine.article.outline import Element, Found, Outline
from samverk.engine.article.pieces import Kind, Page

_LOOKS_LIKE_HTML = re.compile(
    r"<(!doctype\s+html|html|head|body|main|article|section|header|footer|nav|div|p|h[1-6]|ul|ol|table|span|script|"
    r"style|iframe|svg|img|a|b|i|strong|em|br|form|meta|link|object|embed|details|video|blockquote)(\s|/|>)",
    re.IGNORECASE,
)
_JSON_DATE = re.compile(r'"datePublished"\s*:\s*"([0-9T:.+-]{10,30})')
_SITE_NAME = re.compile(r"\s+[|–—-]\s+[^|–—]*$")
_PUBLISHED = (
    "article:published_time", "datepublished", "dcterms.issued", "dc.date.issued", "dc.date", "date",
)  # fmt: skip
_MAY_DOMINATE = regions.set_of("html body div section form table tbody tr td main article aside")
_STAYS_OUT = {Reason.FORM, Reason.NAVIGATION, Reason.HIDDEN, Reason.COOKIES, Reason.CAPTCHA}


def is_webpage(text: str) -> bool:
    """Tell HTML from plain text."""
    return bool(_LOOKS_LIKE_HTML.search(text))


def read_webpage(text: str) -> Page:
    """Read HTML, however broken."""
    parser = etree.HTMLParser(target=Outline(), encoding="utf-8", huge_tree=True, recover=True)
    parser.feed(text.encode("utf-8"))
    outline: Outline = parser.close()
    title = _title(outline)
    _judge(outline, title)
    if not _has_story(outline.found):
        _forgive(outline.found)
    shown = next((found.piece.words for found in outline.found if found is title), "")
    return Page(
        [found.piece for found in outline.found],
        title=shown or outline.meta.get("og:title", "") or _SITE_NAME.sub("", outline.head_title),
        published=_published(outline.meta, text),
        has_film=outline.has_film,
    )


def _published(meta: dict[str, str], text: str) -> date | None:
    for name in _PUBLISHED:
        if found := iso_date(meta.get(name, "")):
            return found
    in_data = _JSON_DATE.search(text)
    return iso_date(in_data[1]) if in_data else None


def _title(outline: Outline) -> Found | None:
    """Find the heading that names the article: the first one, that in the main part, the one in <title>."""
    head = outline.head_title.casefold()
    shared = outline.meta.get("og:title", "").casefold()

    def weight(found: Found) -> int:
        words = found.piece.words.casefold()
        named = bool(words) and (head.startswith(words) or shared == words)
        first = found.piece.level == 1
        return 3 * named + 2 * first + 2 * _in_main(found.element) if named or first else 0

    headings = [found for found in outline.found if found.piece.kind is Kind.HEADING]
    best = max(headings, key=weight, default=None)
    return best if best and weight(best) else None


def _in_main(element: Element | None) -> bool:
    steps = 0
    while element is not None and steps < 200:
        if element.is_main:
            return True
        element, steps = element.parent, steps + 1
    return False


def _judge(outline: Outline, title: Found | None) -> None:
    """Hand each element's reason down to what stands in it, and to its pieces."""
    _count_letters(outline.elements)
    main = _hold(title)
    everything = sum(element.letters for element in outline.elements if _is_root(element))
    inside = _descend(outline.elements, main, everything)
    after_title = title is None or _story_before(outline.found, title, everything)
    for found in outline.found:
        piece, element = found.piece, found.element
        if found is title:
            after_title, piece.reason = True, None
            continue
        piece.reason = element.reason
        if not piece.reason and main and not inside[element.number]:
            piece.reason = Reason.ASIDE if after_title else Reason.NAVIGATION
        elif not piece.reason and not after_title and not main:
            piece.reason = Reason.NAVIGATION
        piece.may_hold_facts = piece.reason is Reason.ASIDE or (
            piece.reason is Reason.FOOTER and bool(main) and inside[element.number]
        )


def _is_root(element: Element) -> bool:
    return element.parent is not None and not element.parent.tag


def _count_letters(elements: list[Element]) -> None:
    for element in reversed(elements):
        if element.parent is not None:
            element.parent.letters += element.letters


def _hold(title: Found | None) -> Element | None:
    """Mark what the title stands in, and give the outermost part of it that says it is the main one."""
    main, element = None, title.element if title else None
    while element is not None:
        element.holds_title = True
        if element.is_main:
            main = element
        element = element.parent
    return main


def _descend(elements: list[Element], main: Element | None, everything: int) -> list[bool]:
    """Give every element the reason of the outermost one around it. Tell which are in the main part."""
    inside: list[bool] = []
    for element in elements:
        parent = element.parent if element.parent and element.parent.number >= 0 else None
        inside.append(element is main or bool(parent and inside[parent.number]))
        dominates = element.letters * 2 > everything > 0 and element.tag in _MAY_DOMINATE
        if element.holds_title or dominates:
            element.reason = None
        if element.tag == "header" and inside[-1] and element is not main:
            element.reason = None
        if parent and parent.reason and not (parent.reason is Reason.ASIDE and element.reason):
            element.reason = parent.reason
    return inside


def _story_before(found: list[Found], title: Found, everything: int) -> bool:
    """Tell whether so much is written before the title that it must belong to the story."""
    before = 0
    for one in found:
        if one is title:
            break
        if one.piece.kind is Kind.TEXT and len(one.piece.words) > 80 and one.element.reason is None:
            before += len(one.piece.words)
    return before * 3 > everything


def _has_story(found: list[Found]) -> bool:
    return any(one.piece.reason is None and one.piece.kind is not Kind.HEADING for one in found)


def _forgive(found: list[Found]) -> None:
    """Take back what stands aside or at the foot, when nothing else is left of the page."""
    for one in found:
        if one.piece.reason not in _STAYS_OUT:
            one.piece.reason = None
