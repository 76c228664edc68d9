"""Pages on their way here, and where they may go."""

from dataclasses import dataclass
from typing import Any

from wagtail.models import Page

from samverk.base.organisations.permissions import OPERATOR
from samverk.engine.article import Article, read_article
from samverk.parts.site.models import PageImport, SectionPage


@dataclass(frozen=True)
class Begun:
    """An import that somebody began, and what was read from it."""

    id: int
    article: Article
    page_id: int | None


def begun(*, id: int, by: Any) -> Begun | None:
    """The import with this key, for the one who began it. Nothing for others, or when it is forgotten."""
    found = PageImport.objects.filter(pk=id, imported_by=by).first()
    return Begun(found.pk, read_article(found.source, name=found.name), found.page_id) if found else None


@dataclass(frozen=True)
class Section:
    """A section that a page may be put in."""

    id: int
    slug: str
    title: str
    language: str

    def __str__(self) -> str:
        return f"{self.title} ({self.language})"


def sections_for(*, by: Any) -> tuple[Section, ...]:
    """The sections where `by` may write, in the order of the page tree."""
    sections = SectionPage.objects.select_related("locale").order_by("path")
    if by is not OPERATOR:
        sections = sections.filter(pk__in=_writable(by))
    return tuple(
        Section(id=section.pk, slug=section.slug, title=section.title, language=str(section.locale))
        for section in sections
    )


def _writable(by: Any) -> list[int]:
    return [
        page.pk for page in Page.objects.type(SectionPage) if page.permissions_for_user(by).can_add_subpage()
    ]
