"""Specification: the pages at the door, for volunteers with a link and for organisers, without a script."""

import json
from datetime import timedelta
from io import BytesIO
from typing import Any
from uuid import uuid4

import pikepdf
import pytest
from django.core.cache import cache
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from openpyxl import load_workbook

from samverk.base.audit.models import Entry
from samverk.base.organisations.models import Role
from samverk.base.organisations.permissions import OPERATOR
from samverk.base.people.tests.people import person, signed_in
from samverk.parts.day.actions import doors
from samverk.parts.day.models import Door, Edition, Passage, Registration, TicketKind
from samverk.parts.day.rules import checkin as rules
from samverk.parts.day.tests import build
from samverk.parts.day.tests.door import a_phone, a_session_of, after, fingerprint, ticket
from samverk.parts.day.tests.visitor import SAME_ORIGIN

pytestmark = pytest.mark.django_db
MOST_QUERIES = 16


@pytest.fixture
def kind() -> TicketKind:
    return build.kind(quota=3)


@pytest.fixture
def organiser() -> Client:
    return signed_in(person("Amina Prov", Role.ORGANISER))


@pytest.fixture
def volunteer(kind: TicketKind) -> Client:
    """A phone on which the door's link has been opened."""
    return opened(kind.edition, "Norra entrén")


def opened(edition: Edition, name: str) -> Client:
    secret = doors.open_door(edition_id=edition.pk, name=name, by=OPERATOR, now=timezone.now())
    client = Client()
    posts(client, f"/dagar/dorr/{secret}/")
    return client


def here(kind: TicketKind, rest: str = "") -> str:
    return f"/arrangera/{kind.edition_id}/incheckning/{rest}"


def posts(client: Client, path: str, **fields: Any) -> HttpResponse:
    return client.post(path, fields, headers=SAME_ORIGIN)  # type: ignore[return-value]


def sends(client: Client, kind: TicketKind, *passages: dict[str, Any], **facts: Any) -> dict[str, Any]:
    told = {"device": str(uuid4()), "sent_at": timezone.now().isoformat(), "passages": passages, **facts}
    body = json.dumps(told)
    answer = client.post(here(kind, "skicka/"), body, content_type="application/json", headers=SAME_ORIGIN)
    return {"status": answer.status_code, **answer.json()}


def passage(registration: Registration, **facts: Any) -> dict[str, Any]:
    told = {"key": str(uuid4()), "deed": "in", "at": timezone.now().isoformat(), "who": registration.pk}
    return {**told, "shown": fingerprint(registration), "way": "scan", **facts}


def text(client: Client, path: str) -> str:
    return client.get(path).content.decode()


def test_following_the_link_opens_nothing_until_somebody_says_so(kind: TicketKind) -> None:
    secret = doors.open_door(edition_id=kind.edition_id, name="Norra", by=OPERATOR, now=timezone.now())
    client = Client()

    answer = client.get(f"/dagar/dorr/{secret}/")

    assert "Öppna dörren" in answer.content.decode()
    assert not client.cookies
    opening = posts(client, f"/dagar/dorr/{secret}/")
    assert opening["Location"] == here(kind)
    cookie = client.cookies["door"]
    assert (cookie["path"], cookie["httponly"], cookie["samesite"]) == (here(kind), True, "Lax")


def test_a_link_that_is_wrong_or_closed_says_so(kind: TicketKind) -> None:
    secret = doors.open_door(edition_id=kind.edition_id, name="Norra", by=OPERATOR, now=timezone.now())
    door = Door.objects.get()
    doors.close_door(edition_id=kind.edition_id, door_id=door.pk, by=OPERATOR, now=timezone.now())

    for tried in (secret, "x" * 43):
        answer = Client().get(f"/dagar/dorr/{tried}/")
        assert answer.status_code == 404
        assert "Dörren är stängd" in answer.content.decode()


def test_a_door_opens_nothing_else(kind: TicketKind, volunteer: Client) -> None:
    other = build.kind(edition=build.edition(slug="2028"))

    assert volunteer.get(here(kind)).status_code == 200
    for path in (
        here(other),
        f"/arrangera/{kind.edition_id}/anmalda/",
        f"/arrangera/{kind.edition_id}/dorrar/",
        f"/arrangera/{kind.edition_id}/narvaro/",
    ):
        volunteer.cookies["door"]["path"] = "/"
        assert volunteer.get(path).status_code in (302, 403), path


