"""Questions from the audience: asked by anybody, voted for once, let through by a moderator."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connections
from django.http import HttpResponse
from django.test import Client

from samverk.base.events.models import Topic
from samverk.base.events.queries import version
from samverk.base.organisations.models import Organisation
from samverk.base.organisations.permissions import OPERATOR
from samverk.base.region.queries import current_region_id
from samverk.parts.day.actions import audience as actions
from samverk.parts.day.models import (
    Asked,
    Edition,
    QuestionTime,
    QuestionVote,
    Series,
    Session,
    SpeakerQuestion,
)
from samverk.parts.day.presenters import audience as presenters
from samverk.parts.day.queries import audience as queries
from samverk.parts.day.rules import audience as rules
from samverk.parts.day.rules import topics
from samverk.parts.day.rules.audience import Deed
from samverk.parts.day.tests.building import THE_DAY, a_session, an_edition, at
from samverk.parts.day.tests.visitor import SAME_ORIGIN
from samverk.parts.day.views import audience as views
from samverk.parts.day.views.audience import QUESTIONS, VOTES

NOW = at("9.30")
PHONE = "a" * 32


class Hall:
    """A session in which the audience may ask, and somebody with a phone in it."""

    def __init__(self, client: Client, **settings: bool) -> None:
        self.client = client
        self.edition = an_edition(published=True)
        self.session = a_session(self.edition)
        self.path = f"/dagar/provdagen/2027/nu/{self.session}/"
        self.arrange(**settings)

    def arrange(self, *, is_open: bool = True, read_first: bool = False) -> None:
        actions.arrange(
            edition_id=self.edition,
            session_id=self.session,
            is_open=is_open,
            read_first=read_first,
            by=OPERATOR,
        )

    def moderate(self, question: SpeakerQuestion, deed: Deed) -> None:
        actions.moderate(
            edition_id=self.edition,
            session_id=self.session,
            question_id=question.pk,
            deed=deed,
            by=OPERATOR,
        )

    def asks(self, text: str, **more: str) -> HttpResponse:
        return self.client.post(self.path, {"text": text, **more}, headers=SAME_ORIGIN)  # type: ignore[return-value]

    def asked(self, text: str = "Hur började ni?") -> SpeakerQuestion:
        self.asks(text)
        return SpeakerQuestion.objects.get(text=text)

    def votes(self, question: SpeakerQuestion, *, phone: str = PHONE, **headers: str) -> HttpResponse:
        fields = {"question": question.pk, "phone": phone}
        headers = {**SAME_ORIGIN, "Accept": "application/json", **headers}
        return self.client.post(f"{self.path}rost/", fields, headers=headers)  # type: ignore[return-value]

    def sees(self) -> str:
        return self.client.get(self.path).content.decode()


@pytest.fixture(autouse=True)
def on_the_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(views.timezone, "now", lambda: NOW)
    monkeypatch.setattr(views.timezone, "localdate", lambda: THE_DAY)
    for pace in (QUESTIONS, VOTES):
        pace.period = -1


@pytest.fixture
def hall(db: None, client: Client) -> Hall:
    return Hall(client)


def test_a_question_is_shown_to_everybody_when_nobody_reads_first(hall: Hall) -> None:
    answer = hall.asks("Hur började ni?")

    assert (answer.status_code, answer["Location"]) == (303, f"{hall.path}?tack=visas#fragor")
    assert "Hur började ni?" in hall.sees()


def test_a_question_waits_for_the_moderator(hall: Hall) -> None:
    hall.arrange(read_first=True)
    question = hall.asked()
    assert question.text not in hall.sees()

    hall.moderate(question, Deed.SHOW)

    assert question.text in hall.sees()


def test_a_hidden_question_is_seen_by_nobody_in_the_audience(hall: Hall) -> None:
    question = hall.asked()

    hall.moderate(question, Deed.HIDE)

    assert question.text not in hall.sees()


def test_what_most_wonder_stands_first(hall: Hall) -> None:
    first, second = hall.asked("Först?"), hall.asked("Sedan?")

    hall.votes(second)

    assert [line.text for line in queries.public_time(hall.session).questions] == [second.text, first.text]


def test_a_phone_votes_once(hall: Hall) -> None:
    question = hall.asked()

    told = [hall.votes(question).json()["told"] for _ in range(3)]

    assert told == ["Tack! Din röst är räknad.", *["Din röst är redan räknad."] * 2]
    assert SpeakerQuestion.objects.get().votes == 1


def test_phones_in_the_same_network_vote_each(hall: Hall) -> None:
    question = hall.asked()

    hall.votes(question, phone="a" * 32)
    hall.votes(question, phone="b" * 32)

    assert SpeakerQuestion.objects.get().votes == 2


def test_a_phone_without_a_name_is_told_by_its_network_and_browser(hall: Hall) -> None:
    question = hall.asked()

    for browser in ("Telefon", "Telefon", "Dator"):
        hall.votes(question, phone="", **{"User-Agent": browser})

    assert SpeakerQuestion.objects.get().votes == 2


def test_the_name_of_a_phone_is_kept_nowhere_and_is_another_in_each_session(hall: Hall) -> None:
    hall.votes(hall.asked())
    kept = QuestionVote.objects.get().voter
    salt = bytes(QuestionTime.objects.get().salt)

    assert PHONE not in kept
    assert kept == rules.voter(PHONE, network="", browser="", salt=salt)
    assert kept != rules.voter(PHONE, network="", browser="", salt=b"another")


@pytest.fixture
def committed(django_db_setup: None, django_db_blocker: Any) -> Iterator[SpeakerQuestion]:
    """A question that is really in the database, so that other connections see it."""
    with django_db_blocker.unblock():
        region = {"region_id": current_region_id()}
        home = Organisation.objects.create(name="Samtidigt", kind="association", **region)
        series = Series.objects.create(name="Samtidigt", slug="roster", organiser=home, **region)
        days = {"starts_on": THE_DAY, "ends_on": THE_DAY, "state": "published"}
        edition = Edition.objects.create(series=series, title="x", slug="x", **days, **region)
        hours = {"starts_at": at("9.00"), "ends_at": at("10.00")}
        session = Session.objects.create(edition=edition, title="x", **hours, **region)
        time = QuestionTime.objects.create(session=session, is_open=True, salt=b"salt", **region)
        said = {"text": "Hur?", "state": Asked.SHOWN, "asked_at": NOW}
        yield SpeakerQuestion.objects.create(time=time, **said, **region)
        Topic.objects.filter(name=topics.questions(session.pk)).delete()
        for row in (edition, series, home):
            row.delete()


def test_five_hundred_votes_at_once_from_one_phone_are_one(committed: SpeakerQuestion) -> None:
    session_id = committed.time.session_id

    def vote(_: int) -> bool:
        try:
            return actions.vote(
                session_id=session_id,
                question_id=committed.pk,
                phone=PHONE,
                network="",
                browser="",
                today=THE_DAY,
            )
        finally:
            connections.close_all()

    with ThreadPoolExecutor(8) as together:
        counted = list(together.map(vote, range(500)))

    assert counted.count(True) == 1
    assert SpeakerQuestion.objects.get().votes == QuestionVote.objects.count() == 1
    assert version(topics.questions(session_id)) == 1  # nobody is told for nothing


@pytest.mark.parametrize("state", [Asked.WAITING, Asked.HIDDEN, Asked.ANSWERED])
def test_what_the_audience_does_not_see_or_is_answered_takes_no_votes(hall: Hall, state: Asked) -> None:
    question = hall.asked()
    SpeakerQuestion.objects.update(state=state)

    assert hall.votes(question).status_code == 410
    assert not QuestionVote.objects.exists()


def test_a_question_of_another_session_takes_no_votes_here(hall: Hall) -> None:
    question = hall.asked()
    other = a_session(hall.edition, "Annat")
    actions.arrange(edition_id=hall.edition, session_id=other, is_open=True, read_first=False, by=OPERATOR)

    with pytest.raises(actions.Gone):
        actions.vote(
            session_id=other, question_id=question.pk, phone=PHONE, network="", browser="", today=THE_DAY
        )


def test_a_closed_session_takes_neither_questions_nor_votes_and_the_text_stays(hall: Hall) -> None:
    question = hall.asked()
    hall.arrange(is_open=False)

    refused = hall.asks("Hinner jag fråga?")

    assert refused.status_code == 422
    assert "Frågestunden har stängt" in refused.content.decode()
    assert "Hinner jag fråga?" in refused.content.decode()
    assert hall.votes(question).status_code == 409
    assert SpeakerQuestion.objects.count() == 1


def test_when_the_days_are_over_nothing_is_open(hall: Hall) -> None:
    with pytest.raises(actions.Closed):
        actions.ask(session_id=hall.session, text="Hallå?", now=NOW + timedelta(days=1))


def test_ten_thousand_characters_are_refused_and_kept_in_the_form(hall: Hall) -> None:
    refused = hall.asks("x" * 10_000)

    assert refused.status_code == 422
    assert "Korta den till högst 300" in refused.content.decode()
    assert "x" * 300 in refused.content.decode()
    assert not SpeakerQuestion.objects.exists()


def test_a_script_is_shown_as_what_was_written(hall: Hall) -> None:
    hall.asks("<script>alert(1)</script> fungerar det?")

    assert "<script>alert" not in hall.sees()
    assert "&lt;script&gt;alert" in hall.sees()


def test_an_empty_question_is_refused(hall: Hall) -> None:
    assert hall.asks(" \u200b\n ").status_code == 422


def test_a_machine_that_fills_the_trap_is_refused(hall: Hall) -> None:
    assert hall.asks("Köp billigt!", website="https://example.org").status_code == 422


def test_personal_data_is_pointed_out_before_anything_is_kept(hall: Hall) -> None:
    text = "Ring mig på 070-174 06 05, hur börjar man?"

    asked = hall.asks(text)

    assert "ett telefonnummer" in asked.content.decode()
    assert not SpeakerQuestion.objects.exists()
    assert hall.asks(text, insisted=rules.seen_mark(text)).status_code == 303


def test_whoever_insists_on_one_text_has_not_insisted_on_another(hall: Hall) -> None:
    hall.asks("Ring 070-174 06 05?", insisted=rules.seen_mark("Något annat"))

    assert not SpeakerQuestion.objects.exists()


def test_a_personal_number_is_never_kept(hall: Hall) -> None:
    text = "Jag heter 19121212-1212, får jag vara med?"

    hall.asks(text, insisted=rules.seen_mark(text))

    assert "1212-1212" not in SpeakerQuestion.objects.get().text


def test_a_form_sent_twice_is_one_question(hall: Hall) -> None:
    for _ in range(2):
        assert hall.asks("Hur började ni?").status_code == 303

    assert SpeakerQuestion.objects.count() == 1


def test_so_many_from_one_network_and_no_more(hall: Hall, settings: Any) -> None:
    settings.AUDIENCE_QUESTIONS_IN_TEN_MINUTES = 2

    statuses = [hall.asks(f"Fråga {number}?").status_code for number in range(3)]

    assert statuses == [303, 303, 429]


def test_questions_from_another_site_are_not_taken(hall: Hall) -> None:
    foreign = {"Sec-Fetch-Site": "cross-site"}

    assert hall.client.post(hall.path, {"text": "Hej?"}, headers=foreign).status_code == 403
    assert not SpeakerQuestion.objects.exists()


def test_voting_without_a_script_leads_back_to_the_list(hall: Hall) -> None:
    answer = hall.votes(hall.asked(), phone="", Accept="text/html")

    assert (answer.status_code, answer["Location"]) == (303, f"{hall.path}?tack=rost#fragor")


def test_one_question_is_on_the_stage_at_a_time(hall: Hall) -> None:
    first, second = hall.asked("Först?"), hall.asked("Sedan?")

    hall.moderate(first, Deed.STAGE)
    hall.moderate(second, Deed.STAGE)

    facts = queries.time(hall.session)
    assert [line.text for line in presenters.on_stage(facts)] == ["Sedan?"]
    hall.moderate(second, Deed.ANSWERED)
    assert [line.text for line in presenters.on_stage(queries.time(hall.session))] == ["Först?"]


def test_only_organisers_moderate(hall: Hall) -> None:
    question = hall.asked()

    with pytest.raises(PermissionDenied):
        actions.moderate(
            edition_id=hall.edition,
            session_id=hall.session,
            question_id=question.pk,
            deed=Deed.HIDE,
            by=None,
        )


def test_a_question_of_another_edition_is_not_moderated_from_here(hall: Hall) -> None:
    with pytest.raises(actions.Gone):
        actions.moderate(
            edition_id=hall.edition + 1,
            session_id=hall.session,
            question_id=hall.asked().pk,
            deed=Deed.HIDE,
            by=OPERATOR,
        )


def test_everything_is_forgotten_some_time_after_the_day(hall: Hall) -> None:
    hall.votes(hall.asked())

    assert actions.forget(today=THE_DAY + timedelta(days=14), days=14) == 0
    assert actions.forget(today=THE_DAY + timedelta(days=15), days=14) == 1

    kept: list[Any] = [QuestionTime, SpeakerQuestion, QuestionVote]
    assert [model.objects.count() for model in kept] == [0, 0, 0]


def test_the_page_says_the_same_to_everybody(hall: Hall) -> None:
    hall.asked()

    for path in (hall.path, f"{hall.path}del/?v=3"):
        answer = hall.client.get(path)

        assert answer.status_code == 200
        assert "Set-Cookie" not in answer
        assert "csrf" not in answer.content.decode()
