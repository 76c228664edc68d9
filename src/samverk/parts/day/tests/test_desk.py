"""The organisers' workspace: everything by forms, each fault on its field."""

from datetime import timedelta
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from samverk.base.organisations.models import Organisation, Role
from samverk.base.people.tests.people import person, signed_in
from samverk.parts.day.models import Edition, Room, Series, Session, Speaker
from samverk.parts.day.tests.building import THE_DAY, a_room, a_series, a_session, a_speaker, an_edition, at
from samverk.parts.day.tests.test_speakers import a_portrait

pytestmark = pytest.mark.django_db


@pytest.fixture
def organiser() -> Client:
    return signed_in(person("Orvar Ordnare", Role.ORGANISER))


def page(answer: Any) -> BeautifulSoup:
    return BeautifulSoup(answer.content, "html5lib")


def faults(answer: Any) -> dict[str, str]:
    """What is said about each field."""
    found = page(answer).select(".ds-field, .ds-fieldset")
    return {
        field.select_one("[name]")["name"]: message.get_text(" ").strip().removeprefix("Fel:").strip()
        for field in found
        for message in field.select(".ds-validation-message")
    }


def session_facts(**facts: Any) -> dict[str, Any]:
    given = {"title": "Samtal", "kind": "panel", "day": "2027-04-14", "starts": "09:30", "ends": "10:30"}
    return {**given, "room": "", "stream": "", "description": "", "online_url": "", "capacity": "", **facts}


def test_whoever_is_not_signed_in_is_led_to_sign_in(client: Client) -> None:
    answer = client.get("/arrangera/")

    assert answer.status_code == 302
    assert answer["Location"] == "/konto/login/?next=/arrangera/"


def test_others_than_organisers_are_kept_out() -> None:
    edition = an_edition()
    for name, role in (("Eva Redaktör", Role.EDITOR), ("Bo Köpare", Role.BUYER)):
        browser = signed_in(person(name, role))
        for address in ("/arrangera/", f"/arrangera/{edition}/program/", f"/arrangera/{edition}/lage/"):
            assert browser.get(address).status_code == 403


def test_a_series_gets_its_first_edition_and_the_next_is_a_copy(organiser: Client) -> None:
    home = Organisation.objects.get()
    series = {"name": "Nya dagen", "purpose": "Att mötas.", "organiser": home.pk}
    to_edition = organiser.post("/arrangera/serier/ny/", series)["Location"]
    organiser.post(to_edition, {"source": "", "title": "Nya dagen 2027", "starts_on": "2027-04-14"})
    first = Edition.objects.get()
    a_session(first.pk)
    guessed = page(organiser.get(to_edition))
    assert guessed.select_one("[name=starts_on]")["value"] == "2028-04-12"
    assert guessed.select_one("[name=title]")["value"] == "Nya dagen 2028"

    organiser.post(to_edition, {"source": first.pk, "title": "Nya dagen 2028", "starts_on": "2028-04-12"})

    copy = Edition.objects.get(slug="2028")
    assert copy.copied_from == first
    assert copy.sessions.get().starts_at == at("9.00", copy.starts_on)


def test_two_series_of_one_name_are_refused_on_the_name(organiser: Client) -> None:
    series = {"name": "Provdagen", "purpose": "", "organiser": Organisation.objects.first().pk}  # type: ignore[union-attr]
    a_series()

    answer = organiser.post("/arrangera/serier/ny/", series)

    assert answer.status_code == 422
    assert "redan" in faults(answer)["name"]
    assert Series.objects.count() == 1


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"ends": "09:30"}, "ends"),
        ({"starts": "halv tio"}, "starts"),
        ({"day": "2027-04-15"}, "day"),
        ({"title": "x" * 10_000}, "title"),
        ({"online_url": "inte en adress"}, "online_url"),
        ({"capacity": "-3"}, "capacity"),
    ],
)
def test_a_fault_stands_on_its_field_and_the_form_keeps_the_rest(
    organiser: Client, facts: dict[str, str], field: str
) -> None:
    edition = an_edition(ends_on=at("9.00").date().replace(day=16))
    facts = {"day": "2027-04-20"} if field == "day" else facts

    answer = organiser.post(f"/arrangera/{edition}/program/ny/", session_facts(description="Kvar", **facts))

    assert answer.status_code == 422
    assert set(faults(answer)) == {field}
    assert page(answer).select_one("textarea[name=description]").get_text().strip() == "Kvar"
    assert not Session.objects.exists()


