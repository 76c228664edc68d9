"""The edition that has been: who came, what they thought of it, and the article that tells how it was."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from random import Random
from uuid import NAMESPACE_URL, UUID, uuid5

from django.conf import settings

from samverk.base.organisations.permissions import OPERATOR
from samverk.demo import days, registrations
from samverk.demo.contents import past as contents
from samverk.demo.contents.days import SERIES
from samverk.parts.day.actions import (
    answering,
    checkin,
    editions,
    evaluation,
    followup,
    registration,
    tickets,
)
from samverk.parts.day.models import (
    Edition,
    Registration,
    SaidText,
    Series,
    Session,
    SurveyQuestion,
)
from samverk.parts.day.presenters.survey import READY
from samverk.parts.day.queries.evaluation import judged_sessions
from samverk.parts.day.rules.evaluation import Ready
from samverk.parts.day.rules.shifting import STOCKHOLM
from samverk.parts.day.rules.urn import Point, Said, Sheet
from samverk.parts.site.actions import pages
from samverk.parts.site.models import ArticlePage

GROUPS, COLLEAGUES = 31, 3
ONE_IN_SO_MANY_STAYED_HOME = 9
TWO_IN_THREE = 3
REGISTERED_BEFORE = timedelta(days=40)
TOLD_AFTER = timedelta(days=9)


def build(*, today: date) -> int:
    """Make the edition that has been, unless it is there; returns how many came."""
    day = days.last_day(today)
    series = Series.objects.filter(name=SERIES).first()
    if series is None or Edition.objects.filter(series=series, starts_on=day).exists():
        return 0
    key = days.edition(series.pk, f"{SERIES} {day.year}", day)
    facts = {"lead": contents.LEAD, "about": contents.ABOUT, **contents.VENUE}
    editions.change_edition(edition_id=key, facts=facts, by=OPERATOR)
    days.programme_of(key, day, contents, said_yes_on=day - REGISTERED_BEFORE)
    editions.publish(edition_id=key, by=OPERATOR)
    _register(key, _at(day - REGISTERED_BEFORE, 9))
    visits = _visits(key)
    _let_in(key, visits, _at(day, 8))
    _ask(key, visits, day)
    _tell(key, day)
    return len(visits)


def _register(edition_id: int, now: datetime) -> None:
    facts = tickets.Facts("Besökare", 130, note="Föreläsningar, mässa och lunch.")
    kind_id = tickets.add(edition_id=edition_id, facts=facts, by=OPERATOR)
    for number in range(GROUPS):
        person = registration.Person(
            name=registrations.name(number * 7),
            email=f"fjol{number + 1}@example.org",
            organisation=registrations.ORGANISATIONS[number % len(registrations.ORGANISATIONS)],
        )
        entry = registration.Entry(
            _key("anmälan", number), kind_id, person, settings.LANGUAGE_CODE, COLLEAGUES
        )
        receipt = registration.register(entry=entry, now=now)
        registrations.name_colleagues(receipt.reference, first=GROUPS * 7 + number * COLLEAGUES, now=now)


def _visits(edition_id: int) -> dict[Registration, list[int]]:
    """Who came, and to which sessions: one at a time, chosen by the same dice every time."""
    dice = Random(2026)  # noqa: S311 - so that the demonstration is the same everywhere
    by_start: dict[datetime, list[int]] = {}
    judged = {about.session_id for about in judged_sessions(edition_id)}
    for row in Session.objects.filter(edition=edition_id, pk__in=[key for key in judged if key]):
        by_start.setdefault(row.starts_at, []).append(row.pk)
    people = Registration.objects.filter(edition=edition_id).order_by("pk")
    return {
        person: [dice.choice(sessions) for sessions in by_start.values() if dice.random() < 0.7]
        for number, person in enumerate(people)
        if number % ONE_IN_SO_MANY_STAYED_HOME
    }


def _let_in(edition_id: int, visits: dict[Registration, list[int]], now: datetime) -> None:
    """One batch from one phone, as after a day without net."""
    passages = [
        checkin.Sent(
            key=_key("insläpp", person.pk, place or 0),
            device_at=now,
            registration_id=person.pk,
            session_id=place,
        )
        for person, sessions in visits.items()
        for place in (None, *sessions)
    ]
    batch = checkin.Batch(device=_key("telefon"), sent_at=now, passages=passages)
    checkin.receive(edition_id=edition_id, batch=batch, sender=checkin.Sender(user=OPERATOR), now=now)


def _ask(edition_id: int, visits: dict[Registration, list[int]], day: date) -> None:
    """Two in three answer, and some of their words are released."""
    ready = [
        evaluation.Facts(standard=name, about=one.about, kind=one.kind, options=one.options)
        for name, one in READY.items()
    ]
    survey_id = evaluation.begin(edition_id=edition_id, questions=ready, by=OPERATOR)
    evaluation.invite(edition_id=edition_id, by=OPERATOR, today=day + timedelta(days=1))
    asked = dict(SurveyQuestion.objects.filter(survey=survey_id).values_list("standard", "pk"))
    for number, (person, sessions) in enumerate(visits.items()):
        if number % TWO_IN_THREE:
            answering.answer(
                edition_id=edition_id,
                reference=person.reference,
                sheet=_sheet(number, sessions, asked),
                today=day + timedelta(days=2),
            )
    answering.close(survey_id=survey_id, today=day + TOLD_AFTER)
    for words in contents.QUOTED:
        said = SaidText.objects.filter(survey=survey_id, text=words, may_quote=True).first()
        if said:
            evaluation.release(
                edition_id=edition_id, text_id=said.pk, quoted=words, by=OPERATOR, today=day + TOLD_AFTER
            )


def _sheet(number: int, sessions: list[int], asked: dict[str, int]) -> Sheet:
    return Sheet(tuple(_chosen(number, sessions, asked)), tuple(_said(number, sessions, asked)))


def _chosen(number: int, sessions: list[int], asked: dict[str, int]) -> Iterator[tuple[Point, str]]:
    yield Point(asked[Ready.GRADE]), contents.GRADES[number % len(contents.GRADES)]
    met, recommends = READY[Ready.MET].options, READY[Ready.RECOMMEND].options
    yield Point(asked[Ready.MET]), met[contents.MET[number % len(contents.MET)]]
    yield Point(asked[Ready.RECOMMEND]), recommends[contents.RECOMMENDS[number % len(contents.RECOMMENDS)]]
    for session in sessions:
        yield Point(asked[Ready.CONTENT], session), contents.GRADES[(number + session) % len(contents.GRADES)]


def _said(number: int, sessions: list[int], asked: dict[str, int]) -> Iterator[Said]:
    may_quote = number % 2 == 0
    if number % 6 == 1 and number // 6 < len(contents.TAKE_HOME):
        yield Said(Point(asked[Ready.TAKE_HOME]), contents.TAKE_HOME[number // 6], may_quote=True)
    if number % 6 == 2 and number // 6 < len(contents.IMPROVE):
        yield Said(Point(asked[Ready.IMPROVE]), contents.IMPROVE[number // 6], may_quote)
    if number % 12 == 5 and sessions and number // 12 < len(contents.OF_SESSIONS):
        yield Said(
            Point(asked[Ready.SESSION_WORDS], sessions[0]), contents.OF_SESSIONS[number // 12], may_quote
        )


def _tell(edition_id: int, day: date) -> None:
    """The article as the system drafts it, published as it is."""
    try:
        key = followup.prepare(edition_id=edition_id, by=OPERATOR, today=day + TOLD_AFTER)
    except followup.NotYet:
        return
    article = ArticlePage.objects.get(pk=key)
    article.published_on = day + TOLD_AFTER
    pages.revise(page=article, by=OPERATOR)
    pages.publish(page=article, by=OPERATOR)


def _key(*words: object) -> UUID:
    return uuid5(NAMESPACE_URL, f"demonstration förra {words}")


def _at(day: date, hour: int) -> datetime:
    return datetime.combine(day, time(hour), STOCKHOLM)
