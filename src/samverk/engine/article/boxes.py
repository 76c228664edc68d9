"""Boxes of facts beside the story: "Bakgrund", "Fakta om sociala företag"."""

import re

from samverk.engine.article.pieces import Kind, Piece, Strip, is_sentence, looks_like_heading

_BOX_TITLE = re.compile(
    r"^(kort )?(bakgrund|fakta|faktaruta|background|facts?)\b[^.!?]{0,60}$", re.IGNORECASE
)


def cut_boxes(strip: Strip) -> list[tuple[str | None, Strip]]:
    """Cut the strip where a box begins and ends. The title of what is not a box is None."""
    parts: list[tuple[str | None, Strip]] = [(None, [])]
    opening: Piece | None = None
    for at, piece in enumerate(strip):
        if isinstance(piece, Piece):
            if not _is_inside(piece, opening) and _opens(piece, strip[at + 1 : at + 2]):
                opening = piece
                parts.append((piece.words, []))
                continue
            if opening and _closes(piece, opening):
                opening = None
                parts.append((None, []))
        parts[-1][1].append(piece)
    return parts


def _is_inside(piece: Piece, opening: Piece | None) -> bool:
    return bool(opening and opening.box and opening.box == piece.box)


def _opens(piece: Piece, following: Strip) -> bool:
    below = following[0] if following else None
    if not isinstance(below, Piece) or piece.kind not in {Kind.HEADING, Kind.TEXT}:
        return False
    if not looks_like_heading(piece.words):
        return False
    if _BOX_TITLE.match(piece.words):
        return True
    named = piece.reason is None or (
        is_sentence(below.words) and not all(run.href for run in below.text.runs)
    )
    return piece.kind is Kind.HEADING and bool(piece.box) and piece.box == below.box and named


def _closes(piece: Piece, opening: Piece) -> bool:
    if piece.reason is not opening.reason:
        return True
    if opening.box:
        return piece.box != opening.box
    return piece.kind is Kind.HEADING and piece.level <= opening.level