def test_whoever_has_no_door_is_led_to_sign_in(kind: TicketKind) -> None:
    assert Client().get(here(kind))["Location"].startswith("/konto/login/")
    assert Client().get(here(kind, "lista.json")).status_code == 403


def test_a_post_from_elsewhere_is_refused(kind: TicketKind, volunteer: Client) -> None:
    alva = build.registered(kind)

    answer = volunteer.post(
        here(kind, "slapp-in/"), {"who": alva.pk}, headers={"Sec-Fetch-Site": "cross-site"}
    )

    assert answer.status_code == 403
    assert not Passage.objects.exists()


def test_the_list_tells_no_address_and_no_answer(kind: TicketKind, volunteer: Client) -> None:
    build.registered(kind, name="Alva Prov", email="hemlig@example.org", sensitive={"1": "nötallergi"})

    told = text(volunteer, here(kind, "lista.json"))

    assert "Alva Prov" in told
    assert "hemlig@example.org" not in told
    assert "nötallergi" not in told
    assert ticket(Registration.objects.get()) not in told


def test_the_list_knows_tickets_by_their_fingerprint(kind: TicketKind, volunteer: Client) -> None:
    alva = build.registered(kind, name="Alva Prov", organisation="Provverket")

    told = volunteer.get(here(kind, "lista.json")).json()

    assert told["people"] == [
        [
            alva.pk,
            "Alva Prov",
            "Provverket",
            kind.pk,
            "confirmed",
            fingerprint(alva),
            rules.family(alva.reference),
        ]
    ]


def test_news_tells_only_what_is_new(kind: TicketKind, volunteer: Client) -> None:
    build.registered(kind)
    mark = volunteer.get(here(kind, "lista.json")).json()["mark"]
    Registration.objects.update(changed_at=timezone.now() - timedelta(hours=1))

    told = volunteer.get(here(kind, "nytt.json"), {"sedan": mark}).json()

    assert (told["whole"], told["people"], told["came"]) == (False, [], [])


def test_the_phone_sends_and_is_answered(kind: TicketKind, volunteer: Client) -> None:
    sent = passage(build.registered(kind))

    told = sends(volunteer, kind, sent)

    assert told["outcomes"] == [
        {"key": sent["key"], "kept": True, "amiss": "", "who": sent["who"]},
    ]
    assert sends(volunteer, kind, sent)["outcomes"] == told["outcomes"]
    assert Passage.objects.get().door == Door.objects.get()


def test_one_passage_that_cannot_be_read_does_not_stop_the_others(
    kind: TicketKind, volunteer: Client
) -> None:
    good, bad = passage(build.registered(kind)), {"key": str(uuid4()), "at": "i går"}

    told = sends(volunteer, kind, bad, good)

    assert {one["key"]: one["kept"] for one in told["outcomes"]} == {good["key"]: True, bad["key"]: False}


@pytest.mark.parametrize("body", [b"", b"[]", b"{}", b"\xff", b'{"sent_at": "x"}'])
def test_what_is_no_batch_is_refused(kind: TicketKind, volunteer: Client, body: bytes) -> None:
    answer = volunteer.post(here(kind, "skicka/"), body, content_type="application/json", headers=SAME_ORIGIN)

    assert answer.status_code == 422


def test_a_door_that_has_closed_gives_no_list_but_takes_what_was_done(
    kind: TicketKind, volunteer: Client
) -> None:
    alva = build.registered(kind)
    doors.close_door(
        edition_id=kind.edition_id, door_id=Door.objects.get().pk, by=OPERATOR, now=timezone.now()
    )

    assert volunteer.get(here(kind, "lista.json")).json() == {"closed": True}
    told = sends(volunteer, kind, passage(alva))
    assert (told["closed"], told["outcomes"][0]["amiss"]) == (True, "door_closed")
    assert "Dörren är stängd" in text(volunteer, here(kind))


def test_too_many_questions_from_one_network_are_refused(
    kind: TicketKind, volunteer: Client, settings: Any
) -> None:
    settings.DOOR_REQUESTS_IN_TEN_MINUTES = 0

    assert volunteer.get(here(kind, "lista.json")).status_code == 429
    cache.clear()


def test_the_page_itself_holds_nobodys_name(kind: TicketKind, volunteer: Client) -> None:
    build.registered(kind, name="Alva Prov")

    answer = volunteer.get(here(kind))

    assert "Alva Prov" not in answer.content.decode()
    assert "csrfmiddlewaretoken" not in answer.content.decode()
    assert answer["Permissions-Policy"] == "camera=(self)"
    assert answer["Cache-Control"] == "no-store"


