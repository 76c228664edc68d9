"""Proposing a session without an account: kept once, private, changed until it closes, withdrawn."""

from datetime import timedelta
from io import BytesIO
from typing import Any
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from PIL import Image

from samverk.base.mail.models import OutgoingMail
from samverk.base.organisations.permissions import OPERATOR
from samverk.parts.day import jobs
from samverk.parts.day.actions import editions, proposals
from samverk.parts.day.models import (
    Decision,
    Proposal,
    ProposalState,
    ProposedSpeaker,
    Review,
    Session,
    Speaker,
)
from samverk.parts.day.queries import proposals as queries
from samverk.parts.day.queries.programme import public_programme
from samverk.parts.day.rules.proposals import Invitation, Shut, shut
from samverk.parts.day.rules.shifting import midnight
from samverk.parts.day.tests.building import THE_DAY, an_edition
from samverk.parts.day.tests.proposing import (
    NOW,
    a_call,
    a_proposal,
    a_writer,
    an_idea,
    an_organiser,
    decides,
    judges,
)
from samverk.parts.day.tests.visitor import SAME_ORIGIN

pytestmark = pytest.mark.django_db
PAGE = "/dagar/provdagen/2027/forslag/"


@pytest.fixture(autouse=True)
def _clock(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOW)


def a_form(**fields: Any) -> dict[str, Any]:
    given = {
        "title": "Att börja i liten skala",
        "kind": "workshop",
        "description": "Vi räknar tillsammans.",
        "name": "Frida Förslag",
        "email": "frida@example.org",
        "key": uuid4(),
    }
    return {**given, **fields}


def sends(client: Client, **fields: Any) -> Any:
    return client.post(PAGE, a_form(**fields), headers=SAME_ORIGIN)


def a_photo(kind: str = "JPEG") -> SimpleUploadedFile:
    content = BytesIO()
    Image.new("RGB", (400, 400), "#0f5a4f").save(content, kind)
    return SimpleUploadedFile(f"jag.{kind.lower()}", content.getvalue())


def test_the_call_is_off_as_a_rule_and_the_page_is_not_there(client: Client) -> None:
    an_edition(published=True)

    assert client.get(PAGE).status_code == 404
    assert "Föreslå en programpunkt" not in client.get("/dagar/provdagen/2027/").content.decode()


def test_the_page_of_the_day_leads_to_the_call_while_it_is_on(client: Client) -> None:
    a_call()

    assert PAGE in client.get("/dagar/provdagen/2027/").content.decode()
    assert "Välkommen!" in client.get(PAGE).content.decode()


def test_whoever_proposes_something_gets_a_page_and_a_letter_with_a_link_to_it(client: Client) -> None:
    a_call()

    answer = sends(client)

    assert answer.status_code == 303
    proposal = Proposal.objects.get()
    assert queries.link(proposal.reference) in answer["Location"]
    jobs.write_proposal(reference=str(proposal.reference), about="received")
    letter = OutgoingMail.objects.get()
    assert letter.to == "frida@example.org"
    assert queries.link(proposal.reference) in letter.text
    assert queries.link(proposal.reference) in letter.html


def test_the_same_form_sent_twice_is_kept_once(client: Client) -> None:
    a_call()
    key = uuid4()

    first, second = sends(client, key=key), sends(client, key=key)

    assert first["Location"] == second["Location"]
    assert Proposal.objects.count() == 1


def test_personal_numbers_are_hidden_wherever_they_stand() -> None:
    number = "850709-9805"
    writer = a_writer(name=f"Frida {number}", organisation=number, biography=f"Född {number}.")
    a_proposal(title=f"Om {number}", description=f"Se {number}", needs=f"För {number}", people=(writer,))

    rows = [*Proposal.objects.values(), *ProposedSpeaker.objects.values()]
    assert number not in str(rows)


