from collections.abc import Iterator

import pytest
from django.core.cache import cache
from django.db import transaction


@pytest.fixture(autouse=True)
def nobody_has_tried_yet() -> Iterator[None]:
    """Rate limits and used codes live in the cache; each test begins with none."""
    cache.clear()
    yield
    cache.clear()


@pytest.fixture
def committed_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """What waits for the transaction is done at once, while the request that asked for it is still there."""
    monkeypatch.setattr(transaction, "on_commit", lambda then, *_, **__: then())
