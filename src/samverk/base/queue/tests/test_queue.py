from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import structlog
from django.core.management import call_command
from django.db import connection, transaction
from procrastinate.contrib.django.models import ProcrastinateJob

import samverk
from samverk.base.queue import actions, queries, registry
from samverk.base.queue.tests import enqueued

NOW = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
done: list[dict] = []


@registry.job("queue.test_note", attempts=2)
def note(*, word: str, **_: object) -> None:
    done.append({"word": word, **structlog.contextvars.get_contextvars()})


@registry.job("queue.test_break", attempts=1)
def break_down(**_: object) -> None:
    raise RuntimeError("broken on purpose")


@registry.job("queue.test_once", once=True)
def only_once(**_: object) -> None:
    done.append({"word": "once"})


@pytest.fixture
def real_queue(django_db_setup, django_db_blocker):
    """A queue that a worker with connections of its own can see; it is emptied afterwards."""
    with django_db_blocker.unblock():
        yield
        with connection.cursor() as cursor:
            cursor.execute("TRUNCATE procrastinate_jobs CASCADE")
        connection.close()


def waiting(name: str) -> int:
    return ProcrastinateJob.objects.filter(task_name=name, status="todo").count()


def status_to(status: str, name: str, **columns: object) -> int:
    sets = "".join(f", {column} = %s" for column in columns)
    with connection.cursor() as cursor:
        cursor.execute(
            f"UPDATE procrastinate_jobs SET status = %s{sets} WHERE task_name = %s RETURNING id",  # noqa: S608
            [status, *columns.values(), name],
        )
        return cursor.fetchone()[0]


@pytest.mark.django_db
def test_a_job_is_in_the_queue_when_the_transaction_has_committed():
    actions.enqueue("queue.test_note", word="hej")

    assert waiting("queue.test_note") == 1


@pytest.mark.django_db
def test_a_job_is_gone_when_the_transaction_was_rolled_back():
    def enqueue_and_fail() -> None:
        actions.enqueue("queue.test_note", word="hej")
        raise RuntimeError

    with pytest.raises(RuntimeError):
        transaction.atomic(enqueue_and_fail)()

    assert waiting("queue.test_note") == 0


@pytest.mark.django_db
def test_an_undeclared_job_is_refused():
    with pytest.raises(actions.UnknownJob):
        actions.enqueue("queue.nobody_declared_this")


@pytest.mark.django_db
def test_a_job_that_may_wait_only_once_does():
    actions.enqueue("queue.test_once")
    actions.enqueue("queue.test_once")

    assert waiting("queue.test_once") == 1


@pytest.mark.usefixtures("real_queue")
def test_the_worker_runs_jobs_with_the_request_they_came_from():
    done.clear()
    with structlog.contextvars.bound_contextvars(request_id="abc123"):
        actions.enqueue("queue.test_note", word="hej", from_a_newer_release=True)

    call_command("worker", "--once")

    assert [(job["word"], job["request_id"], job["attempt"]) for job in done] == [("hej", "abc123", 1)]


@pytest.mark.usefixtures("real_queue")
def test_a_job_that_fails_for_good_is_shown_and_can_be_tried_again():
    actions.enqueue("queue.test_break")
    call_command("worker", "--once")

    [failed] = queries.failed_jobs()
    actions.try_again(job_id=failed.id, now=NOW)

    assert failed.name == "queue.test_break"
    assert waiting("queue.test_break") == 1


@pytest.mark.django_db
def test_a_job_whose_worker_died_is_put_back():
    actions.enqueue("queue.test_note", word="hej")
    status_to("doing", "queue.test_note")

    assert actions.rescue(now=NOW) == 1
    assert waiting("queue.test_note") == 1


@pytest.mark.django_db
def test_a_job_that_keeps_killing_its_worker_is_given_up():
    actions.enqueue("queue.test_note", word="hej")
    status_to("doing", "queue.test_note", attempts=actions.RESCUES)

    actions.rescue(now=NOW)

    assert queries.state(now=NOW).failed == 1


@pytest.mark.django_db
def test_a_stalled_job_is_let_go_when_the_next_of_its_kind_waits():
    actions.enqueue("queue.test_once")
    status_to("doing", "queue.test_once")
    actions.enqueue("queue.test_once")

    actions.rescue(now=NOW)

    assert waiting("queue.test_once") == 1
    assert queries.state(now=NOW).running == 0


@pytest.mark.django_db
def test_old_finished_jobs_are_forgotten():
    actions.enqueue("queue.test_note", word="hej")
    job = status_to("succeeded", "queue.test_note")
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE procrastinate_events SET at = now() - interval '3 days' WHERE job_id = %s", [job]
        )

    actions.remove_old()

    assert not ProcrastinateJob.objects.filter(id=job).exists()


@pytest.mark.django_db
def test_the_state_tells_how_long_the_oldest_job_has_waited(django_assert_num_queries):
    before = queries.state(now=NOW).waiting
    actions.enqueue("queue.test_note", word="hej")
    with connection.cursor() as cursor:
        cursor.execute("UPDATE procrastinate_events SET at = %s", [NOW - timedelta(seconds=90)])

    with django_assert_num_queries(2):
        state = queries.state(now=NOW)

    assert (state.waiting, state.oldest_waiting) == (before + 1, 90)


def test_every_job_that_code_asks_for_is_declared():
    asked = [item for item in enqueued.in_source(Path(samverk.__file__).parent) if "/tests/" not in item[1]]

    assert {name for name, _ in asked} <= registry.names()