def test_an_address_with_a_personal_number_is_refused_on_its_field(client: Client) -> None:
    a_call()

    answer = sends(client, email="850709-9805@example.org")

    assert answer.status_code == 422
    assert "Adressen innehåller ett personnummer" in answer.content.decode()
    assert not Proposal.objects.exists()


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"title": ""}, "Skriv en rubrik."),
        ({"title": "\u200b"}, "Skriv en rubrik."),
        ({"name": "x" * 10_000}, "Korta den till högst 150"),
        ({"description": "x" * 10_000}, "Korta den till högst 4000"),
        ({"description": ""}, "Berätta vad det handlar om."),
        ({"email": "inte en adress"}, "Skriv en hel e-postadress"),
        ({"organisation_2": "Utan namn AB"}, "Skriv namnet."),
        ({"website": "https://x.example"}, "Det här fältet ska vara tomt."),
        ({"kind": "meal"}, "meal"),
    ],
)
def test_what_is_wrong_is_said_and_what_was_written_stays(
    client: Client, fields: dict[str, Any], told: str
) -> None:
    a_call()

    answer = sends(client, **{"organisation": "Kafé Prov", **fields})

    assert answer.status_code == 422
    text = answer.content.decode().replace("\xa0", "").replace("4 000", "4000")
    assert told in text
    assert "Kafé Prov" in text
    assert not Proposal.objects.exists()


def test_a_picture_is_drawn_anew_and_lies_with_the_proposal_not_among_the_editors(client: Client) -> None:
    a_call()

    sends(client, portrait=a_photo(), says_yes="on")

    speaker = ProposedSpeaker.objects.get()
    assert speaker.portrait_type == "jpg"
    assert Image.open(BytesIO(bytes(speaker.portrait or b""))).size == (400, 400)
    assert speaker.consented_on == NOW.date()


def test_a_file_that_is_no_picture_is_refused_on_its_field(client: Client) -> None:
    a_call()

    answer = sends(client, portrait=SimpleUploadedFile("jag.jpg", b"MZ not a picture"))

    assert answer.status_code == 422
    assert not Proposal.objects.exists()


def test_consent_is_a_choice_of_its_own() -> None:
    proposal = a_proposal(
        people=(a_writer(says_yes=False), a_writer(name="Bo Med", email="", says_yes=False))
    )

    assert [one.consented_on for one in proposal.speakers.all()] == [None, None]


def test_a_proposal_is_changed_until_the_call_closes() -> None:
    edition = a_call(closes_at=NOW + timedelta(days=2))
    proposal = a_proposal(edition)

    proposals.change(proposal_id=proposal.pk, draft=an_idea(title="Nytt namn"), now=NOW)
    with pytest.raises(proposals.NotOpen):
        proposals.change(
            proposal_id=proposal.pk, draft=an_idea(title="För sent"), now=NOW + timedelta(days=3)
        )

    proposal.refresh_from_db()
    assert proposal.title == "Nytt namn"
    assert proposal.speakers.count() == 1


def test_the_page_of_a_proposal_changes_and_withdraws_it(client: Client) -> None:
    proposal = a_proposal()
    own = f"/dagar/forslag/{queries.link(proposal.reference)}/"
    assert "Att börja i liten skala" in client.get(own).content.decode()

    client.post(f"{own}andra/", a_form(title="Ändrat"), headers=SAME_ORIGIN)
    assert "Ändrat" in client.get(own).content.decode()
    client.post(f"{own}dra-tillbaka/", headers=SAME_ORIGIN)
    client.post(f"{own}dra-tillbaka/", headers=SAME_ORIGIN)

    proposal.refresh_from_db()
    assert proposal.state == ProposalState.WITHDRAWN
    assert "Tillbakadraget" in client.get(own).content.decode()


def test_what_comes_from_elsewhere_changes_nothing(client: Client) -> None:
    a_call()

    answer = client.post(PAGE, a_form(), headers={"Sec-Fetch-Site": "cross-site"})

    assert answer.status_code == 403
    assert not Proposal.objects.exists()


def test_a_link_for_a_registration_does_not_open_a_proposal(client: Client) -> None:
    from samverk.parts.day.queries.registration import link

    proposal = a_proposal()

    for code in (link(proposal.reference, 1), "x" * 46, queries.link(uuid4())):
        assert client.get(f"/dagar/forslag/{code}/").status_code == 404


