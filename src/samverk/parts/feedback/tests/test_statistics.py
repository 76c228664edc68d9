from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from samverk.base.people.tests import people
from samverk.parts.feedback.actions import duplicates
from samverk.parts.feedback.models import State
from samverk.parts.feedback.presenters.inbox import duration
from samverk.parts.feedback.queries.statistics import statistics
from samverk.parts.feedback.tests import said


def last(days):
    return statistics(since=said.NOW - timedelta(days=days), until=said.NOW)


def handled(hours, **facts):
    """A comment that was answered so many hours after it came."""
    return said.comment(
        hours_ago=100, state=State.ANSWERED, answered_at=said.NOW - timedelta(hours=100 - hours), **facts
    )


@pytest.mark.django_db
def test_pages_are_counted_with_those_that_wait_and_the_times_until_an_answer():
    for hours in (1, 2, 3, 4, 50):
        handled(hours, path="/kop/", page_title="Köp")
    said.comment(path="/kop/", page_title="Köp", state=State.ASSIGNED)
    said.comment(path="/aktuellt/")

    most, other = last(30).pages

    assert (most.title, most.path, most.comments, most.waiting) == ("Köp", "/kop/", 6, 1)
    assert most.median == timedelta(hours=3)
    assert most.slow == timedelta(hours=31, minutes=36)
    assert (other.comments, other.median) == (1, None)


@pytest.mark.django_db
def test_what_is_closed_without_an_answer_counts_as_handled_at_that_time():
    said.comment(hours_ago=10, state=State.CLOSED, closed_at=said.NOW)

    assert last(30).total.median == timedelta(hours=10)


@pytest.mark.django_db
def test_a_duplicate_waits_as_long_as_the_comment_it_points_at():
    elsa = said.editor()
    head, other = handled(20), said.comment(hours_ago=100)
    duplicates.merge(comment_id=other.pk, version=1, into=head.pk, by=elsa)

    total = last(30).total

    assert (total.comments, total.waiting, total.slow) == (2, 0, timedelta(hours=20))


@pytest.mark.django_db
def test_what_is_held_and_what_came_earlier_is_not_counted():
    said.comment(state=State.HELD)
    said.comment(hours_ago=24 * 40)

    assert last(30).total.comments == 0
    assert last(90).total.comments == 1


@pytest.mark.django_db
def test_long_periods_are_shown_by_month_and_short_ones_by_week():
    for days in range(60):
        said.comment(hours_ago=24 * days + 1)

    assert [span.begins.day for span in last(365).spans] == [1, 1, 1]
    assert {span.begins.weekday() for span in last(30).spans} == {0}
    assert sum(span.comments for span in last(30).spans) == 30


@pytest.mark.django_db
def test_the_figures_take_three_queries_however_much_there_is():
    for number in range(30):
        handled(number, path=f"/{number}/")

    with CaptureQueriesContext(connection) as caught:
        last(30)

    assert len(caught) == 3


@pytest.mark.django_db
@pytest.mark.parametrize("days", ["30", "90", "365", "", "hundra"])
def test_an_editor_sees_the_figures(days):
    desk = people.signed_in(said.editor())

    assert (
        "Inga synpunkter kom in"
        in desk.get("/redaktion/synpunkter/statistik/", {"days": days}).content.decode()
    )


@pytest.mark.parametrize(
    ("hours", "words"), [(0.2, "under en timme"), (1, "1 timme"), (30, "30 timmar"), (72, "3 dagar")]
)
def test_a_wait_is_told_in_the_unit_that_fits(hours, words):
    assert duration(timedelta(hours=hours)) == words
    assert duration(None) == "–"
