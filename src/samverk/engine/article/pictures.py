"""Captions and photographers: "Anna föreläser. Foto: Karin Ek"."""

import re
from dataclasses import dataclass

from samverk.engine.article.model import Block, Image, LeftOut
from samverk.engine.article.pieces import Kind, Piece, is_sentence

_LABEL = (
    r"(?:[Ff]oto(?:graf)?(?:\s*[:/]|\s(?=[A-ZÅÄÖÉÜ]))|[Pp]hoto(?:graph)?\s+by\s*:?|"
    r"(?:[Bb]ild|[Ii]llustration|[Pp]hoto(?:graph(?:er)?)?|[Ii]mage|[Cc]redit)\s*[:/])"
)
_NAME = r"[A-ZÅÄÖÉÜ][^:;()\[\]]{1,80}?"
_CREDIT_LAST = re.compile(rf"^(?P<caption>.*?)[\s(\[,|–-]*\b{_LABEL}\s*(?P<credit>{_NAME})[.)\]\s]*$")
_CREDIT_FIRST = re.compile(
    rf"^{_LABEL}\s*(?P<credit>[A-ZÅÄÖÉÜ][\w’'-]+(?:\s[A-ZÅÄÖÉÜ][\w’'-]+){{1,3}})\.\s+(?P<caption>.+)$"
)
_LONGEST = 400


@dataclass(frozen=True, slots=True)
class Caption:
    words: str
    credit: str


def read_caption(words: str) -> Caption | None:
    """Split a caption from the photographer's name, or tell that no photographer is named."""
    if len(words) > _LONGEST:
        return None
    found = _CREDIT_FIRST.match(words) or _CREDIT_LAST.match(words)
    if not found or found["credit"].count(" ") > 6:
        return None
    return Caption(found["caption"].strip(), found["credit"].strip())


def reads_as_caption(words: str) -> bool:
    return read_caption(words) is not None


def gather_pictures(strip: list[Piece | LeftOut | Block]) -> list[Piece | LeftOut | Block]:
    """Make one image of each picture, its caption and its photographer."""
    gathered: list[Piece | LeftOut | Block] = []
    at = 0
    while at < len(strip):
        piece = strip[at]
        at += 1
        if not isinstance(piece, Piece):
            gathered.append(piece)
        elif piece.kind is Kind.PICTURE:
            image, at = _shown(piece, strip, at)
            gathered.append(image)
        elif (caption := read_caption(piece.words)) and piece.kind in {Kind.TEXT, Kind.CAPTION}:
            alt = _alternative(gathered, piece)
            gathered.append(Image(alt, caption.words, caption.credit))
        else:
            gathered.append(piece)
    return gathered


def _shown(picture: Piece, strip: list[Piece | LeftOut | Block], at: int) -> tuple[Image, int]:
    """Read what stands under a picture: its caption, and the photographer in it or on a line of their own."""
    captions: list[str] = []
    credit = ""
    while at < len(strip):
        below = strip[at]
        if not isinstance(below, Piece) or below.kind is Kind.PICTURE or not below.words:
            break
        read = read_caption(below.words) if not credit else None
        if not read and below.kind is not Kind.CAPTION:
            break
        captions.append(read.words if read else below.words)
        credit = read.credit if read else credit
        at += 1
    caption = " ".join(filter(None, captions))
    return Image(picture.words, caption, credit, picture.source), at


def _alternative(gathered: list[Piece | LeftOut | Block], caption: Piece) -> str:
    """Take the line above a caption when it stood in the same paragraph: it is the picture's description."""
    above = gathered[-1] if gathered else None
    if not isinstance(above, Piece) or above.group != caption.group or not above.group:
        return ""
    if above.kind is not Kind.TEXT or len(above.words) > 160 or is_sentence(above.words):
        return ""
    gathered.pop()
    return above.words
