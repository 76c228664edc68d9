"""Queries and time of one page view as the page grows: `python -m bench.queries`.

Target: at most 12 queries, whatever the number of blocks and contacts.
"""

import os
import statistics
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from tests.browser.site import running_site

from bench.table import milliseconds, show
from samverk.local import database

BLOCKS = (1, 20, 200)
CONTACTS = (0, 5, 20)
VIEWS = 15
HEAD = ("blocks", "contacts", "queries", "ms", "kB of HTML")


def main() -> None:
    """Make the articles beside a running site, look at each, and print."""
    with running_site() as site:
        os.environ |= {**site.environment, "DJANGO_SETTINGS_MODULE": "samverk.config.settings"}
        with database.at_hand():
            rows = all_rows()
    show("One view of an article, without the page cache (wanted: at most 12 queries)", HEAD, rows)


def all_rows() -> list[list[object]]:
    """Every size, in a Django of our own."""
    import django

    django.setup()
    with a_section_that_goes_away() as section:
        return [row(section, blocks, contacts) for blocks in BLOCKS for contacts in CONTACTS]


@contextmanager
def a_section_that_goes_away() -> Iterator[Any]:
    """A section of the Swedish site, in a transaction that is rolled back."""
    from django.db import transaction

    from samverk.parts.site.models import HomePage, SectionPage

    with transaction.atomic():
        home = HomePage.objects.live().order_by("path").first()
        section = SectionPage(title="Mätning", slug="matning", locale=home.locale)
        yield home.add_child(instance=section)
        transaction.set_rollback(True)


def row(section: Any, blocks: int, contacts: int) -> list[object]:
    """One article's figures; the first view, which fills caches, is not counted."""
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    address = an_article(section, blocks, contacts).get_url()
    client, times = Client(headers={"host": "localhost"}), []
    for _ in range(VIEWS + 1):
        began = time.perf_counter()
        answer = client.get(address)
        times.append(time.perf_counter() - began)
    if answer.status_code != 200:
        raise SystemExit(f"{address} answers {answer.status_code}")
    with CaptureQueriesContext(connection) as queries:
        client.get(address)
    middle = milliseconds(statistics.median(times[1:]))
    size = f"{len(answer.content) / 1000:.0f}"
    return [str(blocks), contacts, len(queries), middle, size]


def an_article(section: Any, blocks: int, contacts: int) -> Any:
    """A live article with blocks of every kind that needs no file, and so many contact persons."""
    from samverk.parts.site.models import ArticlePage, ContactPerson, PageContact

    article = ArticlePage(
        title=f"{blocks} block, {contacts} kontakter",
        slug=f"m-{blocks}-{contacts}",
        body=[a_block(number, section) for number in range(blocks)],
        locale=section.locale,
    )
    section.add_child(instance=article)
    for number in range(contacts):
        person = ContactPerson.objects.create(
            name=f"Person {number}", role="utvecklare", email="person@example.org", locale=section.locale
        )
        PageContact.objects.create(page=article, person=person, sort_order=number)
    return article


def a_block(number: int, linked: Any) -> dict[str, Any]:
    """The kinds in turn."""
    words = f"Företagen är ofta kooperativ som ägs av dem som de är till för, stycke {number}. " * 3
    kinds: tuple[tuple[str, Any], ...] = (
        ("paragraph", f'<p>{words} <a linktype="page" id="{linked.pk}">Läs mer</a></p>'),
        ("heading", {"text": f"Rubrik {number}", "level": "2"}),
        ("quote", {"text": words, "speaker": "Anna Exempel", "role": "utvecklare"}),
        ("links", {"title": "", "items": [{"text": f"Länk {number}", "page": linked.pk, "url": ""}]}),
    )
    kind, value = kinds[number % len(kinds)]
    return {"type": kind, "value": value}


if __name__ == "__main__":
    main()
