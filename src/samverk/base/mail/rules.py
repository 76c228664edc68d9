"""What may stand in a mail, where mail servers are, and when to give up."""

import re
from dataclasses import dataclass
from email.utils import getaddresses
from urllib.parse import unquote, urlsplit

MAX_SUBJECT = 200
MAX_ATTACHMENTS = 5 * 1024 * 1024
MAX_ATTEMPTS = 8
SMTP_SECURITY = {"smtp": "none", "smtp+tls": "starttls", "smtps": "tls"}
STANDARD_PORTS = {"smtp": 25, "smtp+tls": 587, "smtps": 465}
# RFC 5322 in the part that mail servers use, without line breaks, quotes and comments.
ADDRESS = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*")


class InvalidAddress(ValueError):
    """This is not an e-mail address that one mail can go to."""


class InvalidServer(ValueError):
    """This does not say where a mail server is."""


class TooLarge(ValueError):
    """The attachments are larger than mail servers accept."""


@dataclass(frozen=True)
class Server:
    """Where mails are handed over."""

    host: str
    port: int
    user: str
    password: str
    security: str


def address(text: str) -> str:
    """The bare address in `text`, which may also hold a name.

    :raises InvalidAddress: when there is none, or something that could become another header.
    """
    if "\n" in text or "\r" in text:
        raise InvalidAddress(repr(text))
    try:
        found = getaddresses([_international(text)])
    except UnicodeError as error:
        raise InvalidAddress(repr(text)) from error
    bare = found[0][1] if len(found) == 1 else ""
    if len(bare) > 254 or not ADDRESS.fullmatch(bare):
        raise InvalidAddress(repr(text))
    return bare


def domain(text: str) -> str:
    """The domain of the address in `text`."""
    return address(text).rpartition("@")[2]


def subject(text: str) -> str:
    """The subject on one line, without control characters, and not too long."""
    line = " ".join("".join(" " if ord(sign) < 32 or ord(sign) == 127 else sign for sign in text).split())
    return line if len(line) <= MAX_SUBJECT else f"{line[: MAX_SUBJECT - 1]}…"


def server(url: str) -> Server:
    """Read an address like `smtp+tls://user:password@mail.example:587`.

    :raises InvalidServer: when it is not such an address.
    """
    parts = urlsplit(url)
    try:
        port = parts.port
    except ValueError as error:
        raise InvalidServer("the port is not a number") from error
    if parts.scheme not in SMTP_SECURITY or not parts.hostname:
        raise InvalidServer("it should look like smtp+tls://user:password@mail.example:587")
    return Server(
        host=parts.hostname,
        port=port or STANDARD_PORTS[parts.scheme],
        user=unquote(parts.username or ""),
        password=unquote(parts.password or ""),
        security=SMTP_SECURITY[parts.scheme],
    )


def gives_up(*, attempts: int, permanent: bool) -> bool:
    """Whether a mail that could not be handed over `attempts` times should not be tried again."""
    return permanent or attempts >= MAX_ATTEMPTS


def is_permanent(code: int) -> bool:
    """Whether the mail server's answer means that it never will take this mail (RFC 5321, 4.2.1)."""
    return 500 <= code < 600


def _international(text: str) -> str:
    local, at, domain = text.rpartition("@")
    bare = domain.rstrip(">")
    if at and not bare.isascii():
        return f"{local}@{bare.encode('idna').decode()}{'>' if domain.endswith('>') else ''}"
    return text
