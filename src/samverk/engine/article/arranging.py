"""Puts the pieces of a page together into an article."""

import re
from dataclasses import replace
from datetime import date
from itertools import groupby

from samverk.engine.article import chrome, pictures, speech
from samverk.engine.article.boxes import cut_boxes
from samverk.engine.article.dates import date_line
from samverk.engine.article.lists import gather_lists
from samverk.engine.article.model import (
    Article,
    Block,
    FactBox,
    Heading,
    Image,
    LeftOut,
    Note,
    Paragraph,
    Reason,
    Run,
    Text,
    words_of,
)  # fmt: skip
from samverk.engine.article.people import gather_contacts
from samverk.engine.article.pieces import Kind, Page, Piece, Strip, is_sentence, left_out, looks_like_heading
from samverk.engine.article.problems import film_left, image_without_alt, no_title
from samverk.engine.article.spelling import missing_spaces

_FEW = 3


def arrange(page: Page) -> Article:
    """Sort the pieces: first away what is not the article's, then what is."""
    strip: Strip = [
        left_out(piece, piece.reason) if piece.reason and not piece.may_hold_facts else piece
        for piece in page.pieces
    ]
    strip = chrome.leave_out(strip, page.title, _topic(page))
    strip, published = _take_date(strip)
    if not page.title:
        strip = _leave_menu(strip)
    title, strip = _take_title(strip, page.title)
    strip, contacts = gather_contacts(strip)
    lead, strip = _take_lead(strip)
    body, left, notes = _body(strip)
    article = Article(title, lead, tuple(body), tuple(contacts), published or page.published, tuple(left))
    return _with_notes(article, notes + ([film_left()] if page.has_film else []))


def _topic(page: Page) -> str:
    return page.title or next((piece.words for piece in page.pieces if piece.kind is Kind.HEADING), "")


def _leave_menu(strip: Strip) -> Strip:
    """Leave out what stands above the title of a page that was copied whole: links, or lines of a menu.

    The title is then the last short line before the story. It often was the last one in the menu too.
    """
    above: list[Piece] = []
    has_tools = False
    for piece in strip:
        if isinstance(piece, LeftOut):
            has_tools |= piece.reason is Reason.NAVIGATION
        elif not (piece.is_link or _may_be_title(piece)):
            break
        else:
            above.append(piece)
    is_menu = len({piece.words for piece in above}) < len(above) or (has_tools and len(above) > _FEW)
    menu = [id(piece) for piece in (above[:-1] if is_menu else above) if is_menu or piece.is_link]
    return [
        left_out(one, Reason.NAVIGATION) if isinstance(one, Piece) and id(one) in menu else one
        for one in strip
    ]


def _take_title(strip: Strip, known: str) -> tuple[str, Strip]:
    """Take the heading that names the page. When nothing names it, take the first line if it can."""
    first = True
    for at, piece in enumerate(strip):
        if not isinstance(piece, Piece) or piece.kind is Kind.PICTURE:
            continue
        if piece.words == known or (first and not known and _may_be_title(piece)):
            return piece.words, [*strip[:at], *strip[at + 1 :]]
        first = False
    return known, strip


def _may_be_title(piece: Piece) -> bool:
    return piece.kind is Kind.HEADING or (piece.kind is Kind.TEXT and looks_like_heading(piece.words))


def _take_date(strip: Strip) -> tuple[Strip, date | None]:
    """Take the date of publication: the one that says so, else one that is alone at the top or the end."""
    lines = {
        at: found
        for at, piece in enumerate(strip)
        if isinstance(piece, Piece) and piece.kind is not Kind.PICTURE and (found := date_line(piece.words))
    }
    story = [at for at, piece in enumerate(strip) if isinstance(piece, Piece) and len(piece.words) > 60]
    named = [at for at, (kind, _) in lines.items() if kind == "published"]
    bare = [
        at for at, (kind, _) in lines.items() if not kind and (not story or at < story[0] or at > story[-1])
    ]
    chosen = next(iter(named or bare[-1:]), None)
    published = lines[chosen][1] if chosen is not None else None
    kept: Strip = []
    for at, piece in enumerate(strip):
        if at in lines and isinstance(piece, Piece) and (at == chosen or lines[at][0]):
            if at != chosen or re.search(r"[^\W\d_]{2,}", piece.words.replace(" ", "")) and lines[at][0]:
                kept.append(left_out(piece, Reason.DATE))
            continue
        kept.append(piece)
    return kept, published


