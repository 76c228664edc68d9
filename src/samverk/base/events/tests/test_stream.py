"""From a change in the database to those who follow it."""

import time
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.db import connection, transaction
from django.test import RequestFactory

from samverk.base.events import listening, queries
from samverk.base.events.actions import announce
from samverk.base.events.listening import Listener
from samverk.base.events.models import Topic
from samverk.base.events.rules import STREAMS, event
from samverk.base.events.views import stream

PATIENCE = 30
CUT_OFF = (
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE 'LISTEN%%' "
    "OR query LIKE '%%FROM events_topic WHERE name = ANY%%' AND pid <> pg_backend_pid()"
)


class Followers:
    """What a web process knows of those who follow, as far as the listener sees it."""

    def __init__(self, *topics: str) -> None:
        self.following = topics
        self.told: list[tuple[str, int]] = []
        self.kept: list[tuple[str, int]] = []
        self.most = 10

    def has_room(self, most: int) -> bool:
        return len(self.kept) < self.most

    def keep(self, _environ: dict[str, Any], *, topic: str, version: int) -> None:
        self.kept.append((topic, version))

    def topics(self) -> tuple[str, ...]:
        return self.following

    def tell(self, topic: str, version: int) -> None:
        self.told.append((topic, version))

    def are_told(self, topic: str, version: int) -> bool:
        """Wait until they are."""
        last = time.monotonic() + PATIENCE
        while (topic, version) not in self.told:
            assert time.monotonic() < last, f"only {self.told} was told"
            time.sleep(0.01)
        return True


Listen = Callable[[Followers], Listener]


@pytest.fixture
def listen(
    monkeypatch: pytest.MonkeyPatch, django_db_setup: None, django_db_blocker: Any
) -> Iterator[Listen]:
    """Begin to listen for somebody; over when the test is. What is announced is really committed."""
    monkeypatch.setattr(listening, "LOOK_UP_SECONDS", 0.05)
    begun: list[Listener] = []

    def begin(followers: Followers) -> Listener:
        begun.append(Listener(followers))
        begun[-1].start()
        assert begun[-1].hears.wait(PATIENCE)
        return begun[-1]

    with django_db_blocker.unblock():
        yield begin
        for listener in begun:
            listener.streams.following = ()  # type: ignore[attr-defined]
            listener.needed_until = 0.0
            listener.join(PATIENCE)
            assert not listener.is_alive()
        Topic.objects.all().delete()


def test_a_change_is_told_when_it_is_committed(listen: Listen) -> None:
    followers = Followers("day")
    listen(followers)

    with transaction.atomic():
        announce("day")
        assert followers.told == []

    assert followers.are_told("day", 1)


def test_what_was_not_committed_is_never_told(listen: Listen) -> None:
    followers = Followers("day")
    listen(followers)

    with transaction.atomic():
        announce("day")
        transaction.set_rollback(True)
    announce("other")

    assert followers.are_told("other", 1)
    assert followers.told == [("other", 1)]
    assert queries.version("day") == 0


def test_what_changed_while_nobody_heard_is_told_when_the_listener_is_back(listen: Listen) -> None:
    followers = Followers("day")
    listen(followers)

    with connection.cursor() as cursor:
        cursor.execute(CUT_OFF)
        assert any(cut for (cut,) in cursor.fetchall())
    announce("day")

    assert followers.are_told("day", 1)
    announce("day")
    assert followers.are_told("day", 2)


def test_nobody_listens_when_nobody_follows(listen: Listen, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(listening, "IDLE_SECONDS", 0.1)
    listener = listen(Followers())

    listener.join(PATIENCE)

    assert not listener.is_alive()
    assert not listener.is_wanted()


def follow(followers: Followers | None, **headers: str) -> Any:
    request = RequestFactory().get("/", headers={"Accept": "text/event-stream", **headers})
    request.environ[STREAMS] = followers
    return stream(request, topic="day")


@pytest.fixture
def hears(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(listening, "hears", lambda _streams, *, patience: True)


@pytest.mark.usefixtures("db", "hears")
def test_a_server_that_can_keeps_the_stream() -> None:
    announce("day")
    followers = Followers()

    answer = follow(followers)

    assert followers.kept == [("day", 1)]
    assert b"".join(answer).endswith(event(1))


@pytest.mark.usefixtures("db", "hears")
def test_no_stream_is_kept_for_whoever_does_not_follow_or_when_there_is_no_room() -> None:
    followers = Followers()
    follow(followers, Accept="text/html")
    followers.most = 0
    follow(followers)

    assert followers.kept == []


@pytest.mark.django_db
def test_another_server_gives_a_short_answer_that_asks_the_browser_to_come_back() -> None:
    announce("day")

    told = b"".join(follow(None))

    assert told.startswith(b"retry: ")
    assert told.endswith(event(1))


@pytest.mark.django_db
def test_whoever_comes_back_is_told_only_of_what_is_new() -> None:
    announce("day")

    assert event(1) not in b"".join(follow(None, **{"Last-Event-ID": "1"}))
    announce("day")
    assert event(2) in b"".join(follow(None, **{"Last-Event-ID": "1"}))


@pytest.mark.django_db
def test_no_proxy_or_cache_on_the_way_holds_the_stream_back() -> None:
    answer = follow(None)

    assert answer["Content-Type"] == "text/event-stream"
    assert answer["X-Accel-Buffering"] == "no"
    assert answer["Cache-Control"] == "no-store, no-transform"
