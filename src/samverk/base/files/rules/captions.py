"""Captions in WebVTT (https://www.w3.org/TR/webvtt1/)."""

import re
from dataclasses import dataclass

from samverk.base.files.rules.refusal import Reason, Refused

CLOCK = r"(?:(\d{2,}):)?([0-5]\d):([0-5]\d)\.(\d{3})"
TIMING = re.compile(rf"^{CLOCK}[ \t]+-->[ \t]+{CLOCK}(?:[ \t].*)?$")
TAG = re.compile(r"<[^>]*>")


@dataclass(frozen=True)
class Cue:
    """What is said between two moments, in milliseconds."""

    start: int
    end: int
    text: str


def cues(content: bytes) -> list[Cue]:
    """Read a WebVTT file.

    :raises Refused: when it is not UTF-8 text, lacks the header, has no cue or a cue that ends before it
    begins.
    """
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Refused(Reason.NOT_TEXT) from error
    header, *blocks = re.split(
        r"\n{2,}", text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "").strip()
    )
    if not re.match(r"WEBVTT(?:[ \t].*)?$", header.split("\n")[0]):
        raise Refused(Reason.NOT_CAPTIONS)
    found = [cue for cue in map(_cue, blocks) if cue]
    if not found:
        raise Refused(Reason.NOT_CAPTIONS)
    return found


def _cue(block: str) -> Cue | None:
    lines = block.strip("\n").split("\n")
    if re.match(r"(NOTE|STYLE|REGION)(?:[ \t]|$)", lines[0]):
        return None
    at = 0 if "-->" in lines[0] else 1
    timing = TIMING.match(lines[at]) if at < len(lines) else None
    if not timing:
        raise Refused(Reason.NOT_CAPTIONS)
    start, end = _milliseconds(*timing.groups()[:4]), _milliseconds(*timing.groups()[4:])
    if end <= start:
        raise Refused(Reason.NOT_CAPTIONS)
    return Cue(start, end, TAG.sub("", " ".join(lines[at + 1 :])).strip())


def _milliseconds(hours: str | None, minutes: str, seconds: str, thousandths: str) -> int:
    return ((int(hours or 0) * 60 + int(minutes)) * 60 + int(seconds)) * 1000 + int(thousandths)
