"""Everything that this site stores in a visitor's browser. What is not listed here must not be stored.

The cookie page is made of this list, and a browser test walks the site with it in hand. A part that stores
something of its own calls `register` when it starts (`AppConfig.ready`).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from fnmatch import fnmatchcase

from django.conf import settings
from django.utils.functional import Promise
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

from samverk.parts.site.rules import cookies as rules

ANSWER = "samverk_cookies"
ANSWER_DAYS = 365
VISIT = "samverk_statistics"
VISIT_DAYS = 30

INFORMATION = gettext_noop("Vi använder bara cookies som webbplatsen behöver för att fungera.")
QUESTION = gettext_noop(
    "Får vi räkna ditt besök? Då ser vi vilka sidor som är till nytta. "
    "Vi sparar en cookie med datum för ditt senaste besök, inget som visar vem du är. "
    "Webbplatsen fungerar lika bra om du säger nej."
)


class Place(StrEnum):
    """Where in the browser something is kept."""

    COOKIE = "cookie"
    LOCAL = "local"
    SESSION = "session"


class Category(StrEnum):
    """Why it is kept: the service needs it, or it counts visits and needs consent."""

    NECESSARY = "necessary"
    STATISTICS = "statistics"


@dataclass(frozen=True)
class Stored:
    """Something kept in the browser. A name that ends in * stands for all that begin so."""

    name: str
    purpose: str | Promise
    life: str | Promise
    set_by: str | Promise
    place: Place = Place.COOKIE
    category: Category = Category.NECESSARY


_registered: dict[tuple[Place, str], Stored] = {}


def register(*entries: Stored) -> None:
    """Declare what a part stores. The same entry twice is one entry."""
    _registered.update({(entry.place, entry.name): entry for entry in entries})


def registered() -> tuple[Stored, ...]:
    """All that may be stored, in the order it was registered."""
    return tuple(_registered.values())


def is_registered(name: str, place: Place = Place.COOKIE) -> bool:
    """Whether something of this name may be stored there."""
    return any(entry.place == place and fnmatchcase(name, entry.name) for entry in registered())


def question_version() -> str:
    """The version of the question: it changes with its words, and with what is stored after a yes."""
    optional = sorted(entry.name for entry in registered() if entry.category is not Category.NECESSARY)
    return rules.version_of(QUESTION, *optional)


def answer_class(cookies: Mapping[str, str]) -> str:
    """Which of the few kinds of visitor this is, for caches of pages: none, seen, accept or refuse."""
    if ANSWER not in cookies:
        return "none"
    return rules.standing(cookies[ANSWER], version=question_version()) or "none"


SITE = _("webbplatsen")
EDITORS = _("redaktionens verktyg")

register(
    Stored(
        settings.SESSION_COOKIE_NAME,
        _("Håller dig inloggad medan du går mellan sidorna. Finns bara om du loggar in."),
        format_lazy(
            _("tills du loggar ut, som längst {hours} timmar"), hours=settings.SESSION_COOKIE_AGE // 3600
        ),
        SITE,
    ),
    Stored(
        settings.CSRF_COOKIE_NAME,
        _(
            "Skyddar formulär, så att ingen annan webbplats kan skicka dem i ditt namn. "
            "Finns bara på sidor med formulär."
        ),
        _("ett år"),
        SITE,
    ),
    Stored(
        "messages",
        _("Bär ett kort besked till nästa sida, till exempel att något är sparat."),
        _("tills beskedet har visats"),
        SITE,
    ),
    Stored(
        ANSWER,
        _("Kommer ihåg vad du har svarat om cookies, så att vi inte frågar igen."),
        _("ett år"),
        SITE,
    ),
    Stored(
        VISIT,
        _(
            "Datum för ditt senaste besök, så att ett besök räknas en gång om dagen. "
            "Innehåller inget som visar vem du är."
        ),
        _("30 dagar"),
        SITE,
        category=Category.STATISTICS,
    ),
    Stored(
        "wagtail_sidebar_collapsed",
        _("Kommer ihåg om menyn i redaktionens verktyg är hopfälld."),
        _("tills du stänger webbläsaren"),
        EDITORS,
    ),
    Stored(
        "wagtail:*",
        _(
            "Kommer ihåg hur redaktionens verktyg är inställda, till exempel paneler och verktygsfält, "
            "och sparar ikoner."
        ),
        _("tills du rensar webbläsaren"),
        EDITORS,
        place=Place.LOCAL,
    ),
)