def test_a_clash_is_told_on_the_field_with_both_sessions_named(organiser: Client) -> None:
    edition = an_edition()
    room, speaker = a_room(edition), a_speaker(edition)
    a_session(edition, "Inledning", room_id=room, speaker_ids=(speaker,))

    answer = organiser.post(f"/arrangera/{edition}/program/ny/", session_facts(room=room, speakers=[speaker]))

    assert answer.status_code == 422
    told = faults(answer)
    assert told["room"] == (
        "Stora salen är redan upptagen av ”Inledning” klockan 09.00–10.00, och kan inte också ha ”Samtal”."
    )
    assert "Vera Provare medverkar i ”Inledning”" in told["speakers"]
    assert Session.objects.count() == 1


def test_a_move_that_clashes_opens_the_session_with_the_fault_on_the_room(organiser: Client) -> None:
    edition = an_edition()
    room = a_room(edition)
    a_session(edition, "Inledning", room_id=room)
    later = a_session(edition, "Samtal", "10.00", "11.00", room_id=room)
    wanted = {"day": "2027-04-14", "starts": "9.30", "room": room}

    answer = organiser.post(f"/arrangera/{edition}/program/{later}/flytta/", wanted)

    assert answer.status_code == 422
    assert "”Inledning”" in faults(answer)["room"]
    assert page(answer).select_one("[name=starts]")["value"] == "09:30"
    assert Session.objects.get(pk=later).starts_at == at("10.00")


@pytest.mark.parametrize(
    "wanted", [{}, {"day": "x", "starts": "9", "room": "y"}, {"day": "2031-01-01", "starts": "9.00"}]
)
def test_a_move_to_nowhere_changes_nothing(organiser: Client, wanted: dict[str, str]) -> None:
    edition = an_edition()
    session = a_session(edition)

    answer = organiser.post(f"/arrangera/{edition}/program/{session}/flytta/", wanted)

    assert answer.status_code == 302
    assert Session.objects.get().starts_at == at("9.00")


def test_earlier_later_and_another_room_are_buttons(organiser: Client) -> None:
    edition = an_edition()
    room, session = a_room(edition), a_session(edition)
    form = page(organiser.get(f"/arrangera/{edition}/program/")).select_one(f"#p{session} form")
    buttons = {button["value"] for button in form.select("button[name=starts]")}
    assert buttons == {"08:45", "09:15", "09:00"}

    organiser.post(form["action"], {"day": "2027-04-14", "starts": "09:15", "room": room})

    moved = Session.objects.get()
    assert (moved.starts_at, moved.ends_at, moved.room_id) == (at("9.15"), at("10.15"), room)


def test_a_programme_of_several_days_is_planned_a_day_at_a_time(organiser: Client) -> None:
    edition = an_edition(ends_on=THE_DAY + timedelta(days=1))
    first, second = a_session(edition), a_session(edition, "Dag två", "13.00", "14.00")
    later = {"day": "2027-04-15", "starts": "13.00", "room": ""}
    moved = organiser.post(f"/arrangera/{edition}/program/{second}/flytta/", later)
    assert moved["Location"] == f"/arrangera/{edition}/program/?dag=2027-04-15#p{second}"

    shown = {
        query: [
            row["id"] for row in page(organiser.get(f"/arrangera/{edition}/program/{query}")).select("li[id]")
        ]
        for query in ("", "?dag=2027-04-15", "?dag=2031-01-01")
    }

    assert shown == {"": [f"p{first}"], "?dag=2027-04-15": [f"p{second}"], "?dag=2031-01-01": [f"p{first}"]}


def test_a_session_of_another_edition_is_not_reached_through_this_one(organiser: Client) -> None:
    edition = an_edition()
    other = an_edition(Edition.objects.get().series_id)
    session = a_session(other)

    assert organiser.get(f"/arrangera/{edition}/program/{session}/").status_code == 404
    assert organiser.post(f"/arrangera/{edition}/program/{session}/ta-bort/").status_code == 404


