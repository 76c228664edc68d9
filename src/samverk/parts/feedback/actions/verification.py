"""Telling people from machines: proofs to be made, proofs that come back, proofs that are spent."""

import base64
import json
import secrets
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import Any

import altcha
from cryptography.fernet import Fernet, InvalidToken
from django.conf import settings

from samverk.parts.feedback.models import SpentProof
from samverk.parts.feedback.rules import keys
from samverk.parts.feedback.rules import verification as rules

ALGORITHM = "PBKDF2/SHA-256"
ITERATIONS = 1000  # of each derived key; a machine makes as many keys as the challenge wants
LONGEST_PROOF = 4000


@dataclass(frozen=True)
class Proof:
    """A good proof that somebody has made; whether it is used already, only `spend` knows."""

    key: str
    expires_at: datetime


@dataclass(frozen=True)
class Picture:
    """A picture's ticket: what it shows, sealed, and until when. Nothing is kept about it."""

    digits: str
    key: str
    expires_at: datetime


class WrongAnswer(ValueError):
    """These are not the digits of the picture, or the picture is too old."""


class AlreadySpent(ValueError):
    """The proof has been sent with something else before."""


def challenge(*, in_a_flood: bool, now: datetime) -> dict[str, Any]:
    """Work for the sender's browser, by ALTCHA's second protocol. To make it costs one derived key.

    The number of keys to try is drawn here, and the right key is signed, so that looking at the answer
    costs two hashes.
    """
    effort = rules.effort(settings.VERIFICATION_EFFORT, in_a_flood=in_a_flood)
    made = altcha.create_challenge(
        ALGORITHM,
        ITERATIONS,
        counter=effort.least + secrets.randbelow(effort.most - effort.least),
        expires_at=now + lifetime(),
        hmac_secret=_key("challenge"),
        hmac_key_secret=_key("derived key"),
    )
    return made.to_dict()


def read_solution(payload: str) -> Proof | None:
    """The proof in a form, if it is a good one that has not expired."""
    if not payload or len(payload) > LONGEST_PROOF:
        return None
    try:
        parameters = json.loads(base64.b64decode(payload))["challenge"]["parameters"]
        verdict = altcha.verify_solution(payload, _key("challenge"), hmac_key_secret=_key("derived key"))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None
    if not verdict.verified or "keySignature" not in parameters:
        return None
    return Proof(key=parameters["nonce"], expires_at=datetime.fromtimestamp(parameters["expiresAt"], UTC))


def new_picture(*, now: datetime) -> str:
    """A ticket for a picture of digits. It is sealed, so that only this installation can read it."""
    digits = "".join(str(secrets.randbelow(10)) for _ in range(rules.DIGITS))
    sealed = _seal().encrypt_at_time(f"{digits} {secrets.token_hex(16)}".encode(), int(now.timestamp()))
    return sealed.decode()


def read_picture(ticket: str, *, now: datetime) -> Picture | None:
    """What a ticket says, unless it is somebody else's or too old."""
    try:
        read = _seal().decrypt_at_time(
            ticket[:LONGEST_PROOF].encode(), int(lifetime().total_seconds()), int(now.timestamp())
        )
        digits, key = read.decode().split(" ")
    except (InvalidToken, ValueError):
        return None
    return Picture(digits=digits, key=key, expires_at=now + lifetime())


def read_answer(ticket: str, answer: str, *, now: datetime) -> Proof:
    """The proof that somebody has read a picture, or heard it. One try for each picture.

    :raises WrongAnswer: when they have not, or the picture is too old.
    """
    picture = read_picture(ticket, now=now)
    if picture is None:
        raise WrongAnswer
    if not rules.is_right(answer, right=picture.digits):
        SpentProof.objects.spend(key=picture.key, contents="", expires_at=picture.expires_at)
        raise WrongAnswer
    return Proof(key=picture.key, expires_at=picture.expires_at)


def spend(proof: Proof, *, contents: str) -> bool:
    """Use a proof. False when the very same contents came with it before: a form that was sent twice.

    :raises AlreadySpent: when other contents did.
    """
    first, is_new = SpentProof.objects.spend(key=proof.key, contents=contents, expires_at=proof.expires_at)
    if not is_new and first != contents:
        raise AlreadySpent
    return is_new


def forget_spent(*, now: datetime) -> int:
    """Delete the proofs that are too old to be sent again; returns how many they were."""
    return SpentProof.objects.filter(expires_at__lt=now - lifetime()).delete()[0]


def lifetime() -> timedelta:
    """For how long a proof counts."""
    return timedelta(minutes=settings.VERIFICATION_MINUTES)


@cache
def _key(purpose: str) -> bytes:
    return keys.key(settings.SECRET_KEY, purpose)


@cache
def _seal() -> Fernet:
    return Fernet(base64.urlsafe_b64encode(_key("picture")))
