"""Web pages that a browser saved as one file (MHTML): the page itself is one part of it."""

import base64
import binascii
import quopri
import re

_START = re.compile(rb"\A\s*(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*){1,40}", re.ASCII)
_BOUNDARY = re.compile(
    rb"multipart/related;[^\n]*(?:\n[ \t][^\n]*)*?boundary=\"?([^\"\s;]{1,200})\"?", re.IGNORECASE
)
_IS_HTML = re.compile(rb"^content-type:\s*text/html", re.IGNORECASE | re.MULTILINE)
_ENCODING = re.compile(rb"^content-transfer-encoding:\s*([\w-]+)", re.IGNORECASE | re.MULTILINE)


def page_in(content: bytes) -> bytes:
    """Give the web page in a single-file archive, or the content itself when it is none."""
    lines = content.replace(b"\r\n", b"\n")
    start = _START.match(lines[:8192])
    boundary = _BOUNDARY.search(start[0]) if start else None
    if not boundary:
        return content
    for part in lines.split(b"--" + boundary[1])[1:]:
        headers, _, body = part.partition(b"\n\n")
        if _IS_HTML.search(headers):
            return _unpacked(headers, body)
    return content


def _unpacked(headers: bytes, body: bytes) -> bytes:
    encoding = _ENCODING.search(headers)
    match encoding[1].lower() if encoding else b"":
        case b"quoted-printable":
            return quopri.decodestring(body)
        case b"base64":
            try:
                return base64.b64decode(body)
            except binascii.Error:
                return body
        case _:
            return body
