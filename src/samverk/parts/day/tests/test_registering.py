"""Registering for a day by its form: what is taken, and what is refused so that it can be put right."""

from datetime import timedelta
from unittest.mock import patch
from uuid import uuid4

import pytest
from django.db import OperationalError
from django.test import Client
from django.utils import timezone

from samverk.parts.day.actions import registration as actions
from samverk.parts.day.models import (
    Question,
    Registration,
    RegistrationState,
    SensitiveAnswers,
    State,
    TicketKind,
)
from samverk.parts.day.tests import build
from samverk.parts.day.tests.visitor import Visitor, address

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("nothing_remembered")]


@pytest.fixture
def kind() -> TicketKind:
    soon = timezone.localdate() + timedelta(days=60)
    return build.kind(quota=1, edition=build.edition(starts_on=soon, ends_on=soon))


def test_the_form_is_in_no_cache_and_each_has_a_key_of_its_own(visitor: Visitor, kind: TicketKind) -> None:
    first, second = visitor.client.get(address(kind)), visitor.client.get(address(kind))

    assert first["Cache-Control"] == "no-store"
    assert first.context["form"]["key"].value() != second.context["form"]["key"].value()
    assert not first.cookies


def test_whoever_comes_in_time_gets_a_seat_and_the_next_waits(visitor: Visitor, kind: TicketKind) -> None:
    first = visitor.sends(kind, email="a@example.org")
    second = visitor.sends(kind, email="b@example.org")

    assert first.status_code == second.status_code == 303
    assert "Du har en plats" in visitor.reads(first["Location"])
    assert "Du är nummer 1 i kön" in visitor.reads(second["Location"])


def test_seats_that_went_while_the_form_was_open_lead_to_the_waiting_list(
    visitor: Visitor, kind: TicketKind
) -> None:
    assert "väntelistan" not in visitor.reads(address(kind))
    build.registered(kind, now=timezone.now())

    told = visitor.reads(visitor.sends(kind)["Location"])

    assert "Du står på väntelistan" in told


def test_a_form_sent_twice_registers_once(visitor: Visitor, kind: TicketKind) -> None:
    key = uuid4()
    first, second = visitor.sends(kind, key=key), visitor.sends(kind, key=key)

    assert first["Location"] == second["Location"]
    assert Registration.objects.count() == 1
    assert TicketKind.objects.get().taken == 1


def test_the_same_form_with_another_address_registers_another_person(
    visitor: Visitor, kind: TicketKind
) -> None:
    key = uuid4()
    visitor.sends(kind, key=key, email="a@example.org")
    visitor.sends(kind, key=key, email="b@example.org")

    assert Registration.objects.count() == 2


def test_a_group_gets_the_seats_there_are_and_the_others_of_it_wait(
    visitor: Visitor, kind: TicketKind
) -> None:
    page = visitor.reads(visitor.sends(kind, colleagues=2)["Location"])

    states = list(Registration.objects.order_by("arrival").values_list("state", flat=True))
    assert states == ["confirmed", "waiting", "waiting"]
    assert "2 kollegor saknar namn" in page


@pytest.mark.parametrize(
    ("field", "value", "told"),
    [
        ("name", "x" * 10_000, "Texten har 10000 tecken. Korta den till högst 150."),
        ("name", "   ", "Skriv namnet."),
        ("name", "\u202e\u200b", "Skriv namnet."),
        ("email", "asa(at)example.org", "Skriv en hel e-postadress"),
        ("email", "asa@example.org\r\nBcc: b@example.org", "Skriv en hel e-postadress"),
        ("colleagues", "21", "Anmäl högst 20 kollegor åt gången."),
        ("colleagues", "-1", "Skriv 0 om du kommer ensam."),
        ("colleagues", "två", "Skriv ett heltal med siffror."),
        ("kind", "0", "Den biljetten går inte att välja nu."),
        ("website", "https://machine.example", "ska vara tomt"),
    ],
)
def test_what_is_wrong_is_told_on_its_field_and_the_form_keeps_the_rest(
    visitor: Visitor, kind: TicketKind, field: str, value: str, told: str
) -> None:
    answer = visitor.sends(kind, **{"organisation": "Kooperativet Prov", field: value})
    form = answer.context["form"]

    assert answer.status_code == 422
    assert any(told in error for error in form.errors[field])
    assert form["organisation"].value() == "Kooperativet Prov"
    assert form[field].value() == value
    assert not Registration.objects.exists()
    assert TicketKind.objects.get().taken == 0


def test_a_name_with_a_sign_that_cannot_be_kept_is_refused(visitor: Visitor, kind: TicketKind) -> None:
    assert visitor.sends(kind, name="Åsa\x00Prov").status_code == 422


def test_a_wrong_access_code_is_told_on_its_field(visitor: Visitor, kind: TicketKind) -> None:
    TicketKind.objects.update(access_code="Björk")

    wrong, right = visitor.sends(kind, access_code="gran"), visitor.sends(kind, access_code=" BJÖRK ")

    assert "Koden stämmer inte" in wrong.context["form"].errors["access_code"][0]
    assert right.status_code == 303


