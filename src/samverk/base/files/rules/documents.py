"""Documents: of the kind that their name says, and without programs inside."""

import re
import zipfile
from collections.abc import Callable, Iterator
from io import BytesIO

import pikepdf

from samverk.base.files.rules.refusal import Reason, Refused

MAX_UNPACKED = 300 * 1024 * 1024
MAX_PARTS = 5_000

OFFICE_PARTS = {"docx": "word/document.xml", "xlsx": "xl/workbook.xml", "pptx": "ppt/presentation.xml"}
ODF_KINDS = {
    "odt": b"application/vnd.oasis.opendocument.text",
    "ods": b"application/vnd.oasis.opendocument.spreadsheet",
    "odp": b"application/vnd.oasis.opendocument.presentation",
}
PROGRAM_PARTS = re.compile(
    r"vbaproject|vbadata|macrosheets|activex|/embeddings/.*\.(bin|exe)|^basic/|^scripts/|\.(exe|js|vbs|bat|dll)$",
    re.IGNORECASE,
)
# PDF 32000-1, 12.6.4: actions that run a program or a script, or bring content in.
ACTIVE_PDF_ACTIONS = {"/JavaScript", "/Launch", "/ImportData", "/Rendition", "/RichMediaExecute"}
ACTIVE_PDF_SUBTYPES = {"/RichMedia", "/3D"}


def check(content: bytes, extension: str) -> None:
    """Let a document pass when its content is what its extension says and holds no macros or scripts.

    :raises Refused: with what is wrong.
    """
    if not content:
        raise Refused(Reason.EMPTY)
    checker = CHECKERS.get(extension.lower())
    if checker is None:
        raise Refused(Reason.UNKNOWN_KIND)
    checker(content, extension.lower())


def _check_pdf(content: bytes, extension: str) -> None:
    if not content.startswith(b"%PDF-"):
        raise Refused(Reason.OTHER_KIND)
    try:
        with pikepdf.open(BytesIO(content)) as document:
            if any(_is_active(thing) for thing in _dictionaries(document)):
                raise Refused(Reason.ACTIVE)
    except pikepdf.PasswordError as error:
        raise Refused(Reason.LOCKED) from error
    except (pikepdf.PdfError, ValueError, OSError) as error:
        if isinstance(error, Refused):
            raise
        raise Refused(Reason.BROKEN) from error


def _dictionaries(document: pikepdf.Pdf) -> Iterator[pikepdf.Object]:
    waiting: list[pikepdf.Object] = [*document.objects, document.trailer]
    while waiting:
        thing = waiting.pop()
        if isinstance(thing, pikepdf.Array):
            waiting.extend(_direct(item for item in thing))
        elif isinstance(thing, pikepdf.Dictionary | pikepdf.Stream):
            yield thing
            waiting.extend(_direct(value for _, value in thing.items()))


def _direct(values: Iterator[pikepdf.Object]) -> Iterator[pikepdf.Object]:
    kinds = pikepdf.Array | pikepdf.Dictionary | pikepdf.Stream
    return (value for value in values if isinstance(value, kinds) and not value.is_indirect)


def _is_active(thing: pikepdf.Object) -> bool:
    return (
        "/JS" in thing
        or str(thing.get("/S")) in ACTIVE_PDF_ACTIONS
        or str(thing.get("/Subtype")) in ACTIVE_PDF_SUBTYPES
    )


def _check_office(content: bytes, extension: str) -> None:
    with _archive(content) as archive:
        kinds = _part(archive, "[Content_Types].xml")
        if OFFICE_PARTS[extension] not in archive.namelist():
            raise Refused(Reason.OTHER_KIND)
        if b"macroEnabled" in kinds or b"vbaProject" in kinds:
            raise Refused(Reason.MACROS)


def _check_odf(content: bytes, extension: str) -> None:
    with _archive(content) as archive:
        if _part(archive, "mimetype").strip() != ODF_KINDS[extension]:
            raise Refused(Reason.OTHER_KIND)


def _archive(content: bytes) -> zipfile.ZipFile:
    if content[:8] == b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1":
        raise Refused(Reason.LOCKED)
    if not content.startswith(b"PK\x03\x04"):
        raise Refused(Reason.OTHER_KIND)
    try:
        archive = zipfile.ZipFile(BytesIO(content))
    except (zipfile.BadZipFile, ValueError) as error:
        raise Refused(Reason.BROKEN) from error
    parts = archive.infolist()
    if len(parts) > MAX_PARTS or sum(part.file_size for part in parts) > MAX_UNPACKED:
        raise Refused(Reason.TOO_LARGE)
    if any(PROGRAM_PARTS.search(part.filename) for part in parts):
        raise Refused(Reason.MACROS)
    return archive


def _part(archive: zipfile.ZipFile, name: str) -> bytes:
    try:
        with archive.open(name) as part:
            return part.read(1024 * 1024)
    except KeyError as error:
        raise Refused(Reason.OTHER_KIND) from error
    except (zipfile.BadZipFile, RuntimeError, EOFError, OSError) as error:
        raise Refused(Reason.BROKEN) from error


def _check_text(content: bytes, extension: str) -> None:
    if b"\0" in content:
        raise Refused(Reason.NOT_TEXT)
    try:
        content.decode("utf-8-sig")
    except UnicodeDecodeError:
        if any(byte < 32 and byte not in b"\t\r\n\f" for byte in content):
            raise Refused(Reason.NOT_TEXT) from None


CHECKERS: dict[str, Callable[[bytes, str], None]] = {
    "pdf": _check_pdf,
    **dict.fromkeys(OFFICE_PARTS, _check_office),
    **dict.fromkeys(ODF_KINDS, _check_odf),
    "csv": _check_text,
    "txt": _check_text,
}
