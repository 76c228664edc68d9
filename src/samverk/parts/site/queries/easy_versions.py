"""Which pages are told once more, easy to read."""

from typing import Any

from django.db.models import QuerySet
from wagtail.models import Page

from samverk.base.database.queries import Given, Prepared
from samverk.parts.site.models.easy import EASY_BLOCKS


def languages_of(page: Page) -> frozenset[str]:
    """The languages in which a page has an easy-to-read version that is live."""
    return frozenset(language for (language,) in _LANGUAGES.rows(key=page.translation_key))


def _languages() -> QuerySet[Page, tuple[Any, ...]]:
    live = Page.objects.live().annotate(easy_blocks=EASY_BLOCKS)
    return live.filter(translation_key=Given("key"), easy_blocks__gt=0).values_list("locale__language_code")


_LANGUAGES = Prepared(_languages)
