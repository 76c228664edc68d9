"""The page that a secret link leads to: what one can do there, and what a wrong link says."""

from datetime import timedelta
from io import BytesIO

import pikepdf
import pytest
from django.conf import settings
from django.test import Client
from django.utils import timezone
from icalendar import Calendar

from samverk.parts.day.actions import waiting
from samverk.parts.day.models import Question, Registration, RegistrationState, SensitiveAnswers, TicketKind
from samverk.parts.day.queries import registration as queries
from samverk.parts.day.rules import links
from samverk.parts.day.tests import build
from samverk.parts.day.tests.visitor import Visitor

pytestmark = pytest.mark.django_db


@pytest.fixture
def kind() -> TicketKind:
    soon = timezone.localdate() + timedelta(days=60)
    return build.kind(quota=1, edition=build.edition(starts_on=soon, ends_on=soon, venue_name="Kulturladan"))


def page(row: Registration) -> str:
    row.refresh_from_db()
    return f"/dagar/anmalan/{queries.link(row.reference, row.link_version)}/"


def somebody(kind: TicketKind, **facts: object) -> Registration:
    return build.registered(kind, now=timezone.now(), **facts)


@pytest.mark.parametrize("code", ["x", "å" * 60, "A" * 46, "%00", "-" * 5_000])
def test_a_link_that_leads_nowhere_says_what_to_do(client: Client, code: str) -> None:
    answer = client.get(f"/dagar/anmalan/{code}/")

    assert answer.status_code == 404
    assert "Länken gäller inte" in answer.content.decode()


def test_a_link_with_one_sign_changed_leads_nowhere(client: Client, kind: TicketKind) -> None:
    code = page(somebody(kind)).split("/")[3]

    refused = [
        client.get(f"/dagar/anmalan/{code[:n]}{'A' if code[n] != 'A' else 'B'}{code[n + 1 :]}/")
        for n in (0, 22, 30)
    ]

    assert {answer.status_code for answer in refused} == {404}


def test_the_page_is_in_no_cache_and_tells_its_address_to_nobody(client: Client, kind: TicketKind) -> None:
    answer = client.get(page(somebody(kind)))

    assert answer["Cache-Control"] == "no-store"
    assert answer["Referrer-Policy"] == "same-origin"
    assert '<meta name="robots" content="noindex">' in answer.content.decode()


def test_cancelling_gives_the_seat_to_the_first_in_line_who_can_take_it(
    visitor: Visitor, kind: TicketKind
) -> None:
    first, second = somebody(kind, email="a@example.org"), somebody(kind, email="b@example.org")

    visitor.posts(page(first) + "avboka/", who="me")
    assert "En plats är ledig för dig" in visitor.reads(page(second))
    visitor.posts(page(second) + "tacka-ja/")

    assert "Din anmälan är avbokad" in visitor.reads(page(first))
    assert "Du har en plats" in visitor.reads(page(second))
    assert TicketKind.objects.get().taken == 1


def test_an_offer_whose_time_is_over_cannot_be_taken(visitor: Visitor, kind: TicketKind) -> None:
    first, second = somebody(kind), somebody(kind, email="b@example.org")
    visitor.posts(page(first) + "avboka/", who="me")
    Registration.objects.filter(pk=second.pk).update(offered_until=timezone.now() - timedelta(minutes=1))

    told = visitor.client.post(
        page(second) + "tacka-ja/", headers={"Sec-Fetch-Site": "same-origin"}, follow=True
    )

    assert "hade hunnit ändras" in told.content.decode()
    assert Registration.objects.get(pk=second.pk).state == RegistrationState.OFFERED


def test_whoever_let_an_offer_run_out_can_come_back_last_in_line(visitor: Visitor, kind: TicketKind) -> None:
    somebody(kind)
    late, other = somebody(kind, email="b@example.org"), somebody(kind, email="c@example.org")
    visitor.posts(page(Registration.objects.earliest("pk")) + "avboka/", who="me")
    waiting.expire(now=timezone.now() + timedelta(days=3))

    visitor.posts(page(late) + "anmal-igen/")

    late.refresh_from_db()
    other.refresh_from_db()
    assert (late.state, other.state) == (RegistrationState.WAITING, RegistrationState.OFFERED)
    assert late.arrival > other.arrival


def test_handing_over_makes_the_old_link_and_ticket_worthless(visitor: Visitor, kind: TicketKind) -> None:
    row = somebody(kind, sensitive={"1": "nötter"})
    old, ticket = page(row), queries.ticket_code(row.reference, row.link_version)

    told = visitor.posts(old + "lamna-over/", name="Björn Prov", email="bjorn@example.org").content.decode()

    assert "Björn Prov" in told
    assert visitor.client.get(old).status_code == 404
    row.refresh_from_db()
    assert queries.ticket_code(row.reference, row.link_version) != ticket
    assert "Björn Prov" in visitor.reads(page(row))
    assert not SensitiveAnswers.objects.exists()