def test_without_a_script_a_name_is_searched_and_let_in(kind: TicketKind, volunteer: Client) -> None:
    alva = build.registered(kind, name="Alva Prov", organisation="Provverket")

    assert "Alva Prov" in text(volunteer, here(kind, "?q=prov alva"))
    key = uuid4()
    for _ in range(2):
        posts(volunteer, here(kind, "slapp-in/"), who=alva.pk, key=key)

    assert Passage.objects.count() == 1
    assert "Kom in" in text(volunteer, here(kind, "?q=alva"))
    told = posts(volunteer, here(kind, "slapp-in/"), who=alva.pk, key=uuid4()).content.decode()
    assert "Redan inne" in told
    assert "Norra entrén" in told


def test_without_a_script_a_mistake_is_undone(kind: TicketKind, volunteer: Client) -> None:
    alva = build.registered(kind)
    posts(volunteer, here(kind, "slapp-in/"), who=alva.pk, key=uuid4())

    posts(volunteer, here(kind, "slapp-in/"), undoes=Passage.objects.get().key, key=uuid4())

    assert Passage.objects.live().count() == 0
    assert Passage.objects.count() == 2


def test_a_code_is_written_by_hand(kind: TicketKind, volunteer: Client) -> None:
    alva = build.registered(kind, name="Alva Prov")
    short = rules.short(ticket(alva)).lower().replace("-", " ")

    told = posts(volunteer, here(kind, "slapp-in/"), code=short).content.decode()

    assert "Välkommen in" in told
    assert "Alva Prov" in told


@pytest.mark.parametrize(
    ("what", "words"), [("forged", "Okänd kod"), ("other", "annan dag"), ("old", "Gammal biljett")]
)
def test_a_code_that_is_not_in_force_is_told_apart(
    kind: TicketKind, volunteer: Client, what: str, words: str
) -> None:
    alva = build.registered(kind)
    code = ticket(alva)
    if what == "forged":
        code = code[:-4] + "AAAA"
    elif what == "other":
        code = ticket(build.registered(build.kind(edition=build.edition(slug="2028", title="Dagen 2028"))))
    else:
        Registration.objects.update(link_version=2)

    told = posts(volunteer, here(kind, "slapp-in/"), code=code).content.decode()

    assert words in told
    assert not Passage.objects.exists()
    asked = posts(volunteer, here(kind, "kod/"), code=code).json()
    assert asked["known"] == {"forged": "unknown", "other": "other_day", "old": "handed_over"}[what]


def test_somebody_is_taken_in_on_the_spot(kind: TicketKind, volunteer: Client) -> None:
    told = posts(
        volunteer, here(kind, "utan-anmalan/"), name="Nils Ny", organisation="Nytt", kind=kind.pk, key=uuid4()
    )

    assert "Välkommen in" in told.content.decode()
    assert Registration.objects.get().state == "confirmed"


def test_a_session_is_checked_in_to_and_full_is_said(kind: TicketKind, volunteer: Client) -> None:
    session = a_session_of(kind.edition, capacity=1)
    alva = build.registered(kind)
    posts(volunteer, here(kind, "slapp-in/"), who=alva.pk, key=uuid4(), punkt=session.pk)

    told = text(volunteer, here(kind, f"?punkt={session.pk}"))

    assert "Fullt: 1 av 1 platser" in told


def test_closing_the_door_on_a_phone_forgets_the_link(kind: TicketKind, volunteer: Client) -> None:
    posts(volunteer, here(kind, "stang/"))

    assert volunteer.cookies["door"].value == ""
    assert volunteer.get(here(kind)).status_code == 302


def test_the_script_that_keeps_the_page_stays_within_the_check_in(
    kind: TicketKind, volunteer: Client
) -> None:
    worker, manifest = volunteer.get(here(kind, "telefon.js")), volunteer.get(here(kind, "app.webmanifest"))

    assert worker["Content-Type"].startswith("text/javascript")
    assert f'PAGE = "{here(kind)}"' in worker.content.decode().replace("\\u002D", "-")
    told = manifest.json()
    assert (told["scope"], told["start_url"], told["display"]) == (here(kind), here(kind), "standalone")
    assert {icon["purpose"] for icon in told["icons"]} == {"any", "maskable"}


