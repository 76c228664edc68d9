"""Without JavaScript a visitor reads digits from a picture, or hears them."""

import pytest
from django.utils import timezone

from samverk.parts.feedback.actions import verification
from samverk.parts.feedback.models import Comment
from samverk.parts.feedback.tests.visitor import THANKS, Screen, Visitor

pytestmark = pytest.mark.django_db


@pytest.fixture
def visitor() -> Visitor:
    return Visitor()


def digits_of(ticket: str) -> str:
    picture = verification.read_picture(ticket, now=timezone.now())
    assert picture
    return picture.digits


def test_who_has_no_proof_is_asked_for_digits_with_everything_carried_along(visitor: Visitor) -> None:
    screen = Screen.of(visitor.sends("Rad ett\nrad två", proven=False, email="kim@example.org"))

    assert screen.written == "Rad ett\nrad två"
    assert screen.value("email") == "kim@example.org"
    assert screen.soup.find("img", alt=True)
    assert screen.soup.find("audio")
    assert not Comment.objects.exists()


def test_the_right_digits_send_it(visitor: Visitor) -> None:
    ticket = Screen.of(visitor.sends("Rad ett\nrad två", proven=False)).value("picture")
    answer = visitor.sends("Rad ett\nrad två", proven=False, picture=ticket, answer=digits_of(ticket))

    assert answer["Location"] == THANKS
    assert Comment.objects.get().text == "Rad ett\nrad två"


def test_wrong_digits_bring_others_and_the_text_stays(visitor: Visitor) -> None:
    ticket = Screen.of(visitor.sends("Hej!", proven=False)).value("picture")
    answer = visitor.sends("Hej!", proven=False, picture=ticket, answer="x")
    screen = Screen.of(answer)

    assert answer.status_code == 422
    assert screen.value("picture") != ticket
    assert screen.written == "Hej!"
    assert "Siffrorna stämde inte" in screen.text


def test_other_digits_can_be_asked_for(visitor: Visitor) -> None:
    ticket = Screen.of(visitor.sends("Hej!", proven=False)).value("picture")
    screen = Screen.of(visitor.sends("Hej!", proven=False, picture=ticket, do="picture"))

    assert screen.value("picture") != ticket
    assert "stämde inte" not in screen.text


def test_digits_count_once(visitor: Visitor) -> None:
    ticket = Screen.of(visitor.sends("Hej!", proven=False)).value("picture")
    visitor.sends("Hej!", proven=False, picture=ticket, answer=digits_of(ticket))
    visitor.sends("Köp nu!", proven=False, picture=ticket, answer=digits_of(ticket))

    assert [comment.text for comment in Comment.objects.all()] == ["Hej!"]


def test_what_was_insisted_upon_is_carried_past_the_digits(visitor: Visitor) -> None:
    text = "Ring 070-174 06 05."
    seen = Screen.of(visitor.sends(text, proven=False)).value("insisted")
    asked = Screen.of(visitor.sends(text, proven=False, insisted=seen))
    ticket = asked.value("picture")
    visitor.sends(
        text, proven=False, insisted=asked.value("insisted"), picture=ticket, answer=digits_of(ticket)
    )

    assert Comment.objects.get().text == text


def test_the_picture_and_the_sound_are_given_and_kept_by_nobody(visitor: Visitor) -> None:
    ticket = verification.new_picture(now=timezone.now())
    picture = visitor.client.get(f"/synpunkter/prov/{ticket}.png")
    sound = visitor.client.get(f"/en/synpunkter/prov/{ticket}.wav")

    assert picture.content.startswith(b"\x89PNG")
    assert sound.content.startswith(b"RIFF")
    assert "no-store" in picture["Cache-Control"]
    assert "no-store" in sound["Cache-Control"]


def test_an_invented_ticket_gives_nothing(visitor: Visitor) -> None:
    assert visitor.client.get("/synpunkter/prov/x.png").status_code == 404
    assert visitor.client.get("/synpunkter/prov/x.wav").status_code == 404


def test_where_nothing_can_speak_the_page_says_so_and_shows_another_way(
    visitor: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("samverk.parts.feedback.views.sending.can_speak", lambda: False)
    screen = Screen.of(visitor.sends("Hej!", proven=False))

    assert screen.soup.find("audio") is None
    assert "Vi kan inte läsa upp siffrorna just nu." in screen.text