def test_when_too_many_come_from_one_network_they_wait(client: Client, settings: Any) -> None:
    a_call()
    settings.PROPOSALS_IN_TEN_MINUTES = 2
    address = {"REMOTE_ADDR": "203.0.113.77"}

    statuses = [
        client.post(PAGE, a_form(email=f"{n}@example.org"), headers=SAME_ORIGIN, **address).status_code
        for n in range(3)
    ]

    assert statuses == [303, 303, 429]


def test_a_closed_call_keeps_what_was_written(client: Client) -> None:
    a_call(closes_at=NOW - timedelta(days=1))

    shown, sent = client.get(PAGE), sends(client, title="Sista minuten")

    assert "Tiden för att föreslå något har gått ut." in shown.content.decode()
    assert sent.status_code == 422
    assert "Sista minuten" in sent.content.decode()
    assert not Proposal.objects.exists()


@pytest.mark.parametrize(
    ("facts", "why"),
    [
        ({}, None),
        ({"is_on": False}, Shut.OFF),
        ({"state": "draft"}, Shut.OFF),
        ({"state": "cancelled"}, Shut.OFF),
        ({"opens_at": NOW + timedelta(hours=1)}, Shut.NOT_YET),
        ({"opens_at": NOW}, None),
        ({"closes_at": NOW}, Shut.NO_LONGER),
        ({"closes_at": NOW + timedelta(seconds=1)}, None),
        ({"begins": NOW}, Shut.NO_LONGER),
    ],
)
def test_when_one_can_propose_something(facts: dict[str, Any], why: Shut | None) -> None:
    told = {"is_on": True, "state": "published", "opens_at": None, "closes_at": None}
    invitation = Invitation(**{**told, "begins": midnight(THE_DAY), **facts})

    assert shut(invitation, now=NOW) == why


def test_withdrawing_what_was_accepted_hides_its_speakers_and_tells_the_organisers() -> None:
    edition = an_edition(published=True, contact_name="Kim", contact_email="kim@example.org")
    proposal = a_proposal(a_call(edition))
    decides(an_organiser("Orvar Ordnare"), proposal, "accepted")
    Session.objects.update(is_draft=False)
    assert public_programme(edition).sessions[0].speakers[0].name == "Frida Förslag"

    proposals.withdraw(proposal_id=proposal.pk, now=NOW)

    assert public_programme(edition).sessions[0].speakers == ()
    jobs.write_proposal(reference=str(proposal.reference), about="withdrawn")
    assert set(OutgoingMail.objects.values_list("to", flat=True)) == {"frida@example.org", "kim@example.org"}


def test_withdrawing_an_accepted_draft_takes_it_out_of_the_programme() -> None:
    proposal = a_proposal()
    decides(an_organiser("Orvar Ordnare"), proposal, "accepted")

    proposals.withdraw(proposal_id=proposal.pk, now=NOW)

    assert not Session.objects.exists()
    assert not Speaker.objects.exists()


def test_what_did_not_come_with_is_deleted_and_the_rest_keeps_no_names() -> None:
    edition, who = a_call(), an_organiser("Orvar Ordnare")
    taken, declined, untouched = (a_proposal(edition, title=f"Förslag {n}") for n in range(3))
    judges(who, taken, 4, 5)
    decides(who, taken, "accepted")
    decides(who, declined, "rejected")

    assert proposals.forget(today=THE_DAY + timedelta(days=90), days=90) == 0
    assert proposals.forget(today=THE_DAY + timedelta(days=91), days=90) == 2

    assert list(Proposal.objects.values_list("title", flat=True)) == [taken.title]
    assert not ProposedSpeaker.objects.exists()
    assert not Review.objects.exists()
    assert not Decision.objects.exists()
    assert Session.objects.get().proposal == taken
    assert untouched.title == "Förslag 2"


def test_a_cancelled_day_takes_no_proposals(client: Client) -> None:
    edition = a_call()
    editions.cancel(edition_id=edition, by=OPERATOR)

    assert sends(client).status_code == 422
    assert not Proposal.objects.exists()
