"""What search may find among the pages: those that are open to everybody, as plain text."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from typing import Any

from django.conf import settings
from django.db.models import QuerySet
from wagtail.models import Locale, Page

from samverk.base.search.registry import Item, Keys
from samverk.parts.site.models import ArticlePage, PageContact
from samverk.parts.site.models.pages import PictureMixin, PublicPage
from samverk.parts.site.queries.places import HOME_DEPTH, open_to_all
from samverk.parts.site.rules import texts
from samverk.parts.site.rules.addresses import address

SOURCE = "pages"
NEWS, PAGES = "news", "pages"
BATCH = 100


def entries(keys: Keys | None) -> Iterator[Item]:
    """The pages with these keys, or all pages, that everybody may read."""
    chosen = Page.objects.filter(open_to_all(), depth__gte=HOME_DEPTH)
    if keys is not None:
        chosen = chosen.filter(pk__in=[key for key in keys if key.isdecimal()])
    numbers = list(chosen.order_by("path").values_list("pk", flat=True))
    for start in range(0, len(numbers), BATCH):
        yield from _items(numbers[start : start + BATCH])


def beneath(page_id: int) -> tuple[str, ...]:
    """The keys of a page and of all that is beneath it, open or not. Of a page that is gone, its own."""
    page = Page.objects.filter(pk=page_id).first()
    below = Page.objects.descendant_of(page).values_list("pk", flat=True) if page else ()
    return (str(page_id), *map(str, below))


def with_contact(person_id: int) -> tuple[str, ...]:
    """The keys of the pages that name a contact person."""
    return tuple(map(str, PageContact.objects.filter(person=person_id).values_list("page_id", flat=True)))


def _items(numbers: Collection[int]) -> Iterator[Item]:
    pages: QuerySet[Page] = Page.objects.filter(pk__in=numbers).specific()
    rows = [page for page in pages if isinstance(page, PublicPage)]
    titles = _titles(rows)
    names = _names(rows)
    languages = dict(Locale.objects.values_list("pk", "language_code"))
    return (_item(page, languages[page.locale_id], titles, names[page.pk]) for page in rows)


def _item(page: Any, language: str, titles: dict[str, str], names: Iterable[str]) -> Item:
    body = page.body.raw_data
    is_news = isinstance(page, ArticlePage)
    return Item(
        key=str(page.pk),
        language=language,
        title=page.title,
        url=address(url_path=page.url_path, language=language, default_language=settings.LANGUAGE_CODE),
        kind=NEWS if is_news else PAGES,
        summary=page.lead,
        headings=texts.headings(body),
        body=" ".join(part for part in (texts.text(body), *_about(page)) if part),
        names=" ".join((*names, getattr(page, "picture_credit", ""))),
        trail=tuple(titles[path] for path in _above(page) if path in titles),
        dated=_day(page) if is_news else None,
        changed_at=page.last_published_at,
    )


def _about(page: Any) -> Iterator[str]:
    """What the page says beside its body."""
    if isinstance(page, PictureMixin):
        yield page.picture_caption
    if isinstance(page, ArticlePage):
        yield from (page.event_name, page.event_place)


def _day(page: ArticlePage) -> Any:
    return page.published_on or (page.first_published_at and page.first_published_at.date())


def _above(page: Page) -> list[str]:
    return [page.path[: Page.steplen * depth] for depth in range(HOME_DEPTH + 1, page.depth)]


def _titles(pages: Iterable[Page]) -> dict[str, str]:
    paths = {path for page in pages for path in _above(page)}
    return dict(Page.objects.filter(path__in=paths).values_list("path", "title"))


def _names(pages: Iterable[Page]) -> dict[int, list[str]]:
    rows = PageContact.objects.filter(page__in=[page.pk for page in pages]).order_by("sort_order")
    names: dict[int, list[str]] = defaultdict(list)
    for page_id, name, role in rows.values_list("page_id", "person__name", "person__role"):
        names[page_id] += [name, role]
    return names
