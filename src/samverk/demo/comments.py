"""What invented readers have said, sent through the same door as everybody's, and handled by the editors."""

from datetime import datetime, timedelta
from typing import Any

from django.contrib.auth import get_user_model
from wagtail.models import Page

from samverk.base.mail.models import OutgoingMail
from samverk.base.mail.rules import MAX_ATTEMPTS
from samverk.base.organisations.models import Role
from samverk.demo.contents.comments import SAID, SHARED, Fate, Said
from samverk.parts.feedback.actions import (
    answers,
    duplicates,
    inbox,
    limits,
    responsibility,
    sending,
    verification,
)
from samverk.parts.feedback.models import Comment, Delivery, State


def build(*, now: datetime) -> bool:
    """Fill the inbox, if it is empty and the demonstration's editors are there; tells whether it did."""
    people = {
        role: get_user_model().objects.filter(affiliations__role=role).first()
        for role in (Role.EDITOR, Role.LEAD_EDITOR)
    }
    if Comment.objects.exists() or not all(people.values()):
        return False
    _share_out(people)
    former = 0
    for number, said in enumerate(SAID):
        key = _send(said, number=number, now=now)
        _handle(said, key, former=former, by=people[Role.EDITOR if number % 3 else Role.LEAD_EDITOR], now=now)
        former = key
    verification.forget_spent(now=now)
    limits.forget(now=now)
    return True


def _share_out(people: dict[Role, Any]) -> None:
    for slug, roles in SHARED.items():
        section = Page.objects.filter(slug=slug, depth=3).first()
        if section:
            editors = [people[Role(role)].pk for role in roles]
            responsibility.share_out(section_id=section.pk, editors=editors, by=people[Role.LEAD_EDITOR])


def _send(said: Said, *, number: int, now: datetime) -> int:
    at = now - timedelta(hours=said.hours, minutes=number)
    sending.send(
        written=sending.Written(
            kind=said.kind,
            text=said.text,
            email=f"{said.mailbox}@example.org" if said.mailbox else "",
            path=said.path,
            title="",
            language=said.language,
        ),
        proof=verification.Proof(key=f"demonstration {number}", expires_at=at),
        address=f"192.0.2.{number + 1}",  # set aside for examples, RFC 5737
        now=at,
    )
    return Comment.objects.latest("pk").pk


def _handle(said: Said, key: int, *, former: int, by: Any, now: datetime) -> None:
    """Do what the editors did, some hours after it had come in."""
    later = min(now - timedelta(hours=said.hours - said.waited), now)
    if said.fate is Fate.HELD:
        Comment.objects.filter(pk=key).update(state=State.HELD)
    elif said.fate is Fate.DUPLICATE:
        duplicates.merge(comment_id=key, version=1, into=former, by=by)
    elif said.fate is not Fate.NEW:
        inbox.assign(comment_id=key, version=1, to=by.pk, by=by)
    if said.answer:
        answers.answer(comment_id=key, version=2, text=said.answer, by=by, now=later)
    if said.fate is Fate.CLOSED:
        inbox.close(comment_id=key, version=3 if said.answer else 2, by=by, now=later)
    if said.fate is Fate.REFUSED:
        _refuse(key)


def _refuse(key: int) -> None:
    """A letter that the mail server would not take, so that one can see what happens then."""
    OutgoingMail.objects.filter(pk__in=Delivery.objects.filter(comment=key).values("mail")).update(
        state="failed", attempts=MAX_ATTEMPTS, last_error="550 No such mailbox"
    )
