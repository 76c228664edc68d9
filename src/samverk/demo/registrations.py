"""Those who have registered for the coming day: plainly invented, few, and some of them waiting."""

from datetime import date, datetime
from uuid import NAMESPACE_URL, UUID, uuid5

from django.conf import settings

from samverk.base.organisations.permissions import OPERATOR
from samverk.parts.day.actions import questions, registration, tickets
from samverk.parts.day.models import Audience, Edition, Question, Registration, Standard, State, TicketKind
from samverk.parts.day.presenters.questions import READY, YES

FIRST_NAMES = (
    "Alva",
    "Birk",
    "Cora",
    "Dag",
    "Eira",
    "Folke",
    "Gun",
    "Hugo",
    "Idun",
    "Jonte",
    "Kajsa",
    "Love",
    "Mira",
)
LAST_NAMES = (
    "Björkvik",
    "Forsmyr",
    "Granås",
    "Isälv",
    "Lövsund",
    "Myrheim",
    "Norrdal",
    "Rönnhed",
    "Snöfall",
    "Tjärnby",
)
ORGANISATIONS = (
    "Kärnans trädgård",
    "Lövåsens kommun",
    "Återbruket Isälv",
    "Café Myrhed",
    "Studieförbundet Norrsken",
    "",
)
DIETS = ("vegetariskt", "nötter", "glutenfritt", "vegetariskt", "laktosfritt")
GROUPS, COLLEAGUES = 9, 3
EXHIBITORS = 7


def build(*, now: datetime, today: date) -> int:
    """Open registration for the next edition and let some people register; returns how many."""
    coming = Edition.objects.filter(starts_on__gt=today, state=State.PUBLISHED).order_by("starts_on").first()
    if coming is None or TicketKind.objects.filter(edition=coming).exists():
        return 0
    for name, ready in READY.items():
        facts = questions.Facts("", "", ready.kind, ready.options, sensitive=ready.sensitive, standard=name)
        questions.add(edition_id=coming.pk, facts=facts, by=OPERATOR)
    asked = dict(Question.objects.filter(edition=coming).values_list("standard", "pk"))
    ordinary = tickets.Facts("Besökare", 60, note="Föreläsningar, mässa och lunch.")
    stand = tickets.Facts("Utställare", 5, note="Ett bord på mässan.", audience=Audience.EXHIBITOR, order=1)
    visitors = tickets.add(edition_id=coming.pk, facts=ordinary, by=OPERATOR)
    exhibitors = tickets.add(edition_id=coming.pk, facts=stand, by=OPERATOR)
    for number in range(GROUPS):
        receipt = registration.register(entry=_entry(number, visitors, asked, colleagues=COLLEAGUES), now=now)
        name_colleagues(receipt.reference, first=GROUPS + EXHIBITORS + number * COLLEAGUES, now=now)
    for number in range(GROUPS, GROUPS + EXHIBITORS):
        registration.register(entry=_entry(number, exhibitors, asked), now=now)
    return GROUPS * (1 + COLLEAGUES) + EXHIBITORS


def name_colleagues(reference: UUID, *, first: int, now: datetime) -> None:
    """Say who the colleagues of a group are."""
    leader = Registration.objects.get(reference=reference)
    keys = leader.colleagues.order_by("arrival").values_list("pk", flat=True)
    people = {key: registration.Person(name(number), "") for number, key in enumerate(keys, start=first)}
    registration.name_colleagues(leader_id=leader.pk, people=people, now=now)


def name(number: int) -> str:
    """The name of an invented person."""
    return f"{FIRST_NAMES[number % len(FIRST_NAMES)]} {LAST_NAMES[number * 3 % len(LAST_NAMES)]}"


def _entry(number: int, kind_id: int, asked: dict[str, int], *, colleagues: int = 0) -> registration.Entry:
    answers = {str(asked[Standard.MEETINGS]): YES} if number % 3 == 0 else {}
    diet = {str(asked[Standard.DIET]): DIETS[number // 2 % len(DIETS)]} if number % 2 == 0 else {}
    person = registration.Person(
        name=name(number),
        email=f"besokare{number + 1}@example.org",
        organisation=ORGANISATIONS[number % len(ORGANISATIONS)],
        answers=answers,
        sensitive=diet,
    )
    key = uuid5(NAMESPACE_URL, f"demonstration-{number}")
    return registration.Entry(key, kind_id, person, settings.LANGUAGE_CODE, colleagues)
