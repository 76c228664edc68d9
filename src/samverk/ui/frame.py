"""What the page frame (`ui/frame.html`) needs to know; filled by a context processor of the site."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Link:
    """A place to go; `current` is the place where the reader already is."""

    label: str
    url: str
    current: bool = False


@dataclass(frozen=True)
class Language:
    """One choice of the language switch, named in its own language."""

    code: str
    name: str
    url: str
    current: bool = False
    direction: str = "ltr"


@dataclass(frozen=True)
class UserMenu:
    """The menu of a person who is signed in."""

    name: str
    links: tuple[Link, ...] = ()
    sign_out_url: str = ""


@dataclass(frozen=True)
class CookieNotice:
    """What the page says about cookies.

    One that asks has two buttons of equal weight, which post `answer` (`accept` or `refuse`), `version`
    and `next` to `action`. One that only informs has a button that closes it (`seen`). Cacheable pages
    hold no CSRF token, so the view checks the origin of the request instead.
    """

    text: str
    more: Link
    action: str = ""
    asks: bool = False
    version: str = ""
    next: str = ""


@dataclass(frozen=True)
class Frame:
    """Everything around the page's own content."""

    site_name: str
    home_url: str = "/"
    origin: str = ""
    tagline: str = ""
    language_code: str = "sv"
    direction: str = "ltr"
    navigation: tuple[Link, ...] = ()
    languages: tuple[Language, ...] = ()
    breadcrumb: tuple[Link, ...] = ()
    footer: tuple[Link, ...] = ()
    feeds: tuple[Link, ...] = ()
    footer_text: str = ""
    search_url: str = ""
    sign_in: Link | None = None
    user: UserMenu | None = None
    cookie_notice: CookieNotice | None = None
    modules: tuple[str, ...] = ()
    messages: tuple[object, ...] = field(default=())
    foot: str = ""
