"""Short ways to write the blocks of a page, in their stored form."""

from typing import Any
from uuid import uuid4

Block = dict[str, Any]


def block(kind: str, value: Any) -> Block:
    return {"type": kind, "value": value, "id": str(uuid4())}


def paragraph(*sentences: str) -> Block:
    """A paragraph for each text; they may hold simple markup."""
    return block("paragraph", "".join(f"<p>{text}</p>" for text in sentences))


def lines(*texts: str) -> Block:
    """Easy-to-read text, a thought a line; an empty text begins a new paragraph."""
    return block("lines", "\n".join(texts))


def heading(text: str, level: int = 2) -> Block:
    return block("heading", {"text": text, "level": str(level)})


def quote(text: str, speaker: str, role: str) -> Block:
    return block("quote", {"text": text, "speaker": speaker, "role": role})


def items(*texts: str, ordered: bool = False) -> Block:
    return block(
        "list", {"is_ordered": ordered, "items": [block("item", f"<p>{text}</p>") for text in texts]}
    )


def fact_box(title: str, *content: Block) -> Block:
    return block("fact_box", {"title": title, "content": list(content)})


def page_links(title: str, *links: tuple[str, int]) -> Block:
    """Links to pages, by their keys."""
    return block(
        "links",
        {
            "title": title,
            "items": [block("item", {"text": text, "page": key, "url": ""}) for text, key in links],
        },
    )


def picture(key: int, alt: str) -> Block:
    """A picture with its own caption and credit."""
    choice = {"image": key, "decorative": False, "alt_text": alt}
    return block("picture", {"picture": choice, "caption": "", "credit": ""})
