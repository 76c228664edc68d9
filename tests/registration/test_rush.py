"""A small rush for the seats of a day, against the real site with several processes. Nothing is timed."""

from collections.abc import Iterator

import pytest

from tests.browser.site import RunningSite, running_site
from tests.registration.rush import Kept, Rush, Told, kept, kill_the_database, open_the_doors, run

SEATS, ATTEMPTS, CLIENTS = 20, 120, 24


@pytest.fixture(scope="module")
def site() -> Iterator[RunningSite]:
    with running_site(SAMVERK_TRUSTED_PROXIES="1", WEB_CONCURRENCY="3") as site:
        yield site


def what_must_hold(told: Told, found: Kept) -> None:
    links = {email: link for email, _, _, link in found.rows}
    assert {answer.email for answer in told.answers} == set(links)
    assert all(links[answer.email] in answer.link for answer in told.answers)
    assert len(found.rows) == ATTEMPTS == found.arrivals
    assert found.states == {"confirmed": SEATS, "waiting": ATTEMPTS - SEATS}
    assert [state for _, state, _, _ in found.rows[:SEATS]] == ["confirmed"] * SEATS
    assert found.taken == SEATS


def test_many_at_once_with_every_form_sent_twice_never_oversell(site: RunningSite) -> None:
    kind = open_the_doors(site, seats=SEATS)

    told = run(site, Rush(ATTEMPTS, CLIENTS, twice=True), kind=kind)

    assert len(told.answers) == 2 * ATTEMPTS
    what_must_hold(told, kept(site))


def test_when_the_database_is_killed_in_the_middle_nothing_is_lost_and_nothing_is_there_twice(
    site: RunningSite,
) -> None:
    kind = open_the_doors(site, seats=SEATS, name="strommen-gar")
    rush = Rush(ATTEMPTS, CLIENTS, meanwhile=lambda: kill_the_database(site))

    told = run(site, rush, kind=kind, name="strommen-gar")

    assert told.broken + told.statuses.total() > ATTEMPTS, "nobody noticed that the database was gone"
    what_must_hold(told, kept(site, name="strommen-gar"))
