"""Nobody who reads the database can tell who answered what, and nobody answers twice (decision 0023)."""

import threading
from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import Any
from uuid import uuid4

import pytest
from django.apps import apps
from django.db import connection, connections, models
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from samverk.parts.day.actions import answering
from samverk.parts.day.models import (
    AnsweredMark,
    Edition,
    Registration,
    SaidText,
    SealedAnswer,
    Survey,
    Tally,
)
from samverk.parts.day.rules.evaluation import Ready
from samverk.parts.day.rules.urn import FEWEST
from samverk.parts.day.tests.build import kind
from samverk.parts.day.tests.evaluating import LATE, answers, asked, close, sheet, survey, visitors

ANSWERS = (Tally, SaidText)
MARKS = (AnsweredMark, SealedAnswer)
A_FEW = settings(
    max_examples=8,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
SHEETS = st.lists(
    st.tuples(st.sampled_from("12345"), st.sampled_from(("", "Bra", "Mat"))), min_size=5, max_size=13
)


def raw(model: type[models.Model], *, hidden: str = "") -> list[tuple[Any, ...]]:
    """Every row of a table, and what PostgreSQL itself notes of it."""
    with connection.cursor() as cursor:
        cursor.execute(f'SELECT {hidden}{"," if hidden else ""} * FROM "{model._meta.db_table}"')  # noqa: S608
        return cursor.fetchall()


@pytest.mark.django_db
def test_no_column_of_an_answer_leads_to_a_person_or_to_a_moment() -> None:
    to_persons = {"day.Registration", "people.User"}
    for model in (*ANSWERS, *MARKS):
        for field in model._meta.get_fields():
            target = field.related_model._meta.label if field.related_model else ""
            assert target not in to_persons, field
            assert not isinstance(field, models.DateTimeField | models.AutoField), field


@pytest.mark.django_db
def test_answers_and_marks_share_no_value_but_the_evaluation() -> None:
    edition = survey()
    for number, person in enumerate(visitors(edition, 14)):
        answers(edition, person.reference, sheet(edition, words=f"Ord {number}"))
    answering.count()
    alone = {(Survey, edition.survey.pk)}
    told = {str(value) for model in ANSWERS for row in raw(model) for value in row}
    kept = {str(value) for model in MARKS for row in raw(model) for value in row}

    assert told & kept == {str(key) for _, key in alone}
    people = Registration.objects.all()
    known = {str(value) for one in people for value in (one.reference, one.name, one.email, one.key)}
    assert not known & (told | kept)


@pytest.mark.django_db
def test_what_postgresql_notes_of_the_rows_tells_nothing_of_their_order() -> None:
    edition = survey()
    people = visitors(edition, 25)
    for number, person in enumerate(people):
        answers(edition, person.reference, sheet(edition, words=f"{number:02}"))
        answering.count()

    written = {row[0] for row in raw(SaidText, hidden="xmin::text")}
    in_urn = {row[0] for row in raw(SealedAnswer, hidden="xmin::text")}
    assert len(written) == 1, "the texts do not tell in which round they came"
    assert len(in_urn) < SealedAnswer.objects.count(), "those that stay are sealed anew together"
    by_place = texts_in_the_order_of_the_disk()
    by_key = list(SaidText.objects.order_by("pk").values_list("text", flat=True))
    assert by_place != sorted(by_place)
    assert by_key != sorted(by_key)


def texts_in_the_order_of_the_disk() -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT text FROM day_saidtext ORDER BY ctid")
        return [text for (text,) in cursor.fetchall()]


@A_FEW
@given(st.data())
@pytest.mark.django_db
def test_what_is_stored_does_not_depend_on_who_answered_or_in_which_order(data: Any) -> None:
    said = data.draw(SHEETS)
    order = data.draw(st.permutations(range(len(said))))
    found = []
    for turn in (range(len(said)), order):
        edition = survey()
        people = visitors(edition, len(said))
        for person, number in zip(people, turn, strict=True):
            grade, words = said[number]
            answers(edition, person.reference, sheet(edition, grade=grade, words=words))
            answering.count()
        close(edition)
        found.append(told_of(edition.survey.pk))
        forget_all()

    assert found[0] == found[1]
    assert sum(found[0][0].values()) == len(said)


def told_of(key: int) -> tuple[Counter[str], Counter[tuple[str, bool]]]:
    counts = Counter(dict(Tally.objects.filter(survey=key).values_list("option", "count")))
    return counts, Counter(SaidText.objects.filter(survey=key).values_list("text", "may_quote"))


def forget_all() -> None:
    Survey.objects.all().delete()
    Registration.objects.all().delete()
    for model in (apps.get_model("day", name) for name in ("TicketKind", "Edition")):
        model.objects.all().delete()


@pytest.mark.django_db
def test_a_person_answers_once() -> None:
    edition = survey()
    person, *_ = visitors(edition, 1)
    answers(edition, person.reference, sheet(edition))

    with pytest.raises(answering.Again):
        answers(edition, person.reference, sheet(edition, grade="1"))

    assert SealedAnswer.objects.count() == AnsweredMark.objects.count() == 1


@pytest.fixture
def really_there(django_db_setup: None, django_db_blocker: Any) -> Iterator[Edition]:
    """An evaluation that is really in the database, so that other connections see it."""
    with django_db_blocker.unblock():
        edition = kind(quota=1).edition
        survey = Survey.objects.create(region_id=edition.region_id, edition=edition)
        survey.questions.create(region_id=edition.region_id, standard=Ready.GRADE)
        yield edition
        forget_all()
        home = edition.series.organiser
        edition.series.delete()
        home.delete()
        with connection.cursor() as cursor:
            cursor.execute("DELETE FROM procrastinate_jobs WHERE task_name = 'day.count_answers'")


def test_two_answers_of_one_person_at_once_count_once(really_there: Edition) -> None:
    edition, person = really_there, uuid4()
    filled, told = sheet(edition), []
    start = threading.Barrier(6)

    def send() -> None:
        start.wait()
        try:
            answers(edition, person, filled)
            told.append("in")
        except answering.Again:
            told.append("again")
        finally:
            connections.close_all()

    threads = [threading.Thread(target=send) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(told) == ["again"] * 5 + ["in"]
    assert SealedAnswer.objects.count() == 1


@pytest.mark.django_db
def test_nothing_is_opened_until_there_are_enough_to_mix_it_with() -> None:
    edition = survey()
    people = visitors(edition, 2 * FEWEST)
    for number, person in enumerate(people):
        answers(edition, person.reference, sheet(edition, words="x"))
        answering.count()
        edition.survey.refresh_from_db()
        assert edition.survey.answered == (0 if number < 2 * FEWEST - 1 else FEWEST)

    assert SealedAnswer.objects.count() == FEWEST


@pytest.mark.django_db
def test_the_answers_of_very_few_are_never_opened() -> None:
    edition = asked(FEWEST - 1, words="Hemligt")

    assert not SaidText.objects.exists()
    assert not Tally.objects.exists()
    assert not SealedAnswer.objects.exists()
    edition.survey.refresh_from_db()
    assert edition.survey.answered == 0


@pytest.mark.django_db
def test_when_it_closes_all_are_counted_and_who_has_answered_is_forgotten() -> None:
    edition = asked(FEWEST + 2)

    assert Tally.objects.get().count == FEWEST + 2
    assert not AnsweredMark.objects.exists()
    person, *_ = visitors(edition, 1, first=100)
    with pytest.raises(answering.NotOpen):
        answers(edition, person.reference, sheet(edition))


@pytest.mark.django_db
def test_it_closes_by_itself_when_its_days_are_over() -> None:
    edition = survey()
    last = edition.ends_on.toordinal() + edition.survey.days_open

    assert answering.close_old(today=date.fromordinal(last)) == 0
    assert answering.close_old(today=date.fromordinal(last + 1)) == 1
    edition.survey.refresh_from_db()
    assert edition.survey.closed_on == date.fromordinal(last + 1)


@pytest.mark.django_db
def test_own_words_are_forgotten_in_time_and_the_figures_stay() -> None:
    edition = asked(FEWEST, words="Fint")

    assert answering.forget_texts(today=LATE, days=365) == 0
    assert answering.forget_texts(today=LATE, days=30) == FEWEST
    assert not SaidText.objects.exists()
    assert Tally.objects.get(survey=edition.survey).count == FEWEST


@pytest.mark.django_db
def test_an_answer_sealed_with_a_lost_secret_stops_nothing(settings: Any) -> None:
    edition = survey()
    people = visitors(edition, 11)
    answers(edition, people[0].reference, sheet(edition))
    settings.SECRET_KEY = "en annan hemlighet"
    for person in people[1:]:
        answers(edition, person.reference, sheet(edition))

    answering.count()
    close(edition)

    assert Tally.objects.get().count == 10


def test_moments_are_days() -> None:
    fields = [field for model in (Survey, *ANSWERS) for field in model._meta.get_fields()]
    assert not [field for field in fields if isinstance(field, models.DateTimeField)]
