"""Which pages are told once more, easy to read."""

from typing import Any

from django.db.models import F, Func, IntegerField, QuerySet, Value
from django.db.models.functions import Coalesce, Greatest
from wagtail.models import Page

from samverk.parts.site.models.prepared import Given, Prepared

KINDS = ("articlepage", "standardpage")


class _Length(Func):
    function = "jsonb_array_length"
    output_field = IntegerField()


def counted(pages: QuerySet[Page]) -> QuerySet[Page]:
    """Pages with `easy_blocks`: of how many blocks the easy-to-read version is made, 0 when there is none."""
    lengths = [Coalesce(_Length(F(f"{kind}__easy_body")), Value(0)) for kind in KINDS]
    return pages.annotate(easy_blocks=Greatest(*lengths))


def languages_of(page: Page) -> frozenset[str]:
    """The languages in which a page has an easy-to-read version that is live."""
    return frozenset(language for (language,) in _LANGUAGES.rows(key=page.translation_key))


def _languages() -> QuerySet[Page, tuple[Any, ...]]:
    live = counted(Page.objects.live()).filter(translation_key=Given("key"), easy_blocks__gt=0)
    return live.values_list("locale__language_code")


_LANGUAGES = Prepared(_languages)