def test_an_organiser_opens_and_closes_doors_and_the_log_tells(kind: TicketKind, organiser: Client) -> None:
    page = f"/arrangera/{kind.edition_id}/dorrar/"
    shown = organiser.post(page, {"name": "Norra"}).content.decode()
    door = Door.objects.get()

    assert "/dagar/dorr/" in shown
    assert "<svg" in shown
    assert "/dagar/dorr/" not in text(organiser, page)
    assert organiser.post(page, {"name": "Norra"}).status_code == 422
    organiser.post(f"{page}{door.pk}/stang/")
    assert "stängd" in text(organiser, page)
    assert set(Entry.objects.values_list("action", flat=True)) >= {"day.open_door", "day.close_door"}


def test_an_organiser_checks_in_without_a_link(kind: TicketKind, organiser: Client) -> None:
    alva = build.registered(kind)

    posts(organiser, here(kind, "slapp-in/"), who=alva.pk, key=uuid4())

    assert Passage.objects.get().by.name == "Amina Prov"
    assert "Amina Prov" in text(organiser, here(kind, "?q=prov"))


def test_an_organiser_sees_and_settles_what_clashed(kind: TicketKind, organiser: Client) -> None:
    alva = build.registered(kind, name="Alva Prov")
    for name in ("Norra", "Södra"):
        phone = a_phone(kind.edition, name)
        phone.lets_in(alva)
        phone.sends()
    page = f"/arrangera/{kind.edition_id}/dorrar/"

    shown = text(organiser, page)

    assert "Biljetten släpptes in 2 gånger." in shown
    assert "Norra" in shown
    assert "Södra" in shown
    first = Passage.objects.order_by("pk")[0]
    organiser.post(f"{page}passager/{first.pk}/", {"note": ""})
    assert "släpptes in 2 gånger" in text(organiser, page)
    organiser.post(f"{page}passager/{first.pk}/", {"note": "Gick ut och kom in igen"})
    assert "släpptes in 2 gånger" not in text(organiser, page)


def test_the_counter_is_in_numbers_only(kind: TicketKind, organiser: Client) -> None:
    alva = build.registered(kind, name="Alva Prov")
    posts(organiser, here(kind, "slapp-in/"), who=alva.pk, key=uuid4())

    shown = text(organiser, here(kind, "skarm/"))

    assert "<strong>1</strong>" in shown
    assert "Alva" not in shown
    assert "<strong>1</strong>" in text(organiser, here(kind, "skarm/siffror/"))


def test_attendance_is_listed_and_taken_out(kind: TicketKind, organiser: Client) -> None:
    alva, build_ = build.registered(kind, name="Alva Prov"), build.registered
    build_(kind, name="Birk Borta", email="b@example.org")
    phone = a_phone(kind.edition)
    phone.lets_in(alva)
    phone.sends()
    page = f"/arrangera/{kind.edition_id}/narvaro"

    assert "Birk Borta" in text(organiser, f"{page}/")
    assert "Birk Borta" not in text(organiser, f"{page}/?visa=came")
    assert "Alva Prov" not in text(organiser, f"{page}/?visa=absent")
    csv = b"".join(organiser.get(f"{page}.csv?visa=came").streaming_content).decode()  # type: ignore[attr-defined]
    assert "Alva Prov" in csv
    sheet = load_workbook(BytesIO(organiser.get(f"{page}.xlsx").content)).active
    assert sheet is not None
    assert [row[0].value for row in sheet.rows] == ["Namn", "Alva Prov", "Birk Borta"]
    with pikepdf.open(BytesIO(organiser.get(f"{page}.pdf").content)) as pdf:
        assert len(pdf.pages) == 1


def test_the_number_of_questions_does_not_grow_with_the_number_of_people(
    kind: TicketKind, organiser: Client
) -> None:
    kind.quota = 40
    kind.save()
    pages = [here(kind, "?q=prov"), here(kind, "lista.json"), f"/arrangera/{kind.edition_id}/narvaro/"]
    asked = []
    phone = a_phone(kind.edition)
    for round_ in range(2):
        for number in range(1 + round_ * 20):
            phone.lets_in(build.registered(kind, email=f"p{round_}{number}@example.org"))
        with CaptureQueriesContext(connection) as caught:
            phone.sends(now=after(hours=round_))
        asked.append([len(caught)])
        for page in pages:
            with CaptureQueriesContext(connection) as caught:
                assert organiser.get(page).status_code == 200
            asked[-1].append(len(caught))

    assert asked[0] == asked[1]
    assert max(asked[1]) <= MOST_QUERIES
