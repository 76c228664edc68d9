"""The id by which one request is found again in logs, in the audit log and at the proxy."""

import re
import uuid

GOOD = re.compile(r"[A-Za-z0-9._-]{8,64}")


def chosen(given: str, *, trusted: bool) -> str:
    """The id that a trusted proxy has given, when it looks like one; else a new one."""
    return given if trusted and GOOD.fullmatch(given) else uuid.uuid4().hex
