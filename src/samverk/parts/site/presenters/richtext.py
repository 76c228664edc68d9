"""Rich text as an editor wrote it, made safe to show."""

from collections.abc import Callable, Iterable, Iterator, Mapping

import nh3
from django.utils.html import escape
from django.utils.safestring import SafeString
from wagtail.rich_text.rewriters import LinkRewriter

from samverk.parts.site.queries.library import Library

TAGS = {"p", "br", "b", "strong", "i", "em", "a", "ul", "ol", "li"}
ATTRIBUTES = {"a": {"href"}}
SCHEMES = {"http", "https", "mailto", "tel"}


def links_in(sources: Iterable[str], kind: str) -> frozenset[int]:
    """The keys of what these texts link to; `kind` is `page` or `document`."""
    rewriter = LinkRewriter(reference_extractors={kind: _key})
    return frozenset(
        key for source in sources if "linktype" in source for key in rewriter.extract_references(source)
    )


def show(source: str, library: Library) -> SafeString:
    """Turn stored rich text into HTML. Links to what is gone become words, unknown markup goes."""
    if "linktype" in source:
        documents = {key: document.url for key, document in library.documents.items()}
        rules = {"page": _expand(library.addresses), "document": _expand(documents)}
        source = LinkRewriter(bulk_rules=rules)(source)
    clean = nh3.clean(source, tags=TAGS, attributes=ATTRIBUTES, url_schemes=SCHEMES, link_rel=None)
    return SafeString(clean)


def show_line(source: str, library: Library) -> SafeString:
    """The same for a text that has a line to itself, as in a list: without the paragraph round it."""
    html = show(source, library).strip()
    has_one_paragraph = html.startswith("<p>") and html.endswith("</p>") and html.count("<p>") == 1
    return SafeString(html[3:-4] if has_one_paragraph else html)


def _key(attributes: dict[str, str]) -> Iterator[int]:
    if attributes.get("id", "").isdecimal():
        yield int(attributes["id"])


def _expand(addresses: Mapping[int, str]) -> Callable[[list[dict[str, str]]], list[str]]:
    def tags(links: list[dict[str, str]]) -> list[str]:
        return [_tag(addresses.get(next(_key(link), 0), "")) for link in links]

    return tags


def _tag(url: str) -> str:
    return f'<a href="{escape(url)}">' if url else "<a>"
