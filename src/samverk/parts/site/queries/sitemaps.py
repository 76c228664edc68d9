"""Every page that search engines may know of."""

from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import Any

from django.conf import settings
from wagtail.models import Page

from samverk.parts.site.queries.places import HOME_DEPTH, open_to_all
from samverk.parts.site.rules.addresses import address


@dataclass(frozen=True)
class Entry:
    """A page, and its address in each language that it is in (this one too)."""

    url: str
    changed_at: datetime | None
    translations: tuple[tuple[str, str], ...]


def entries() -> list[Entry]:
    """All pages that are open to all, in one query."""
    columns = ("translation_key", "url_path", "locale__language_code", "last_published_at")
    pages = Page.objects.filter(open_to_all(), depth__gte=HOME_DEPTH).order_by("translation_key", "path")
    same = (list(group) for _key, group in groupby(pages.values_list(*columns), key=lambda row: row[0]))
    return [entry for rows in same for entry in _entries(rows)]


def _entries(rows: list[tuple[Any, str, str, datetime | None]]) -> list[Entry]:
    urls = tuple(
        (language, address(url_path=url_path, language=language, default_language=settings.LANGUAGE_CODE))
        for _key, url_path, language, _changed in rows
    )
    return [Entry(url, row[3], urls) for (_language, url), row in zip(urls, rows, strict=True)]