def test_changing_keeps_the_seat_and_what_was_wrong_stays_in_the_form(
    visitor: Visitor, kind: TicketKind
) -> None:
    row = somebody(kind)
    told = {"edition": kind.edition, "region_id": kind.region_id}
    diet = Question.objects.create(label="Kost", sensitive=True, **told)

    wrong = visitor.posts(page(row) + "andra/", name="x" * 200, email="asa@example.org")
    visitor.posts(page(row) + "andra/", name="Åsa Ny", email="asa@example.org", **{diet_name(diet): "ägg"})

    assert wrong.status_code == 422
    assert "x" * 200 in wrong.content.decode()
    row.refresh_from_db()
    assert (row.name, row.state) == ("Åsa Ny", RegistrationState.CONFIRMED)
    assert row.sensitive.answers == {str(diet.pk): "ägg"}


def diet_name(question: Question) -> str:
    return f"fraga-{question.pk}"


def test_colleagues_are_named_later_and_get_letters_of_their_own(visitor: Visitor, kind: TicketKind) -> None:
    TicketKind.objects.update(quota=3)
    leader = somebody(kind, colleagues=2)
    first, second = leader.colleagues.order_by("arrival")
    fields = {
        f"name-{first.pk}": "Siv Prov",
        f"email-{first.pk}": "siv@example.org",
        f"name-{second.pk}": "Olle Prov",
    }

    visitor.posts(page(leader) + "kollegor/", **fields)

    assert [row.name for row in leader.colleagues.order_by("arrival")] == ["Siv Prov", "Olle Prov"]
    assert "Siv Prov" in visitor.reads(page(first))


def test_the_whole_group_can_be_cancelled_at_once(visitor: Visitor, kind: TicketKind) -> None:
    TicketKind.objects.update(quota=3)
    leader = somebody(kind, colleagues=2)

    visitor.posts(page(leader) + "avboka/", who="group")

    assert set(Registration.objects.values_list("state", flat=True)) == {RegistrationState.CANCELLED}
    assert TicketKind.objects.get().taken == 0


def test_a_post_from_elsewhere_changes_nothing(client: Client, kind: TicketKind) -> None:
    row = somebody(kind)

    answer = client.post(page(row) + "avboka/", {"who": "me"}, headers={"Sec-Fetch-Site": "cross-site"})

    assert answer.status_code == 403
    assert Registration.objects.get().state == RegistrationState.CONFIRMED


def test_the_ticket_is_a_pdf_with_a_page_for_each_whose_ticket_one_keeps(
    client: Client, kind: TicketKind
) -> None:
    TicketKind.objects.update(quota=2)
    leader = somebody(kind, colleagues=2)

    answer = client.get(page(leader) + "biljett.pdf")

    with pikepdf.open(BytesIO(answer.content)) as pdf:
        assert len(pdf.pages) == 2
        assert str(pdf.Root.Lang) == "sv"


def test_who_waits_has_no_ticket(client: Client, kind: TicketKind) -> None:
    somebody(kind)

    assert client.get(page(somebody(kind, email="b@example.org")) + "biljett.pdf").status_code == 404


def test_the_calendar_file_holds_the_day(client: Client, kind: TicketKind) -> None:
    answer = client.get(page(somebody(kind)) + "dagen.ics")

    event = Calendar.from_ical(answer.content).walk("VEVENT")[0]
    assert event["dtstart"].dt == kind.edition.starts_on
    assert str(event["location"]) == "Kulturladan"


def test_a_ticket_code_is_ours_and_no_link(kind: TicketKind) -> None:
    row = somebody(kind)
    ticket = queries.ticket_code(row.reference, row.link_version)
    forged = links.make("another secret", links.Purpose.TICKET, row.reference, row.link_version)
    of_a_link = links.make(settings.SECRET_KEY, links.Purpose.LINK, row.reference, row.link_version)

    def read(code: str) -> links.Code | None:
        return links.read(settings.SECRET_KEY, links.Purpose.TICKET, code)

    assert read(ticket) == links.Code(row.reference, row.link_version)
    assert read(forged) is read(of_a_link) is read("") is None
    assert queries.by_link(ticket) is None


def test_who_has_a_seat_finds_the_links_for_taking_part_from_a_distance(
    visitor: Visitor, kind: TicketKind
) -> None:
    starts = timezone.now() + timedelta(days=60)
    facts = {"starts_at": starts, "ends_at": starts + timedelta(hours=1), "region": kind.region}
    kind.edition.sessions.create(title="Räkna", online_url="https://video.example/rakna", **facts)
    coming, waiting_for_a_seat = somebody(kind), somebody(kind, email="b@example.org")

    assert "https://video.example/rakna" in visitor.reads(page(coming))
    assert "video.example" not in visitor.reads(page(waiting_for_a_seat))
    visitor.posts(page(coming) + "avboka/", who="me")
    assert "video.example" not in visitor.reads(page(coming))
