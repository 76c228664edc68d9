import io
import wave
from datetime import timedelta

import altcha
import pytest
from django.conf import settings
from django.utils import timezone
from PIL import Image

from samverk.parts.feedback.actions import verification as actions
from samverk.parts.feedback.models import SpentProof
from samverk.parts.feedback.presenters import verification as presenters
from samverk.parts.feedback.rules import verification as rules
from samverk.parts.feedback.tests.visitor import proof

NOW = timezone.now()


def test_a_flood_makes_the_work_four_times_as_much() -> None:
    usual, flooded = rules.effort(600, in_a_flood=False), rules.effort(600, in_a_flood=True)

    assert (usual.least, usual.most) == (300, 900)
    assert (flooded.least, flooded.most) == (1200, 3600)


def test_a_flood_is_felt_in_the_challenge() -> None:
    solved = altcha.solve_challenge(altcha.Challenge.from_dict(actions.challenge(in_a_flood=True, now=NOW)))

    assert solved.counter > rules.effort(settings.VERIFICATION_EFFORT, in_a_flood=False).most


def test_digits_may_be_written_in_any_grouping_and_width() -> None:
    assert rules.is_right(" 12 34-56 ", right="123456")
    assert rules.is_right("１２３４５６", right="123456")
    assert not rules.is_right("123457", right="123456")
    assert not rules.is_right("", right="123456")


def test_a_browsers_proof_is_read() -> None:
    read = actions.read_solution(proof())

    assert read is not None
    assert NOW < read.expires_at <= timezone.now() + actions.lifetime()


@pytest.mark.parametrize(
    "forged", ["", "x", "e30=", "bnVsbA==", "W10=", "A" * 10_000, "eyJjaGFsbGVuZ2UiOnt9fQ=="]
)
def test_what_is_no_proof_is_none(forged: str) -> None:
    assert actions.read_solution(forged) is None


def test_a_proof_with_a_changed_number_is_none() -> None:
    good = altcha.Payload.from_base64(proof())
    good.challenge.parameters.expires_at += 60

    assert actions.read_solution(good.to_base64()) is None


def test_a_proof_with_the_wrong_key_is_none() -> None:
    good = altcha.Payload.from_base64(proof())
    good.solution.derived_key = "00" * 32

    assert actions.read_solution(good.to_base64()) is None


def test_a_proof_that_is_too_old_is_none() -> None:
    old = actions.challenge(in_a_flood=False, now=NOW - actions.lifetime() - timedelta(minutes=1))
    challenge = altcha.Challenge.from_dict(old)
    solved = altcha.solve_challenge(challenge)

    assert actions.read_solution(altcha.Payload(challenge, solved).to_base64()) is None


def test_a_picture_shows_digits_that_its_ticket_hides() -> None:
    ticket = actions.new_picture(now=NOW)
    picture = actions.read_picture(ticket, now=NOW)

    assert picture is not None
    assert len(picture.digits) == rules.DIGITS
    assert picture.digits not in ticket


def test_a_picture_grows_too_old() -> None:
    ticket = actions.new_picture(now=NOW)

    assert actions.read_picture(ticket, now=NOW + actions.lifetime() + timedelta(seconds=1)) is None
    assert actions.read_picture("påhittat", now=NOW) is None


@pytest.mark.django_db
def test_a_wrong_answer_uses_the_picture_up() -> None:
    ticket = actions.new_picture(now=NOW)
    right = actions.read_picture(ticket, now=NOW).digits
    wrong = "".join(str((int(digit) + 1) % 10) for digit in right)

    with pytest.raises(actions.WrongAnswer):
        actions.read_answer(ticket, wrong, now=NOW)
    late = actions.read_answer(ticket, right, now=NOW)

    with pytest.raises(actions.AlreadySpent):
        actions.spend(late, contents="annat")


@pytest.mark.django_db
def test_a_proof_counts_once_but_the_same_form_may_come_twice() -> None:
    one = actions.Proof(key="a" * 32, expires_at=NOW + timedelta(minutes=20))

    assert actions.spend(one, contents="samma")
    assert not actions.spend(one, contents="samma")
    with pytest.raises(actions.AlreadySpent):
        actions.spend(one, contents="annat")


@pytest.mark.django_db
def test_spent_proofs_are_forgotten_when_nobody_can_use_them() -> None:
    actions.spend(actions.Proof("gammal", NOW - timedelta(hours=1)), contents="")
    actions.spend(actions.Proof("ny", NOW), contents="")

    assert actions.forget_spent(now=NOW) == 1
    assert SpentProof.objects.get().key == "ny"


def test_digits_are_drawn_differently_each_time() -> None:
    first, second = presenters.drawn("123456"), presenters.drawn("123456")

    assert Image.open(io.BytesIO(first)).size == (presenters.WIDTH, presenters.HEIGHT)
    assert first != second


@pytest.mark.parametrize("language", ["sv", "en", "se"])
def test_digits_are_read_out_differently_each_time(language: str) -> None:
    first, second = (presenters.read_out("123456", language=language) for _ in range(2))

    with wave.open(io.BytesIO(first)) as sound:
        assert sound.getnframes() / sound.getframerate() > 3
    assert first != second


def test_where_nothing_can_speak_there_is_no_sound(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("samverk.engine.speech.speaking._commands", lambda *_: [["/finns-inte"]])

    assert presenters.read_out("123456", language="sv") == b""
