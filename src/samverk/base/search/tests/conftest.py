"""A source of a few pages, and the index of it."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from samverk.base.search import registry
from samverk.base.search.actions import configuring, indexing
from samverk.base.search.registry import Item, Keys

NOW = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)

PAGES = (
    Item(
        key="asf",
        language="sv",
        title="Vad är ett arbetsintegrerande socialt företag?",
        url="/vad-ar-asf/",
        kind="page",
        summary="Ett företag som finns till för att fler ska få arbeta.",
        body="Arbetsintegrerande sociala företag kallas ofta ASF. De driver bagerier och caféer.",
        trail=("Om satsningen",),
    ),
    Item(
        key="kurs",
        language="sv",
        title="Kurs för handledare",
        url="/kurs/",
        kind="news",
        summary="Tolv nya handledare är klara.",
        body="Utbildningen gick på kvällstid. <script>alert(1)</script> Nästa kurs i anbud är i höst.",
        names="Elin Stålnacke",
        changed_at=NOW,
        dated=NOW.date(),
    ),
    Item(
        key="course",
        language="en",
        title="Courses for supervisors",
        url="/en/courses/",
        kind="news",
        body="The courses are free. ASF is what these enterprises are called in Swedish.",
    ),
)


class Pages:
    """A source whose pages a test may change."""

    def __init__(self) -> None:
        self.items = {item.key: item for item in PAGES}

    def __call__(self, keys: Keys | None) -> Iterator[Item]:
        return (item for key, item in self.items.items() if keys is None or key in keys)


@pytest.fixture
def pages(db: None, monkeypatch: pytest.MonkeyPatch) -> Pages:
    """The pages of a source called `test`, the only one there is; none of them is indexed yet."""
    found = Pages()
    monkeypatch.setattr(registry, "_sources", {})
    registry.source("test", found, kinds={"news": "Nyheter", "page": "Sidor"})
    configuring.configure()
    return found


@pytest.fixture
def indexed(pages: Pages) -> Pages:
    """The same, indexed."""
    indexing.rebuild(now=NOW)
    return pages