def test_rooms_are_added_changed_and_taken_away_where_they_stand(organiser: Client) -> None:
    edition = an_edition()
    places = f"/arrangera/{edition}/lokaler/"
    organiser.post(places, {"which": "lokal-ny", "lokal-ny-name": "Salen", "lokal-ny-seats": "50"})
    room = Room.objects.get()
    a_session(edition, room_id=room.pk)

    again = organiser.post(places, {"which": "lokal-ny", "lokal-ny-name": "Salen", "lokal-ny-seats": ""})
    assert "redan" in faults(again)["lokal-ny-name"]

    organiser.post(places, {"which": f"lokal-{room.pk}", "do": "remove"})
    assert not Room.objects.exists()
    assert Session.objects.get().room is None


def test_a_picture_that_is_none_is_refused_on_its_field(organiser: Client) -> None:
    from django.core.files.uploadedfile import SimpleUploadedFile

    edition = an_edition()
    upload = SimpleUploadedFile("vera.jpg", b"<?php echo 1;", content_type="image/jpeg")

    answer = organiser.post(
        f"/arrangera/{edition}/forelasare/ny/", {"name": "Vera Provare", "portrait": upload}
    )

    assert answer.status_code == 422
    assert "portrait" in faults(answer)
    assert not Speaker.objects.exists()


def test_a_speaker_is_added_with_a_picture_and_nobody_has_said_yes_tomorrow(organiser: Client) -> None:
    from django.core.files.uploadedfile import SimpleUploadedFile

    edition = an_edition()
    address = f"/arrangera/{edition}/forelasare/ny/"
    late = organiser.post(address, {"name": "Vera Provare", "consented_on": "2999-01-01"})
    assert "consented_on" in faults(late)

    upload = SimpleUploadedFile("vera.png", a_portrait().content, content_type="image/png")
    organiser.post(address, {"name": "Vera Provare", "portrait": upload, "credit": "Kim"})

    speaker = Speaker.objects.get()
    assert speaker.picture is not None
    assert (speaker.picture.credit, speaker.consented_on) == ("Kim", None)


def test_texts_are_kept_and_the_programme_follows_the_day(organiser: Client) -> None:
    edition = an_edition()
    session = a_session(edition)
    given = {"title": "Provdagen", "starts_on": "2027-05-19", "lead": "Ny ingress", "hearing_loop": "on"}

    organiser.post(f"/arrangera/{edition}/texter/", given)

    kept = Edition.objects.get()
    assert (kept.lead, kept.hearing_loop, kept.ends_on.isoformat()) == ("Ny ingress", True, "2027-05-19")
    assert Session.objects.get(pk=session).starts_at == at("9.00", kept.starts_on)


def test_an_edition_is_published_cancelled_and_hidden(organiser: Client) -> None:
    edition = an_edition()

    steps = (
        ("lage/", {"do": "publish"}, "published"),
        ("stall-in/", {"subject": "{dag} är inställd", "text": ""}, "cancelled"),
        ("lage/", {"do": "hide"}, "draft"),
    )
    for address, sent, state in steps:
        organiser.post(f"/arrangera/{edition}/{address}", sent)
        assert Edition.objects.get().state == state
    for do in ("x", "cancel"):
        assert organiser.post(f"/arrangera/{edition}/lage/", {"do": do}).status_code == 404


@pytest.mark.parametrize(
    "path",
    [
        "", "texter/", "brev/", "brev/seat/sv/", "forslag/", "forslag/inbjudan/", "program/", "program/ny/",
        "lokaler/", "forelasare/", "forelasare/ny/",
        "program/{session}/", "forelasare/{speaker}/",
    ],
)  # fmt: skip
def test_every_page_of_an_edition_opens(organiser: Client, path: str) -> None:
    edition = an_edition()
    speaker = a_speaker(edition)
    session = a_session(edition, speaker_ids=(speaker,))

    address = f"/arrangera/{edition}/{path.format(session=session, speaker=speaker)}"

    assert organiser.get(address).status_code == 200
