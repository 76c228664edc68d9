"""The evaluation as organisers meet it: what they ask, see and may quote."""

from datetime import timedelta
from io import BytesIO
from typing import Any

import pytest
from django.test import Client
from openpyxl import load_workbook

from samverk.base.organisations.models import Role
from samverk.base.organisations.permissions import OPERATOR
from samverk.base.people.tests.people import person, signed_in
from samverk.parts.day.actions import answering, editions
from samverk.parts.day.actions import evaluation as actions
from samverk.parts.day.actions.editions import Outline
from samverk.parts.day.models import (
    Edition,
    Quotation,
    SaidText,
    Survey,
    SurveyQuestion,
)
from samverk.parts.day.queries import evaluation as queries
from samverk.parts.day.queries import results
from samverk.parts.day.queries.evaluation import About
from samverk.parts.day.rules.evaluation import Ready
from samverk.parts.day.rules.urn import Point, Said, Sheet
from samverk.parts.day.tests.build import THE_DAY
from samverk.parts.day.tests.evaluating import (
    AFTER,
    a_session,
    answers,
    asked,
    close,
    question,
    sheet,
    survey,
    visitors,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def organiser() -> Client:
    return signed_in(person("Orvar Ordnare", Role.ORGANISER))


def test_what_fewer_than_five_have_answered_is_hidden() -> None:
    edition = survey()
    session = a_session(edition.pk, "Liten", "9.00", "10.00")
    crowd = visitors(edition, 12)
    content, words = question(edition, Ready.CONTENT), question(edition, Ready.SESSION_WORDS)
    for number, one in enumerate(crowd):
        few = number < 4
        chosen = ((Point(question(edition)), "4"), *(((Point(content, session), "1"),) if few else ()))
        said = (Said(Point(words, session), "Hemligt", may_quote=True),) if few else ()
        answers(edition, one.reference, Sheet(chosen, said))
    close(edition)

    told = {(one.question.standard, one.about.session_id): one for one in results.results(edition.pk)}

    assert told[Ready.GRADE, None].counts == {"4": 12}
    hidden = told[Ready.CONTENT, session], told[Ready.SESSION_WORDS, session]
    assert all(one.is_hidden and not one.counts and not one.words for one in hidden)


def test_words_are_shown_when_enough_spoke_of_the_same() -> None:
    edition = asked(5, words="Bra")

    (words,) = [one for one in results.results(edition.pk) if one.words]

    assert {one.text for one in words.words} == {f"Bra {number}" for number in range(5)}
    assert words.about == About()


def test_figures_tell_the_mean_and_leave_out_editions_with_too_few() -> None:
    edition = asked(6, grade="3")

    assert results.grades([edition.pk]) == {edition.pk: 3.0}
    assert results.answered([edition.pk]) == {edition.pk: 6}
    assert results.grades([edition.pk + 1]) == {}


def test_an_organiser_sees_charts_with_tables_and_takes_them_out(organiser: Client) -> None:
    edition = asked(6, words="Mest maten")

    page = organiser.get(f"/arrangera/{edition.pk}/utvardering/").content.decode()
    file = organiser.get(f"/arrangera/{edition.pk}/utvardering/svar.xlsx").content

    assert "<svg" in page
    assert "Medel 4,0" in page
    assert "Mest maten 3" in page
    rows = [[cell.value for cell in row] for row in load_workbook(BytesIO(file)).active.rows]
    assert ["Vilket betyg ger du dagen?", "Dagen som helhet", "4", 6] in rows
    assert b"Mest maten 2" in b"".join(organiser.get(f"/arrangera/{edition.pk}/utvardering/svar.csv"))


def test_a_file_holds_nothing_that_may_not_be_shown(organiser: Client) -> None:
    edition = survey()
    session = a_session(edition.pk, "Liten", "9.00", "10.00")
    words = question(edition, Ready.SESSION_WORDS)
    for number, one in enumerate(visitors(edition, 6)):
        said = (Said(Point(words, session), "Hemligt", may_quote=True),) if number == 3 else ()
        answers(edition, one.reference, Sheet(((Point(question(edition)), "4"),), said))
    close(edition)

    told = b"".join(organiser.get(f"/arrangera/{edition.pk}/utvardering/svar.csv")).decode()

    assert "Hemligt" not in told
    assert "färre än fem svar" in told


def test_the_edition_before_stands_beside(organiser: Client) -> None:
    before = asked(5, grade="2")
    Edition.objects.filter(pk=before.pk).update(
        starts_on=THE_DAY - timedelta(days=365),
        ends_on=THE_DAY - timedelta(days=365),
        title="Förra",
        slug="x",
    )
    now = asked(5, grade="5")

    page = organiser.get(f"/arrangera/{now.pk}/utvardering/").content.decode()

    assert "Medel 5,0. Förra: 2,0. 5 svar." in page


def test_reading_results_takes_as_many_queries_however_many_answered(
    django_assert_max_num_queries: Any,
) -> None:
    edition = asked(20, words="Ord")

    with django_assert_max_num_queries(7):
        results.results(edition.pk)


def said_to_be_quoted(*, may_quote: bool = True) -> tuple[Edition, SaidText]:
    edition = survey()
    for one in visitors(edition, 5):
        answers(edition, one.reference, sheet(edition, words="Jag fick en kund. Tack!", may_quote=may_quote))
    close(edition)
    text = SaidText.objects.first()
    assert text is not None
    return edition, text


def test_words_may_be_released_whole_or_in_part_but_not_changed() -> None:
    edition, text = said_to_be_quoted()
    release = {"edition_id": edition.pk, "text_id": text.pk, "by": OPERATOR, "today": AFTER}

    actions.release(quoted="Jag fick en kund.", **release)
    with pytest.raises(actions.NotTheirWords):
        actions.release(quoted="Jag fick tio kunder.", **release)

    assert Quotation.objects.get().text == "Jag fick en kund."
    assert [one.text for one in results.quotations(edition.pk)] == ["Jag fick en kund."]


def test_only_what_may_be_quoted_is_released() -> None:
    edition, text = said_to_be_quoted(may_quote=False)

    with pytest.raises(actions.NotTheirWords):
        actions.release(edition_id=edition.pk, text_id=text.pk, quoted=text.text, by=OPERATOR, today=AFTER)


def test_a_released_quotation_outlives_the_text() -> None:
    edition, text = said_to_be_quoted()
    actions.release(edition_id=edition.pk, text_id=text.pk, quoted=text.text, by=OPERATOR, today=AFTER)
    answering.forget_texts(today=AFTER + timedelta(days=400), days=365)

    (quotation,) = results.quotations(edition.pk)
    assert quotation.text == text.text
    actions.take_back(edition_id=edition.pk, quotation_id=quotation.id, by=OPERATOR)
    assert results.quotations(edition.pk) == ()


def test_an_organiser_releases_it_from_the_page(organiser: Client) -> None:
    edition, text = said_to_be_quoted()
    address = f"/arrangera/{edition.pk}/utvardering/citat/"

    organiser.post(address, {"text": text.pk, "quoted": "Jag fick en kund."})
    organiser.post(address, {"text": "nonsens", "quoted": "x"})
    organiser.post(address, {"take_back": "999999"})

    assert Quotation.objects.get().text == "Jag fick en kund."
    assert "Släppta citat" in organiser.get(f"/arrangera/{edition.pk}/utvardering/").content.decode()


def test_a_new_edition_gets_the_questions_and_no_answers() -> None:
    edition = asked(5)
    key = editions.copy_edition(
        source_id=edition.pk,
        outline=Outline("Nästa", THE_DAY + timedelta(weeks=52), THE_DAY + timedelta(weeks=52)),
        by=OPERATOR,
    )

    copied = queries.survey(key)

    assert copied is not None
    assert {one.standard for one in copied.questions} == set(Ready)
    assert (copied.answered, copied.closed_on, copied.invited_on) == (0, None, None)


def test_an_organiser_asks_a_question_of_their_own(organiser: Client) -> None:
    edition = survey()
    organiser.post(
        f"/arrangera/{edition.pk}/utvardering/fragor/ny/",
        {"label": "Hur kom du hit?", "about": "whole", "kind": "choice", "options": "Buss\nBil\nTill fots"},
    )

    added = SurveyQuestion.objects.get(label="Hur kom du hit?")
    assert added.options == ["Buss", "Bil", "Till fots"]
    assert added.order == 8


def test_a_choice_needs_two_to_choose_among(organiser: Client) -> None:
    edition = survey()
    told = {"label": "Hur?", "about": "whole", "kind": "choice", "options": "Buss"}

    sent = organiser.post(f"/arrangera/{edition.pk}/utvardering/fragor/ny/", told)

    assert "Skriv minst två val." in sent.content.decode()


def test_what_people_may_have_answered_stays_the_same_question() -> None:
    edition = survey()
    someone, *_ = visitors(edition, 1)
    answers(edition, someone.reference, sheet(edition))
    key = question(edition)

    actions.change_question(
        question_id=key, facts=actions.Facts(label="Betyg?", standard="grade"), by=OPERATOR
    )
    with pytest.raises(actions.Begun):
        actions.change_question(question_id=key, facts=actions.Facts(label="x", kind="text"), by=OPERATOR)
    with pytest.raises(actions.Begun):
        actions.remove_question(question_id=key, by=OPERATOR)

    assert SurveyQuestion.objects.get(pk=key).label == "Betyg?"


def test_answers_about_what_was_removed_meanwhile_are_left_out() -> None:
    edition = survey()
    session = a_session(edition.pk, "Bort", "9.00", "10.00")
    point = Point(question(edition, Ready.CONTENT), session)
    for one in visitors(edition, 5):
        answers(edition, one.reference, Sheet(((point, "4"), (Point(question(edition)), "2"))))
    edition.sessions.all().delete()

    close(edition)

    assert results.grades([edition.pk]) == {edition.pk: 2.0}
    assert Survey.objects.get().answered == 5
