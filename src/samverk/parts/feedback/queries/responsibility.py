"""Who takes care of what is said about which part of the site."""

from dataclasses import dataclass

from django.conf import settings
from django.contrib.auth import get_user_model
from django.db.models import Prefetch, QuerySet
from wagtail.models import Page

from samverk.parts.feedback.models import Responsibility
from samverk.parts.feedback.models.selection import ANSWERING_ROLES

FIRST_DEPTH = 3
LAST_DEPTH = 4


@dataclass(frozen=True)
class Editor:
    """Somebody who handles comments."""

    id: int
    name: str


@dataclass(frozen=True)
class Section:
    """A part of the site, and who answers for it."""

    id: int
    title: str
    depth: int
    editors: tuple[Editor, ...]
    is_named: bool

    @property
    def is_deserted(self) -> bool:
        """Whether somebody was named, and all of them have left."""
        return self.is_named and not self.editors


def editors() -> tuple[Editor, ...]:
    """Everybody who handles comments, by name. One query."""
    people = get_user_model().objects.filter(is_active=True, affiliations__role__in=ANSWERING_ROLES)
    return tuple(Editor(person.pk, str(person)) for person in people.distinct().order_by("name", "pk"))


def shared_sections() -> tuple[tuple[int, str], ...]:
    """The parts of the site that somebody answers for, as (key, title). One query."""
    rows = Responsibility.objects.order_by("section__path")
    return tuple(rows.values_list("section_id", "section__title"))


def sections() -> tuple[Section, ...]:
    """Every part of the site in its own language, with those who answer for it. Three queries."""
    named = {row.section_id: row for row in _with_editors()}
    pages = Page.objects.filter(
        depth__gte=FIRST_DEPTH, depth__lte=LAST_DEPTH, locale__language_code=settings.LANGUAGE_CODE
    )
    shown = [
        page
        for page in pages.order_by("path")
        if page.depth == FIRST_DEPTH or page.numchild or page.pk in named
    ]
    return tuple(_section(page, named.get(page.pk)) for page in shown)


def section(section_id: int) -> Section | None:
    """One part of the site. Three queries."""
    page = Page.objects.filter(pk=section_id, depth__gte=FIRST_DEPTH).first()
    return _section(page, _with_editors().filter(section_id=section_id).first()) if page else None


def _with_editors() -> QuerySet[Responsibility]:
    there = get_user_model().objects.filter(is_active=True, affiliations__role__in=ANSWERING_ROLES)
    return Responsibility.objects.prefetch_related(
        Prefetch("editors", queryset=there.distinct().order_by("name", "pk"))
    )


def _section(page: Page, row: Responsibility | None) -> Section:
    people = tuple(Editor(person.pk, str(person)) for person in row.editors.all()) if row else ()
    return Section(page.pk, page.title, page.depth, people, is_named=row is not None)