def _take_lead(strip: Strip) -> tuple[Text, Strip]:
    """Take the paragraph that says of itself that it leads, or else the first one when more follow."""
    marked = [
        piece for piece in strip if isinstance(piece, Piece) and piece.is_lead and piece.kind is Kind.TEXT
    ]
    texts = [piece for piece in strip if isinstance(piece, Piece) and not piece.reason and _may_lead(piece)]
    if marked and not any(piece.reason for piece in marked):
        lead = [piece for piece in marked if piece.group == marked[0].group]
    elif len(texts) > 1 and texts[0].kind is Kind.TEXT and is_sentence(texts[0].words):
        lead = texts[:1]
    else:
        return Text(), strip
    kept: Strip = [piece for piece in strip if not any(piece is one for one in lead)]
    return _paragraph(lead).text, kept


def _may_lead(piece: Piece) -> bool:
    """Leave pictures out of account, and stop at anything else that is not plain text."""
    if piece.kind in {Kind.PICTURE, Kind.CAPTION} or pictures.reads_as_caption(piece.words):
        return False
    return piece.kind is not Kind.TEXT or speech.read_quote(piece.words) is None


def _body(strip: Strip) -> tuple[list[Block], list[LeftOut], list[Note]]:
    blocks: list[Block] = []
    left: list[LeftOut] = []
    notes: list[Note] = []
    for title, pieces in cut_boxes(strip):
        if title is None:
            pieces = [
                left_out(one, one.reason) if isinstance(one, Piece) and one.reason else one for one in pieces
            ]
        inner, more_left, more_notes = _blocks(pieces, len(blocks))
        for one in more_left:
            _leave(left, one)
        notes.extend(more_notes)
        blocks.extend(inner if title is None else [FactBox(title, tuple(inner))])
    return blocks, left, notes


def _blocks(strip: Strip, place: int) -> tuple[list[Block], list[LeftOut], list[Note]]:
    """Make blocks of the pieces of one part of the page."""
    own: list[Piece | LeftOut | Block] = list(strip)
    own = pictures.gather_pictures(own)
    own, notes = gather_lists(own)
    own, more = speech.gather_quotes(own)
    blocks: list[Block] = []
    left: list[LeftOut] = []
    for group, members in groupby(own, _paragraph_key):
        pieces = list(members)
        if group:
            blocks.append(_paragraph([piece for piece in pieces if isinstance(piece, Piece)]))
            continue
        for one in pieces:
            if isinstance(one, LeftOut):
                left.append(LeftOut(one.text, one.reason, place + len(blocks)))
            else:
                blocks.append(_block(one) if isinstance(one, Piece) else one)
    return blocks, left, notes + more


def _paragraph_key(one: Piece | LeftOut | Block) -> int:
    """Short lines of the same paragraph, as in an address, stay together."""
    together = isinstance(one, Piece) and one.kind in {Kind.TEXT, Kind.SPEECH} and len(one.words) < 70
    return one.group if together and isinstance(one, Piece) else 0


def _paragraph(pieces: list[Piece]) -> Paragraph:
    runs: list[Run] = []
    for piece in pieces:
        runs.extend([Run("\n")] if runs else [])
        runs.extend(piece.text.runs)
    return Paragraph(Text(tuple(runs)))


def _block(piece: Piece) -> Block:
    if piece.kind is Kind.HEADING:
        return Heading(piece.words, min(max(piece.level, 2), 4))
    return Paragraph(piece.text)


def _leave(left: list[LeftOut], one: LeftOut) -> None:
    """Keep neighbours that were left out for the same reason together."""
    if left and left[-1].reason is one.reason and left[-1].place == one.place:
        left[-1] = LeftOut(f"{left[-1].text}\n{one.text}", one.reason, one.place)
    else:
        left.append(one)


def _with_notes(article: Article, notes: list[Note]) -> Article:
    """Tell the editor what to look at."""
    blocks = [
        inner
        for block in article.body
        for inner in (block.blocks if isinstance(block, FactBox) else (block,))
    ]
    texts = [
        article.title,
        str(article.lead),
        *(words for block in article.body for words in words_of(block)),
    ]
    first = [] if article.title else [no_title()]
    pictured = [
        image_without_alt(block.source) for block in blocks if isinstance(block, Image) and _is_blind(block)
    ]
    return replace(article, notes=tuple(first + missing_spaces(texts) + notes + pictured))


def _is_blind(image: Image) -> bool:
    return bool(image.source) and not image.alt
