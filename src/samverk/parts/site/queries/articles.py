"""Lists of pages: the latest news, what a section holds, what to read next."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from typing import Any

from django.apps import apps
from django.conf import settings
from django.core.paginator import Page as PageOfList
from django.core.paginator import Paginator
from django.db.models import Case, F, IntegerField, QuerySet, TextField, When
from django.db.models.functions import Coalesce, TruncDate
from wagtail.models import Page

from samverk.base.database.queries import Given, IsOneOf, Prepared
from samverk.parts.site.queries.places import open_to_all
from samverk.parts.site.rules.addresses import address

PER_PAGE = 10
COLUMNS = (
    "id",
    "title",
    "lead",
    "url_path",
    "locale__language_code",
    "day",
    "picture",
    "last_published_at",
)


@dataclass(frozen=True)
class Card:
    """A page in a list. `day` is there for news only."""

    id: int
    title: str
    lead: str
    url: str
    section_url: str
    day: date | None
    picture: int | None
    changed_at: datetime | None


def latest(*, language: str, limit: int) -> tuple[Card, ...]:
    """The newest news in a language."""
    news = _cards().filter(articlepage__isnull=False, locale__language_code=language)
    return tuple(map(_card, news[:limit]))


def newest_beneath(*, section: Page, limit: int) -> tuple[Card, ...]:
    """The newest news of a section."""
    return tuple(map(_card, _beneath(section).filter(articlepage__isnull=False)[:limit]))


def beneath(*, section: Page, number: str | int) -> PageOfList[Card]:
    """One page of the list beneath a section: news by day, then other pages in the editors' order."""
    page: Any = Paginator(_beneath(section), PER_PAGE).get_page(number)
    page.object_list = tuple(map(_card, page.object_list))
    return page


def chosen(keys: Collection[int]) -> tuple[Card, ...]:
    """The pages with these keys, in the order given. Those that are hidden or gone are left out."""
    if not keys:
        return ()
    rows = (dict(zip(COLUMNS, row, strict=True)) for row in _CHOSEN.rows(keys=list(keys)))
    cards = {row["id"]: _card(row) for row in rows}
    return tuple(cards[key] for key in keys if key in cards)


def related(page: Page) -> list[int]:
    """The keys of the pages that the editors chose to show with a page, in their order."""
    return [key for (key,) in _RELATED.rows(page=page.pk)]


def _related() -> QuerySet[Any, tuple[int]]:
    rows = apps.get_model("site", "RelatedPage").objects.filter(page_id=Given("page"))
    return rows.order_by("sort_order").values_list("target_id")


_RELATED = Prepared(_related)


def _beneath(section: Page) -> QuerySet[Page, dict[str, Any]]:
    return _cards().filter(depth=section.depth + 1, path__startswith=section.path)


@cache
def _cards() -> QuerySet[Page, dict[str, Any]]:
    """Every page as a row of a list, to be narrowed down. Kept: to build it takes as long as to ask it."""
    return (
        Page.objects.filter(open_to_all())
        .annotate(
            lead=_either("lead", TextField()),
            picture=_either("picture_id", IntegerField()),
            day=Case(
                When(
                    articlepage__isnull=False,
                    then=Coalesce("articlepage__published_on", TruncDate("first_published_at")),
                )
            ),
        )
        .order_by(F("day").desc(nulls_last=True), "path")
        .values(*COLUMNS)
    )


_CHOSEN = Prepared(lambda: _cards().filter(IsOneOf("id", Given("keys"))).order_by())


def _either(name: str, output_field: Any) -> Coalesce:
    """The field of whichever kind of page it is."""
    fields = [F(f"articlepage__{name}"), F(f"standardpage__{name}")]
    if name == "lead":
        fields.append(F("sectionpage__lead"))
    return Coalesce(*fields, output_field=output_field)


def _card(row: dict[str, Any]) -> Card:
    language, path = row["locale__language_code"], row["url_path"]
    above = path.rstrip("/").rpartition("/")[0] + "/"
    return Card(
        id=row["id"],
        title=row["title"],
        lead=row["lead"] or "",
        url=address(url_path=path, language=language, default_language=settings.LANGUAGE_CODE),
        section_url=address(url_path=above, language=language, default_language=settings.LANGUAGE_CODE),
        day=row["day"],
        picture=row["picture"],
        changed_at=row["last_published_at"],
    )
