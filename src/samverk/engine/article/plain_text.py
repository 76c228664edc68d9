"""Reads plain text into pieces: blocks between empty lines, and the lines in them."""

import re

from samverk.engine.article.links import link_line
from samverk.engine.article.markup import text_from
from samverk.engine.article.model import Run, Text
from samverk.engine.article.pictures import reads_as_caption
from samverk.engine.article.pieces import Kind, Page, Piece, is_sentence, is_wrapped, looks_like_heading

_BULLET = re.compile(r"^[•·‣▪●◦○*]\s+(?=\S)")
_NUMBER = re.compile(r"^\d{1,2}[.)]\s+(?=\S)")
_MARKED_HEADING = re.compile(r"^(#{1,6})\s+(.+?)\s*#*$")
_QUOTED = re.compile(r"^>\s+(.+)$")
_UNDERLINE = re.compile(r"^(={3,}|-{3,}|_{3,}|\*{3,})$")
_LONG = 60


def read_plain_text(text: str) -> Page:
    """Read text in which empty lines part the paragraphs, or, when there are none, every line end does."""
    pieces: list[Piece] = []
    for group, lines in enumerate(_blocks(text), start=1):
        pieces.extend(_pieces(lines, group))
    return Page(pieces)


def _blocks(text: str) -> list[list[str]]:
    lines = [" ".join(line.split()) for line in text.split("\n")]
    blocks: list[list[str]] = [[]]
    for line in lines:
        if line:
            blocks[-1].append(line)
        elif blocks[-1]:
            blocks.append([])
    blocks = [block for block in blocks if block]
    if len(blocks) == 1 and len(blocks[0]) > 2 and not is_wrapped(blocks[0]):
        return [[line] for line in blocks[0]]
    return [[" ".join(block)] if is_wrapped(block) and not _is_list(block) else block for block in blocks]


def _is_list(lines: list[str]) -> bool:
    return all(_BULLET.match(line) or _NUMBER.match(line) for line in lines[:2])


def _pieces(lines: list[str], group: int) -> list[Piece]:
    if len(lines) > 1 and _UNDERLINE.match(lines[1]):
        return [_heading(lines[0], 2), *_pieces(lines[2:], group)]
    if lines and _UNDERLINE.match(lines[0]):
        return _pieces(lines[1:], group)
    numbered = sum(bool(_NUMBER.match(line)) for line in lines) > 1
    pieces = [_piece(line, group, numbered) for line in lines]
    if pieces and pieces[0].kind is Kind.TEXT and _starts_with_heading(lines):
        pieces[0] = _heading(lines[0], 2)
    return pieces


def _starts_with_heading(lines: list[str]) -> bool:
    first, rest = lines[0], lines[1:]
    if not looks_like_heading(first) or reads_as_caption(first):
        return False
    if not rest:
        return True
    return (
        len(rest[0]) > max(_LONG, 2 * len(first)) and is_sentence(rest[0]) and not reads_as_caption(rest[0])
    )


def _heading(words: str, level: int) -> Piece:
    return Piece(Text.of(words), Kind.HEADING, level=level)


def _piece(line: str, group: int, numbered: bool) -> Piece:
    if marked := _MARKED_HEADING.match(line):
        return _heading(marked[2], len(marked[1]))
    if _BULLET.match(line):
        return Piece(text_from(_BULLET.sub("", line)), Kind.ITEM, group)
    if numbered and _NUMBER.match(line):
        return Piece(text_from(_NUMBER.sub("", line)), Kind.ITEM, group, ordered=True)
    if link := link_line(line):
        return Piece(Text((Run(link[0], href=link[1]),)), Kind.ITEM, group)
    if quoted := _QUOTED.match(line):
        return Piece(text_from(quoted[1]), Kind.SPEECH, group)
    return Piece(text_from(line), Kind.TEXT, group)
