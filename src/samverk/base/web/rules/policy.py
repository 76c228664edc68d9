"""What pages may load and do: the Content-Security-Policy and its relatives."""

from typing import Any

EDITORS_PATH = "/redaktion/"
SELF = "'self'"
NONE = "'none'"
# The style element of draftail's getListNestingStyles() as Wagtail 8 calls it; a browser test tells when it
# changes.
NESTED_LISTS = "'sha256-Mhr2Q/2u+/s2WzwlFRrqCw7x0IU+emukGS8Q9RtPZ44='"

PERMISSIONS = ", ".join(
    f"{feature}=()"
    for feature in (
        "accelerometer",
        "browsing-topics",
        "camera",
        "display-capture",
        "geolocation",
        "gyroscope",
        "hid",
        "magnetometer",
        "microphone",
        "midi",
        "payment",
        "serial",
        "usb",
    )
)


def public(*, https: bool, report_url: str = "") -> dict[str, Any]:
    """The policy of every page outside the editors' interface: everything from here, nothing inline."""
    return {
        "default-src": [SELF],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "object-src": [NONE],
        "base-uri": [NONE],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "upgrade-insecure-requests": https,
        **({"report-uri": [report_url]} if report_url else {}),
    }


def editors() -> dict[str, list[str]]:
    """What the editors' interface needs beside it: its own previews in frames, pictures before they are
    sent, and the one style that its text editor writes for nested lists."""
    return {
        "style-src": [SELF, NESTED_LISTS],
        "img-src": [SELF, "data:", "blob:"],
        "frame-ancestors": [SELF],
    }
