"""Films: in a container that browsers play, and of the kind that their name says."""

from samverk.base.files.rules.refusal import Reason, Refused

# ISO 14496-12 box `ftyp` with a brand that browsers know; Matroska's EBML header with document type "webm".
MP4_BRANDS = {
    b"isom",
    b"iso2",
    b"iso4",
    b"iso5",
    b"iso6",
    b"mp41",
    b"mp42",
    b"avc1",
    b"M4V ",
    b"M4VH",
    b"dash",
}
EBML = b"\x1a\x45\xdf\xa3"


def check(head: bytes, extension: str) -> None:
    """Let a film pass by the first bytes of its file (a kilobyte is enough).

    :raises Refused: when the container is another one than the extension says.
    """
    if not head:
        raise Refused(Reason.EMPTY)
    if extension not in {"mp4", "webm"}:
        raise Refused(Reason.UNKNOWN_KIND)
    if kind(head) != extension:
        raise Refused(Reason.OTHER_KIND)


def kind(head: bytes) -> str:
    """The extension that fits a film's first bytes, or nothing."""
    if head[4:8] == b"ftyp":
        size = min(int.from_bytes(head[:4]), len(head))
        brands = {head[8:12], *(head[at : at + 4] for at in range(16, size - 3, 4))}
        return "mp4" if brands & MP4_BRANDS else ""
    if head.startswith(EBML) and b"\x42\x82" in head[:64] and b"webm" in head[:64]:
        return "webm"
    return ""
