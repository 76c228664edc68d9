"""The organisers' lists, files, kinds of tickets and questions."""

from datetime import timedelta
from io import BytesIO
from types import SimpleNamespace

import pikepdf
import pytest
from django.contrib.auth import get_user_model
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils.translation import override
from openpyxl import load_workbook

from samverk.base.audit.models import Entry
from samverk.base.organisations.models import Role
from samverk.base.organisations.permissions import OPERATOR
from samverk.base.people.tests.people import person, signed_in
from samverk.parts.day.actions import questions, tickets
from samverk.parts.day.models import Edition, Question, Registration, RegistrationState, TicketKind
from samverk.parts.day.presenters.tickets import price
from samverk.parts.day.tests import build

pytestmark = pytest.mark.django_db
MOST_QUERIES = 16


@pytest.fixture
def organiser() -> Client:
    return signed_in(person("Amina Prov", Role.ORGANISER))


@pytest.fixture
def kind() -> TicketKind:
    return build.kind(quota=2)


def desk(kind: TicketKind, rest: str) -> str:
    return f"/arrangera/{kind.edition_id}/{rest}"


def text(client: Client, path: str) -> str:
    return client.get(path).content.decode()


def test_the_list_is_searched_and_filtered(organiser: Client, kind: TicketKind) -> None:
    for name in ("Åsa Prov", "Björn Prov", "Cilla Väntar"):
        build.registered(kind, name=name, email=f"{name[0].lower()}@example.org".replace("å", "a"))

    everybody = text(organiser, desk(kind, "anmalda/"))
    waiting = text(organiser, desk(kind, "anmalda/?state=waiting"))

    assert all(name in everybody for name in ("Åsa Prov", "Björn Prov", "Cilla Väntar"))
    assert "Cilla Väntar" in waiting
    assert "Åsa Prov" not in waiting
    assert "Åsa Prov" not in text(organiser, desk(kind, "anmalda/?q=björn"))
    assert "Cilla Väntar" in text(organiser, desk(kind, "anmalda/vantelista/"))


@pytest.mark.parametrize(
    "rest", ["anmalda/", "anmalda/vantelista/", "anmalda/behov/", "biljetter/", "fragor/"]
)
def test_a_list_takes_the_same_number_of_queries_however_long(
    organiser: Client, kind: TicketKind, rest: str
) -> None:
    def queries() -> int:
        with CaptureQueriesContext(connection) as found:
            assert organiser.get(desk(kind, rest)).status_code == 200
        return len(found)

    for number in range(3):
        build.registered(kind, email=f"first{number}@example.org", sensitive={"1": "ägg"})
    organiser.get(desk(kind, rest))
    few = queries()
    for number in range(40):
        build.registered(kind, email=f"{number}@example.org", sensitive={"1": "ägg"}, colleagues=number % 3)

    assert queries() == few <= MOST_QUERIES


def test_files_hold_the_list_without_anything_that_runs_or_is_sensitive(
    organiser: Client, kind: TicketKind
) -> None:
    told = {"edition": kind.edition, "region_id": kind.region_id}
    secret = Question.objects.create(label="Kost", sensitive=True, **told)
    build.registered(kind, name="=1+1", sensitive={str(secret.pk): "nötter"})

    lines = text(organiser, desk(kind, "anmalda/anmalda.csv"))
    sheet = load_workbook(BytesIO(organiser.get(desk(kind, "anmalda/anmalda.xlsx")).content)).active

    assert '"\'=1+1"' in lines
    assert sheet is not None
    assert sheet.cell(2, 1).value == "'=1+1"
    assert "nötter" not in lines


@pytest.mark.parametrize(("size", "pages"), [("90x55", 2), ("105x74", 2), ("70x36", 1)])
def test_badges_lie_on_as_many_sheets_as_are_needed(organiser: Client, size: str, pages: int) -> None:
    kind = build.kind(quota=13)
    build.registered(
        kind, name="Dr. Kunigunda Långtbortistan-Överkalixsson von och zu Norrsken", colleagues=11
    )
    build.registered(kind, name="Łukasz Čech", organisation="Återbruket " * 9)

    answer = organiser.get(desk(kind, f"anmalda/namnskyltar/{size}.pdf"))

    with pikepdf.open(BytesIO(answer.content)) as pdf:
        assert len(pdf.pages) == pages


