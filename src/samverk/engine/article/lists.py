"""Lists of things, lists of links, and tables."""

import re
from itertools import groupby

from samverk.engine.article.model import Block, LeftOut, Link, Links, List, Note, Run, Text
from samverk.engine.article.pieces import Kind, Piece, is_sentence
from samverk.engine.article.problems import table_became_list
from samverk.engine.article.speech import read_quote

_BULLET = re.compile(r"^[•·▪‣●◦○]\s*(?=\S)")
_DASH = re.compile(r"^[-–—―−]\s*(?=\S)")
_WIDEST_ROW = 200
_Strip = list[Piece | LeftOut | Block]


def gather_lists(strip: _Strip) -> tuple[_Strip, list[Note]]:
    """Make one list of the items that stand together."""
    gathered: _Strip = []
    notes: list[Note] = []
    for (kind, _), members in groupby(strip, _key):
        together = list(members)
        pieces = [one for one in together if isinstance(one, Piece)]
        if kind == "item":
            gathered.append(_list(pieces))
        elif kind == "bullet" or (kind == "dash" and _is_list(pieces)):
            mark = _BULLET if kind == "bullet" else _DASH
            gathered.append(List(tuple(_without_mark(piece.text, mark) for piece in pieces)))
        elif kind == "cell" and (rows := _rows(pieces)):
            gathered.append(List(tuple(rows)))
            notes.append(table_became_list())
        else:
            gathered.extend(together)
    return gathered, notes


def _key(one: Piece | LeftOut | Block) -> tuple[str, int]:
    if not isinstance(one, Piece):
        return "", 0
    if one.kind is Kind.ITEM:
        return "item", one.group
    if one.kind is Kind.CELL:
        return "cell", 0
    if one.kind is not Kind.TEXT:
        return "", 0
    return ("dash" if _DASH.match(one.words) else "bullet" if _BULLET.match(one.words) else ""), 0


def _list(pieces: list[Piece]) -> Block:
    if all(run.href for piece in pieces for run in piece.text.runs if run.text.strip()):
        return Links(tuple(Link(piece.words, piece.text.runs[0].href) for piece in pieces))
    return List(tuple(piece.text for piece in pieces), pieces[0].ordered)


def _is_list(pieces: list[Piece]) -> bool:
    """Tell a list with dashes from a dialogue: nobody is named, and the lines are close or short."""
    if len(pieces) < 2:
        return False
    quotes = [read_quote(piece.words) for piece in pieces]
    if any(quote and quote.verb for quote in quotes):
        return False
    close = len({piece.group for piece in pieces}) == 1
    return close or not any(is_sentence(piece.words) for piece in pieces)


def _without_mark(text: Text, mark: re.Pattern[str]) -> Text:
    first, *others = text.runs
    bare = mark.sub("", first.text) if len(first.text) > 1 else ""
    return Text((Run(bare, first.strong, first.emphasis, first.href), *others))


def _rows(cells: list[Piece]) -> list[Text]:
    """Join the cells of each row, when the table holds data and not the layout of the page."""
    rows = [list(members) for _, members in groupby(cells, lambda cell: cell.group)]
    wide = [sum(len(cell.words) for cell in row) > _WIDEST_ROW for row in rows]
    if len(rows) < 2 or any(wide) or max(map(len, rows)) < 2:
        return []
    return [_row(row) for row in rows]


def _row(cells: list[Piece]) -> Text:
    runs: list[Run] = []
    for cell in cells:
        runs.extend([Run(", ")] if runs else [])
        runs.extend(cell.text.runs)
    return Text(tuple(runs))
