"""What is different when a page is told once more, easy to read."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from django.http import HttpRequest
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from samverk.parts.site.queries import easy_versions
from samverk.parts.site.queries.places import Place, Surroundings
from samverk.parts.site.rules import easy as rules

if TYPE_CHECKING:
    from samverk.parts.site.models.pages import PublicPage


@dataclass(frozen=True)
class ReadingTools:
    """The ways to read a page: easier or as it is, and aloud."""

    easy_url: str = ""
    plain_url: str = ""
    aloud: bool = False


def tools(page: "PublicPage", request: HttpRequest) -> ReadingTools:
    """Those of a page: its easy-to-read version, when it has one."""
    has_easy = bool(getattr(page, "easy_body", None))
    return ReadingTools(easy_url=rules.address(request.path) if has_easy else "", aloud=True)


def tools_of_version(request: HttpRequest) -> ReadingTools:
    """Those of an easy-to-read version: the way back."""
    return ReadingTools(plain_url=request.path.removesuffix(f"{rules.STEP}/"), aloud=True)


def place(page: "PublicPage", request: HttpRequest, around: Surroundings, plain_url: str) -> Surroundings:
    """The page itself is one step above; other languages lead to their easy version, if they have one."""
    itself = Place(page.pk, page.title, plain_url, get_language() or page.locale.language_code)
    told = easy_versions.languages_of(page)
    others = (
        replace(place, url=rules.address(place.url)) if place.language in told else place
        for place in around.translations
    )
    request.shown_title = _("Lättläst")  # type: ignore[attr-defined] # for the breadcrumb
    return replace(around, ancestors=(*around.ancestors, itself), translations=tuple(others))


def equals(around: Surroundings) -> Surroundings:
    """Without languages in which there is no easy version: search engines are told of equals only."""
    of_the_same_kind = (place for place in around.translations if place.url.endswith(f"/{rules.STEP}/"))
    return replace(around, translations=tuple(of_the_same_kind))


def title_in_head(title: str) -> str:
    """What a browser's tab and a list of search results call it."""
    return _("Lättläst: %(title)s") % {"title": title}