@pytest.mark.parametrize(
    ("facts", "told"),
    [
        ({"closes_at": timedelta(days=-1), "opens_at": timedelta(days=-2)}, "Anmälan har stängt."),
        ({"opens_at": timedelta(days=2)}, "Anmälan öppnar"),
    ],
)
def test_a_closed_registration_says_so(
    visitor: Visitor, kind: TicketKind, facts: dict[str, timedelta], told: str
) -> None:
    TicketKind.objects.update(**{name: timezone.now() + when for name, when in facts.items()})

    assert told in visitor.reads(address(kind))
    refused = visitor.sends(kind).context["form"]
    assert told in refused.errors["kind"][0]
    assert refused["name"].value() == "Åsa Prov"
    assert not Registration.objects.exists()


def test_a_registration_that_closed_while_the_form_was_open_is_told_on_the_ticket(
    visitor: Visitor, kind: TicketKind
) -> None:
    with patch.object(actions.seats, "closed", side_effect=[None, actions.seats.Closed.NO_LONGER]):
        answer = visitor.sends(kind)

    assert "stängde just" in answer.context["form"].errors["kind"][0]


def test_a_cancelled_edition_takes_no_registrations(visitor: Visitor, kind: TicketKind) -> None:
    kind.edition.state = State.CANCELLED
    kind.edition.save()

    assert "inställd" in visitor.reads(address(kind))


@pytest.mark.parametrize("path", ["/dagar/dagen/1899/anmalan/", "/dagar/okand/2027/anmalan/"])
def test_an_unknown_edition_is_not_found(client: Client, kind: TicketKind, path: str) -> None:
    assert client.get(path).status_code == 404


def test_a_draft_is_not_found(client: Client, kind: TicketKind) -> None:
    kind.edition.state = State.DRAFT
    kind.edition.save()

    assert client.get(address(kind)).status_code == 404


def test_a_form_from_elsewhere_is_refused_and_comes_back_to_be_sent_from_here(
    client: Client, kind: TicketKind
) -> None:
    headers = {"Sec-Fetch-Site": "cross-site"}
    answer = client.post(address(kind), {"kind": kind.pk, "name": "Åsa Prov"}, headers=headers)

    assert answer.status_code == 403
    assert 'name="name" value="Åsa Prov"' in answer.content.decode()
    assert not Registration.objects.exists()


def test_when_the_database_is_away_what_was_written_comes_back_with_its_key(
    visitor: Visitor, kind: TicketKind
) -> None:
    key = uuid4()
    with patch.object(actions.TicketKind.objects, "arrive", side_effect=OperationalError):
        answer = visitor.sends(kind, key=key)

    assert answer.status_code == 503
    assert str(key) in answer.content.decode()
    assert "Du blir inte anmäld två gånger" in answer.content.decode()
    assert not Registration.objects.exists()


def test_a_network_that_sends_very_many_must_wait(
    visitor: Visitor, kind: TicketKind, settings: object
) -> None:
    settings.REGISTRATIONS_IN_TEN_MINUTES = 2  # type: ignore[attr-defined]

    statuses = [visitor.sends(kind, email=f"{n}@example.org").status_code for n in range(3)]

    assert statuses == [303, 303, 429]


def test_sensitive_answers_are_kept_apart(visitor: Visitor, kind: TicketKind) -> None:
    told = {"edition": kind.edition, "region_id": kind.region_id, "kind": "text"}
    diet = Question.objects.create(label="Kost", sensitive=True, **told)
    other = Question.objects.create(label="Varifrån?", **told)

    visitor.sends(kind, **{f"fraga-{diet.pk}": "nötter", f"fraga-{other.pk}": "Boden"})

    assert Registration.objects.get().answers == {str(other.pk): "Boden"}
    assert SensitiveAnswers.objects.get().answers == {str(diet.pk): "nötter"}


def test_a_question_that_hangs_on_another_is_asked_only_after_its_answer(
    visitor: Visitor, kind: TicketKind
) -> None:
    told = {"edition": kind.edition, "region_id": kind.region_id}
    first = Question.objects.create(label="Vill du äta?", kind="yes_no", **told)
    then = Question.objects.create(
        label="Vad?", required=True, depends_on=first, depends_on_answer="ja", **told
    )

    missing = visitor.sends(kind, **{f"fraga-{first.pk}": "ja"})
    without = visitor.sends(kind, **{f"fraga-{first.pk}": "nej", f"fraga-{then.pk}": "glass"})

    assert then.label in missing.content.decode()
    assert missing.context["form"].errors == {f"fraga-{then.pk}": ["Svara på frågan."]}
    assert without.status_code == 303
    assert Registration.objects.get().answers == {str(first.pk): "nej"}


def test_lost_links_are_sent_without_telling_who_is_registered(visitor: Visitor, kind: TicketKind) -> None:
    build.registered(kind, now=timezone.now(), email="asa@example.org")
    path = address(kind) + "lank/"

    known, unknown = visitor.posts(path, email="ASA@example.org"), visitor.posts(path, email="b@example.org")

    assert known.content == unknown.content
    assert "Är adressen anmäld" in known.content.decode()
    assert Registration.objects.get().state == RegistrationState.CONFIRMED