def test_the_list_to_tick_off_is_a_pdf_also_when_nobody_comes(organiser: Client, kind: TicketKind) -> None:
    empty = organiser.get(desk(kind, "anmalda/anmalda.pdf"))
    build.registered(kind)
    full = organiser.get(desk(kind, "anmalda/anmalda.pdf"))

    assert len(full.content) > len(empty.content) > 500
    assert organiser.get(desk(kind, "anmalda/namnskyltar/9x9.pdf")).status_code == 404


def test_every_look_at_what_people_need_is_in_the_log(organiser: Client, kind: TicketKind) -> None:
    questions.add(
        edition_id=kind.edition_id,
        facts=questions.Facts("Kost", standard="diet", sensitive=True),
        by=OPERATOR,
    )
    asked = Question.objects.get()
    for number in range(2):
        build.registered(kind, email=f"{number}@example.org", sensitive={str(asked.pk): "Nötter"})

    told = text(organiser, desk(kind, "anmalda/behov/"))
    organiser.get(desk(kind, "anmalda/behov.csv"))

    assert "2 × Nötter" in told
    looks = Entry.objects.filter(action="day.see_needs").order_by("pk")
    assert [look.facts for look in looks] == [{"people": 2, "as_file": False}, {"people": 2, "as_file": True}]
    assert looks[0].actor == get_user_model().objects.get(email="amina@example.org")


def test_what_people_need_is_not_for_administrators(kind: TicketKind) -> None:
    administrator = signed_in(person("Ada Prov", Role.ADMINISTRATOR))

    assert administrator.get(desk(kind, "anmalda/")).status_code == 200
    assert administrator.get(desk(kind, "anmalda/behov/")).status_code == 403
    assert administrator.get(desk(kind, "anmalda/behov.csv")).status_code == 403


@pytest.mark.parametrize(
    ("language", "ore", "told"),
    [
        ("sv", 100_000, "1\xa0250 kr med moms (1\xa0000 kr utan), mot faktura"),
        ("sv", 100_040, "1\xa0250,50 kr med moms (1\xa0000,40 kr utan), mot faktura"),
        ("en", 100_040, "1,250.50 SEK with VAT (1,000.40 SEK without), by invoice"),
        ("sv", 0, ""),
    ],
)
def test_a_price_is_written_as_the_language_writes_numbers(language: str, ore: int, told: str) -> None:
    with override(language):
        assert price(SimpleNamespace(price=ore, vat_percent=25)) == told


def test_an_organiser_builds_tickets_and_questions(organiser: Client, kind: TicketKind) -> None:
    build.seller(kind.edition)
    organiser.post(
        desk(kind, "biljetter/ny/"),
        {"name": "Utställare", "quota": 4, "audience": "exhibitor", "price": "250"},
    )
    organiser.post(desk(kind, "fragor/fardiga/"), {"which": "all"})
    organiser.post(
        desk(kind, "fragor/ny/"),
        {"label": "Hur reser du?", "kind": "choice", "options": "buss\ntåg\n", "depends_on": ""},
    )

    assert TicketKind.objects.get(name="Utställare").price == 25_000
    assert Question.objects.count() == 6
    assert Question.objects.get(label="Hur reser du?").options == ["buss", "tåg"]
    assert "Hur reser du?" in text(organiser, desk(kind, "fragor/"))


def test_an_organiser_cancels_and_sends_links_for_whoever_calls(organiser: Client, kind: TicketKind) -> None:
    row, waiting = [build.registered(kind, email=f"{n}@example.org", colleagues=n) for n in (1, 0)]
    page = desk(kind, f"anmalda/{row.pk}/")

    organiser.post(page, {"do": "link"})
    organiser.post(page, {"do": "cancel"})

    row.refresh_from_db()
    waiting.refresh_from_db()
    assert (row.state, waiting.state) == (RegistrationState.CANCELLED, RegistrationState.OFFERED)
    assert "avbokad" in text(organiser, page)
    done = Entry.objects.filter(action__in=["day.send_link", "day.cancel_registration"])
    assert {entry.target for entry in done} == {f"day.registration:{row.pk}"}
    assert organiser.get(f"/arrangera/{kind.edition_id + 1}/anmalda/{row.pk}/").status_code == 404


