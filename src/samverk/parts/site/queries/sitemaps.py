"""Every page that search engines may know of."""

from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import Any

from django.conf import settings
from wagtail.models import Page

from samverk.parts.site.models.easy import EASY_BLOCKS
from samverk.parts.site.queries.places import HOME_DEPTH, open_to_all
from samverk.parts.site.rules import easy
from samverk.parts.site.rules.addresses import address

Row = tuple[Any, str, str, datetime | None, int]


@dataclass(frozen=True)
class Entry:
    """A page, and its address in each language that it is in (this one too)."""

    url: str
    changed_at: datetime | None
    translations: tuple[tuple[str, str], ...]


def entries() -> list[Entry]:
    """All pages that are open to all, in one query."""
    columns = ("translation_key", "url_path", "locale__language_code", "last_published_at", "easy_blocks")
    pages = Page.objects.filter(open_to_all(), depth__gte=HOME_DEPTH).annotate(easy_blocks=EASY_BLOCKS)
    rows = pages.order_by("translation_key", "path").values_list(*columns)
    same = (list(group) for _key, group in groupby(rows, key=lambda row: row[0]))
    return [entry for rows in same for entry in (*_entries(rows), *_easy_entries(rows))]


def _entries(rows: list[Row]) -> list[Entry]:
    urls = tuple(
        (language, address(url_path=url_path, language=language, default_language=settings.LANGUAGE_CODE))
        for _key, url_path, language, *_ in rows
    )
    return [Entry(url, row[3], urls) for (_language, url), row in zip(urls, rows, strict=True)]


def _easy_entries(rows: list[Row]) -> list[Entry]:
    """The easy-to-read versions, in the languages that have one."""
    plain = _entries([row for row in rows if row[4]])
    return [
        Entry(
            easy.address(entry.url),
            entry.changed_at,
            tuple((language, easy.address(url)) for language, url in entry.translations),
        )
        for entry in plain
    ]
