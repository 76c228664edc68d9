"""From bytes to text, whatever encoding they say that they are in."""

import codecs
import re
import unicodedata
from typing import BinaryIO

from samverk.engine.article.problems import ArticleError, Problem, _
from samverk.engine.article.single_file import page_in

LIMIT = 5 * 1024 * 1024
Source = bytes | str | BinaryIO

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_FILES = (
    (b"%PDF-", _("en PDF-fil")),
    (b"PK\x03\x04", _("ett Word-dokument eller en zip-fil")),
    (b"\xd0\xcf\x11\xe0", _("ett gammalt Office-dokument")),
    (b"{\\rtf", _("ett RTF-dokument")),
    (b"\x89PNG", _("en bild")),
    (b"\xff\xd8\xff", _("en bild")),
    (b"GIF8", _("en bild")),
    (b"RIFF", _("en bild, ett ljud eller en film")),
    (b"\x1f\x8b", _("en packad fil")),
    (b"\x7fELF", _("ett program")),
    (b"MZ\x90", _("ett program")),
)
_UNKNOWN_FILE = _("en fil av ett annat slag")
_DECLARED = re.compile(rb"(?:charset|encoding)\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{2,30})", re.IGNORECASE)
_SINGLE_BYTE = re.compile(r"^(iso-8859-\d+|windows-125\d|cp\d+|macintosh|mac-roman|koi8-[ru])$")
_SWEDISH_GUESSES = ("cp1252", "mac-roman", "cp850")
_CONTROL_BYTES = bytes(byte for byte in range(32) if byte not in b"\t\n\r\f\x1b") + b"\x7f"
_EXPECTED = frozenset("åäöÅÄÖéÉèàüÜæøÆØšžŠŽđŋčáÁíóúñç–—…•·”“’‘»«©®™°§½€´¨ \u00a0\u00ad\t\n\r")
_BROKEN_PAIRS = re.compile("Ã[¥¤¶…„–©¼]|â€[“”™œ\u009d¢¦]")
_UNKEEPABLE = dict.fromkeys([0, *range(0xD800, 0xE000)])
_UNSEEN = dict.fromkeys(
    [code for code in (*range(32), *range(127, 160)) if chr(code) not in "\t\n"]
    + [0x00AD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF]
) | {0x00A0: " ", 0x2028: "\n", 0x2029: "\n"}


def decoded(source: Source) -> str:
    """Read a source as text, as it stands.

    :raises ArticleError: when it is empty, too large, not text, or in no encoding that makes sense.
    """
    if not isinstance(source, bytes | str):
        source = source.read(LIMIT + 1)
    if len(source) > LIMIT:
        raise ArticleError(Problem.TOO_LARGE, limit=str(LIMIT // 1024 // 1024))
    if not source.strip():
        raise ArticleError(Problem.EMPTY)
    text = source if isinstance(source, str) else _decode(page_in(source))
    text = text.translate(_UNKEEPABLE)
    if text.count("\N{REPLACEMENT CHARACTER}") * 20 > len(text):
        raise ArticleError(Problem.UNDECODABLE)
    return text


def tidied(text: str) -> tuple[str, bool]:
    """Make text even: one kind of line end, no unseen characters. Tell whether broken letters were mended.

    :raises ArticleError: when nothing is left.
    """
    text, mended = _mend(text)
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n")
    text = unicodedata.normalize("NFC", text.translate(_UNSEEN))
    if not text.strip():
        raise ArticleError(Problem.EMPTY)
    return text, mended


def _decode(content: bytes) -> str:
    for bom, encoding in _BOMS:
        if content.startswith(bom):
            return _strictly(content, encoding)
    if encoding := _wide_encoding(content):
        return _strictly(content, encoding)
    _refuse_files(content)
    for encoding in ("utf-8", _declared(content)):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    return _best_guess(content)


def _strictly(content: bytes, encoding: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError:
        raise ArticleError(Problem.UNDECODABLE) from None


def _wide_encoding(content: bytes) -> str:
    """Recognise UTF-16 without a mark: every other byte of Latin text is zero."""
    sample = content[: 4096 - 4096 % 2]
    pairs = len(sample) // 2
    if pairs < 2 or len(content) % 2:
        return ""
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if odd * 10 > pairs * 7 and even * 10 < pairs:
        return "utf-16-le"
    if even * 10 > pairs * 7 and odd * 10 < pairs:
        return "utf-16-be"
    return ""


def _refuse_files(content: bytes) -> None:
    for start, kind in _FILES:
        if content.startswith(start):
            raise ArticleError(Problem.BINARY, kind=kind)
    controls = len(content) - len(content.translate(None, _CONTROL_BYTES))
    if controls * 100 > len(content):
        raise ArticleError(Problem.BINARY, kind=_UNKNOWN_FILE)


def _declared(content: bytes) -> str:
    """Name the single-byte encoding that the page declares, as browsers understand it."""
    found = _DECLARED.search(content[:2048])
    label = found[1].decode("ascii").lower().replace("_", "-") if found else ""
    if label in {"latin1", "latin-1", "iso-8859-1", "iso8859-1", "us-ascii", "ascii"}:
        return "cp1252"
    if not _SINGLE_BYTE.match(label):
        return "utf-8"
    try:
        return codecs.lookup(label).name
    except LookupError:
        return "utf-8"


def _best_guess(content: bytes) -> str:
    """Choose the encoding in which the odd bytes become letters that Swedish text has."""
    guesses = [content.decode(encoding, errors="replace") for encoding in _SWEDISH_GUESSES]
    best = max(guesses, key=_familiarity)
    if _familiarity(best) < -len(best) // 50:
        raise ArticleError(Problem.UNDECODABLE)
    return best


def _familiarity(text: str) -> int:
    odd = [letter for letter in text if letter > "\x7f"]
    known = sum(letter in _EXPECTED for letter in odd)
    return known - (len(odd) - known)


def _mend(text: str) -> tuple[str, bool]:
    """Undo UTF-8 that somebody once read as Windows-1252: "fÃ¶retag"."""
    if not _BROKEN_PAIRS.search(text) or re.search("[åäöÅÄÖ]", text):
        return text, False
    try:
        return text.encode("cp1252").decode("utf-8"), True
    except UnicodeError:
        return text, False
