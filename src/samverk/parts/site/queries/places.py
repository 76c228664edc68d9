"""Where a page stands: what is above it, beside it, and the same in other languages."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.db.models import CharField, Exists, F, OuterRef, Q, QuerySet
from django.db.models.functions import Cast
from django.utils.translation import get_language_from_path
from wagtail.models import Page, PageViewRestriction

from samverk.base.database.queries import Given, IsOneOf, Prepared
from samverk.parts.site.rules.addresses import address

HOME_DEPTH = 2


@dataclass(frozen=True)
class Place:
    """A page as a place to go."""

    id: int
    title: str
    url: str
    language: str


@dataclass(frozen=True)
class Surroundings:
    """The places that a page leads to, all of them found in one database query."""

    home: Place | None
    navigation: tuple[Place, ...]
    ancestors: tuple[Place, ...]
    translations: tuple[Place, ...]
    homes: tuple[Place, ...]
    linked: dict[int, str]


def open_to_all() -> Q:
    """Pages that are live, and that no restriction on them or above them hides."""
    path = Cast(OuterRef("path"), CharField())
    hidden = PageViewRestriction.objects.annotate(seen=path).filter(seen__startswith=F("page__path"))
    return Q(~Exists(hidden), live=True)


def surroundings(*, page: Page | None, language: str, linked: Collection[int] = ()) -> Surroundings:
    """What is round `page` (or round a view that is no page), and the addresses of the pages it links to."""
    above = _paths_above(page) if page else []
    key = page.translation_key if page else None
    rows = _ROUND.rows(language=language, linked=list(linked), above=above, key=key)
    places = {row[0]: _place(*row[:4]) for row in rows}
    return Surroundings(
        home=next((places[row[0]] for row in rows if row[5] == HOME_DEPTH and row[3] == language), None),
        navigation=tuple(
            places[row[0]] for row in rows if row[5] == HOME_DEPTH + 1 and row[7] and row[3] == language
        ),
        ancestors=tuple(places[row[0]] for row in rows if row[4] in above),
        translations=tuple(places[row[0]] for row in rows if page and row[6] == page.translation_key),
        homes=tuple(places[row[0]] for row in rows if row[5] == HOME_DEPTH),
        linked={row[0]: places[row[0]].url for row in rows if row[0] in linked},
    )


def place_at(*, path: str) -> Place | None:
    """The page at an address of this site, whether it is live or not. One query."""
    language = get_language_from_path(path)
    steps = [step for step in path.removeprefix(f"/{language}/" if language else "").split("/") if step]
    rows = _AT.rows(
        language=language or settings.LANGUAGE_CODE,
        depth=HOME_DEPTH + len(steps),
        slug=steps[-1] if steps else "",
    )
    return next((place for row in rows if (place := _place(*row)).url == path), None)


def _at() -> QuerySet[Page, tuple[Any, ...]]:
    called = Q(slug=Given("slug")) | Q(depth=HOME_DEPTH)
    pages = Page.objects.filter(called, depth=Given("depth"), locale__language_code=Given("language"))
    return pages.values_list("id", "title", "url_path", "locale__language_code")


_AT = Prepared(_at)


def _round() -> QuerySet[Page, tuple[Any, ...]]:
    at_the_top = Q(depth=HOME_DEPTH)
    in_menu = Q(depth=HOME_DEPTH + 1, show_in_menus=True, locale__language_code=Given("language"))
    near = IsOneOf("path", Given("above")) | Q(translation_key=Given("key")) | IsOneOf("id", Given("linked"))
    columns = (
        "id",
        "title",
        "url_path",
        "locale__language_code",
        "path",
        "depth",
        "translation_key",
        "show_in_menus",
    )
    pages = Page.objects.live().filter(at_the_top | in_menu | near, depth__gte=HOME_DEPTH)
    return pages.order_by("path").values_list(*columns)


_ROUND = Prepared(_round)


def _paths_above(page: Page) -> list[str]:
    return [page.path[: Page.steplen * depth] for depth in range(HOME_DEPTH, page.depth)]


def _place(id: int, title: str, url_path: str, language: str) -> Place:
    url = address(url_path=url_path, language=language, default_language=settings.LANGUAGE_CODE)
    return Place(id=id, title=title, url=url, language=language)
