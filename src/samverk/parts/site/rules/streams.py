"""An article that was read, in the stored form of `blocks.BodyBlock`: the type and value of each block."""

from collections.abc import Mapping, Sequence
from typing import Any

from samverk.engine.article import (
    Block,
    FactBox,
    Heading,
    Image,
    Links,
    List,
    Paragraph,
    Quote,
    Run,
    Text,
    blocks_from,
    markup_for,
)

Stored = dict[str, Any]
LOWEST_HEADING = 3


def stored(blocks: Sequence[Block], pictures: Mapping[int, int] | None = None) -> list[Stored]:
    """Give the stored form of blocks. `pictures` are the keys of kept pictures, by the block's place."""
    keys = pictures or {}
    return [_stored(block, keys.get(place)) for place, block in enumerate(blocks)]


def _stored(block: Block, picture: int | None) -> Stored:
    match block:
        case Heading():
            level = str(min(max(block.level, 2), LOWEST_HEADING))
            return {"type": "heading", "value": {"text": block.text, "level": level}}
        case Paragraph(text=text):
            return {"type": "paragraph", "value": _rich(text)}
        case Quote():
            return {
                "type": "quote",
                "value": {"text": block.text, "speaker": block.speaker, "role": block.role},
            }
        case List(items=items, ordered=ordered):
            return _list(items, ordered=ordered)
        case Links():
            return _links(block)
        case Image():
            return _picture(block, picture)
        case FactBox(title=title):
            return {"type": "fact_box", "value": {"title": title, "content": stored(_plain(block))}}


def _plain(box: FactBox) -> tuple[Block, ...]:
    """Make paragraphs, lists and links of everything in a box: it holds nothing else."""
    return blocks_from(markup_for(box.blocks))


def _rich(text: Text) -> str:
    return f"<p>{text.to_html()}</p>"


def _items(values: Sequence[Any]) -> list[Stored]:
    return [{"type": "item", "value": value} for value in values]


def _list(items: Sequence[Text], *, ordered: bool) -> Stored:
    return {
        "type": "list",
        "value": {"is_ordered": ordered, "items": _items([_rich(item) for item in items])},
    }


def _links(block: Links) -> Stored:
    """Store links to the web as links; with a mail or telephone address among them, as a list."""
    if not all(link.href.lower().startswith(("http:", "https:")) for link in block.items):
        return _list([Text((Run(link.text, href=link.href),)) for link in block.items], ordered=False)
    links = [{"text": link.text, "page": None, "url": link.href} for link in block.items]
    return {"type": "links", "value": {"title": "", "items": _items(links)}}


def _picture(block: Image, picture: int | None) -> Stored:
    image = {"image": picture, "alt_text": block.alt, "decorative": False} if picture else None
    return {"type": "picture", "value": {"picture": image, "caption": block.caption, "credit": block.credit}}
