"""What the tests of the Day share."""

import pytest
from django.test import Client

from samverk.parts.day.queries import registration as queries
from samverk.parts.day.rules.pace import Pace
from samverk.parts.day.tests.visitor import Visitor
from samverk.parts.day.views import registration as views


@pytest.fixture
def visitor(client: Client) -> Visitor:
    """Somebody who registers."""
    return Visitor(client)


@pytest.fixture
def nothing_remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    """A process that has just begun: it knows no edition, and nobody has come yet."""
    queries._lately.clear()
    monkeypatch.setattr(views, "PACE", Pace())