def test_a_question_with_choices_needs_something_to_choose(organiser: Client, kind: TicketKind) -> None:
    answer = organiser.post(desk(kind, "fragor/ny/"), {"label": "Hur?", "kind": "choice", "options": "buss"})

    assert answer.status_code == 422
    assert answer.context["form"].errors["options"] == ["Skriv minst två val."]


def test_questions_are_moved_and_removed(organiser: Client, kind: TicketKind) -> None:
    keys = [
        questions.add(edition_id=kind.edition_id, facts=questions.Facts(label), by=OPERATOR)
        for label in "abc"
    ]

    organiser.post(desk(kind, f"fragor/{keys[2]}/vand/"), {"do": "up"})
    organiser.post(desk(kind, f"fragor/{keys[0]}/vand/"), {"do": "remove"})

    assert list(Question.objects.values_list("label", flat=True)) == ["c", "b"]


def test_more_seats_are_offered_to_those_who_wait_in_order(organiser: Client, kind: TicketKind) -> None:
    rows = [build.registered(kind, email=f"{n}@example.org") for n in range(5)]
    facts = tickets.Facts(name=kind.name, quota=4)

    tickets.change(kind_id=kind.pk, facts=facts, by=OPERATOR, now=build.NOW)

    states = [Registration.objects.get(pk=row.pk).state for row in rows]
    assert states == ["confirmed", "confirmed", "offered", "offered", "waiting"]


@pytest.mark.parametrize(("quota", "told"), [(1, "2 platser är redan tagna."), (11, "högst 10")])
def test_a_quota_that_cannot_be_is_told_on_its_field(
    organiser: Client, kind: TicketKind, quota: int, told: str
) -> None:
    Edition.objects.update(capacity=10)
    for number in range(2):
        build.registered(kind, email=f"{number}@example.org")

    answer = organiser.post(
        desk(kind, f"biljetter/{kind.pk}/"), {"name": kind.name, "quota": quota, "audience": "everybody"}
    )

    assert told in answer.context["form"].errors["quota"][0]
    assert TicketKind.objects.get().quota == 2


def test_a_ticket_that_somebody_has_stays(organiser: Client, kind: TicketKind) -> None:
    build.registered(kind)

    organiser.post(desk(kind, f"biljetter/{kind.pk}/ta-bort/"))

    assert TicketKind.objects.filter(pk=kind.pk).exists()


def test_a_copy_of_an_edition_gets_tickets_and_questions_with_all_seats_free(kind: TicketKind) -> None:
    build.registered(kind)
    TicketKind.objects.update(closes_at=build.NOW)
    first = questions.add(edition_id=kind.edition_id, facts=questions.Facts("Äter du?"), by=OPERATOR)
    then = questions.Facts("Vad?", depends_on=first, depends_on_answer="ja")
    questions.add(edition_id=kind.edition_id, facts=then, by=OPERATOR)
    new = build.edition(slug="2028", title="Dagen 2028")

    tickets.copy(kind.edition_id, new.pk, days=364)
    questions.copy(kind.edition_id, new.pk)

    copied = TicketKind.objects.get(edition=new)
    assert (copied.quota, copied.taken, copied.arrivals) == (2, 0, 0)
    assert copied.closes_at == build.NOW + timedelta(days=364)
    assert Question.objects.get(edition=new, label="Vad?").depends_on == Question.objects.get(
        edition=new, label="Äter du?"
    )


def test_others_than_organisers_change_nothing(kind: TicketKind) -> None:
    buyer = person("Jonas Prov", Role.BUYER)
    with pytest.raises(PermissionDenied):
        tickets.remove(kind_id=kind.pk, by=buyer)
    with pytest.raises(PermissionDenied):
        questions.add(edition_id=kind.edition_id, facts=questions.Facts("Hur?"), by=buyer)
    assert signed_in(buyer).get(desk(kind, "anmalda/")).status_code == 403
    assert TicketKind.objects.filter(pk=kind.pk).exists()
    assert not Question.objects.exists()
