"""The page at the door as an app: what the phone keeps of it, and its rows without JavaScript."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

from django.conf import settings
from django.templatetags.static import static
from django.urls import reverse
from django.utils.translation import gettext as _

import samverk.ui
from samverk.parts.day.presenters.checkin import name_of, seen, state
from samverk.parts.day.queries.doors import Coming, Guest

MODULES = ("app", "camera", "logic", "net", "screen", "store")
FONT = "vendor/atkinson-hyperlegible-latin-{}-normal.woff2"
FILES = (
    *("vendor/site.css", "day/door/door.css", "vendor/qr.js", "vendor/idb.js"),
    *("day/door/icon-192.png", "day/door/icon-512.png", "day/door/icon-maskable-512.png"),
    *("ui/favicon.svg", FONT.format(400), FONT.format(700)),
)
VENDOR = Path(samverk.ui.__file__).parent / "static" / "vendor"
DARK = "#0f1f2d"


@dataclass(frozen=True)
class Row:
    """Somebody that was found, without JavaScript. A form with the same `key` sent twice lets in once."""

    id: int
    name: str
    organisation: str
    state: str
    seen: str
    undoes: UUID | None
    key: UUID


def found(guests: Iterable[Guest], inside: Mapping[int, Coming]) -> list[Row]:
    """Those who were found, with whether they are in."""
    return [
        Row(
            id=one.id,
            name=name_of(one),
            organisation=one.organisation,
            state=state(one),
            seen=seen(inside[one.id]) if one.id in inside else "",
            undoes=inside[one.id].key if one.id in inside else None,
            key=uuid4(),
        )
        for one in guests
    ]


def addresses(edition_id: int) -> dict[str, str]:
    """Where the phone's script asks and tells."""
    names = ("list", "news", "send", "code", "worker", "leave")
    return {name: reverse(f"day_desk:checkin_{name}", args=[edition_id]) for name in names}


def assets() -> list[str]:
    """Everything that the page needs, for the phone to keep. Modules name each other without fingerprints."""
    modules = [f"day/door/{name}.js" for name in MODULES]
    plain = [f"{settings.STATIC_URL}{name}" for name in (*modules, "vendor/qr.js", "vendor/idb.js")]
    drawings = (f"vendor/{path.name}" for path in VENDOR.glob("icon-*.svg"))  # of the style sheet
    return sorted({static(name) for name in (*FILES, *modules, *drawings)} | set(plain))


def version(kept: Iterable[str]) -> str:
    """What changes when one of the files does, by the fingerprints in their names."""
    return hashlib.sha256("\n".join(kept).encode()).hexdigest()[:16]


def manifest(edition_id: int, *, title: str) -> dict[str, Any]:
    """The app as a phone installs it (W3C, Web Application Manifest)."""
    page = reverse("day_desk:checkin", args=[edition_id])
    sizes = (("192", "any"), ("512", "any"), ("maskable-512", "maskable"))
    return {
        "id": page,
        "start_url": page,
        "scope": page,
        "name": _("Incheckning till %(day)s") % {"day": title},
        "short_name": _("Incheckning"),
        "display": "standalone",
        "orientation": "portrait",
        "background_color": DARK,
        "theme_color": DARK,
        "icons": [
            {
                "src": static(f"day/door/icon-{size}.png"),
                "sizes": f"{size.split('-')[-1]}x{size.split('-')[-1]}",
                "type": "image/png",
                "purpose": purpose,
            }
            for size, purpose in sizes
        ],
    }
