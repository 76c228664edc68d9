"""Swedish dialogue: "- Det är viktigt, säger Anna Ek, projektledare på Region Norrsken."."""

import re

from samverk.engine.article.model import Block, LeftOut, Note, Quote
from samverk.engine.article.pieces import Kind, Piece, is_sentence
from samverk.engine.article.problems import quote_without_speaker

_DASH = re.compile(r"^[-–—―−]\s?(?=[^\W\d_]|[”\"“«»'’])")
_OPENING_MARKS, _MARKS = '”“"«»', '”“"«»'
_VERBS = (
    "säger|sa|sade|berättar|berättade|menar|menade|förklarar|förklarade|konstaterar|konstaterade|tycker|tror|hoppas|"
    "understryker|betonar|poängterar|framhåller|avslutar|avslutade|fortsätter|tillägger|kommenterar|uppger|skriver|lovar|"
    "hälsar|intygar|summerar|sammanfattar|uppmanar|undrar|svarar|says|said|explains|adds|tells"
)
_CAPITAL = r"[A-ZÅÄÖÉÜÁ][\w’'.-]*"
_NAME = rf"{_CAPITAL}(?:\s(?:von|van|af|de|der|la|al|el|bin|{_CAPITAL})){{0,4}}"
_SAID = re.compile(
    rf"(?P<before>\S.*?)[,.]?\s*(?P<verb>\b(?:{_VERBS}))\s+"
    rf"(?:(?P<pronoun>hon|han|hen|de|she|he|they)|(?P<title>(?:[a-zåäöé][\w/-]*\s){{0,6}})(?P<name>{_NAME}(?:\s\([\w/]{{1,12}}\))?))"
    r"(?:(?:,|\ssom\sär)\s+(?P<role>(?:[^.!?]|[.!?](?=\S))+?))?(?P<end>[.!?]\s+|[.!?]?$)(?P<after>.*)$",
    re.DOTALL,
)
_NARRATED = re.compile(rf"[,”\"]\s+(?:{_VERBS})\s+{_CAPITAL}")
_LONGEST = 3000
_Strip = list[Piece | LeftOut | Block]


def gather_quotes(strip: _Strip) -> tuple[_Strip, list[Note]]:
    """Make a quote of each paragraph in which somebody speaks."""
    gathered: _Strip = []
    notes: list[Note] = []
    speaker = role = ""
    at = 0
    while at < len(strip):
        piece = strip[at]
        quote, used = (
            _quote(piece, strip[at + 1 : at + 4], (speaker, role)) if isinstance(piece, Piece) else (None, 1)
        )
        gathered.append(quote or piece)
        at += used
        if quote:
            speaker, role = quote.speaker, quote.role
            if not speaker:
                notes.append(quote_without_speaker(_start(quote.text)))
    return gathered, notes


def _start(text: str) -> str:
    return " ".join(text.split()[:6])


def _quote(piece: Piece, following: _Strip, before: tuple[str, str]) -> tuple[Quote | None, int]:
    if piece.kind is Kind.SPEECH:
        return _set_apart(piece, following, before)
    if piece.kind not in {Kind.TEXT, Kind.CELL} or len(piece.words) > _LONGEST:
        return None, 1
    return read_quote(piece.words, before), 1


def _set_apart(piece: Piece, following: _Strip, before: tuple[str, str]) -> tuple[Quote, int]:
    """Read a block quotation: its paragraphs, and the line that names its source."""
    texts, used = [piece.words], 1
    source = ""
    for below in following:
        if not isinstance(below, Piece) or (below.kind is Kind.SPEECH and below.group != piece.group):
            break
        if below.kind in {Kind.CITE, Kind.CAPTION} or (
            below.kind is Kind.SPEECH and re.match(r"^[-–—―]\s?[A-ZÅÄÖ]", below.words)
        ):
            source = below.words
        elif below.kind is Kind.SPEECH:
            texts.append(below.words)
        else:
            break
        used += 1
        if source:
            break
    text = "\n".join(texts)
    if source:
        name, _, role = source.strip("-–—― ").partition(",")
        return Quote(_bare(text), name.strip(), role.strip()), used
    return read_quote(f"- {_DASH.sub('', text)}", before) or Quote(_bare(text)), used


def read_quote(words: str, before: tuple[str, str] = ("", "")) -> Quote | None:
    """Read a paragraph of speech. `before` is who spoke last: "säger hon" is that person.

    Speech that goes on behind the speaker's name is joined to what came before it.
    """
    dash = _DASH.match(words)
    if not dash and words[:1] not in _OPENING_MARKS:
        return None
    speech = words[dash.end() :] if dash else words
    said = _SAID.match(speech)
    if not said or (not dash and not any(mark in said["before"][1:] for mark in _MARKS)):
        alone = dash and is_sentence(speech) and not _NARRATED.search(speech)
        return Quote(_bare(speech)) if alone else None
    text = _joined(said)
    if said["pronoun"]:
        return Quote(text, *before, verb=f"{said['verb']} {said['pronoun']}")
    role = ", ".join(filter(None, ((said["title"] or "").strip(), (said["role"] or "").strip(" ,"))))
    return Quote(text, said["name"].rstrip("."), role, said["verb"])


def _joined(said: re.Match[str]) -> str:
    text, after = _bare(said["before"].rstrip(" ,")), _bare(said["after"].lstrip("-–—― "))
    if text and text[-1] not in ".!?…":
        text += "."
    return f"{text} {after}".strip()


def _bare(text: str) -> str:
    """Take away the quotation marks that stand round a text."""
    text = text.strip()
    if text[:1] in _OPENING_MARKS and text[1:].rstrip(" .,!?")[-1:] in _MARKS:
        stem = text.rstrip(" .,!?")
        text = (stem[1:-1] + text[len(stem) :].strip()).strip()
    return text
