"""Questions from the audience: opened, asked, voted for, let through, answered and forgotten."""

import secrets
from datetime import date, datetime, timedelta
from typing import Any

from django.db import transaction

from samverk.base.audit import actions as audit
from samverk.base.events import actions as events
from samverk.base.organisations.permissions import demand
from samverk.engine.language import mask
from samverk.parts.day.actions import live
from samverk.parts.day.models import Asked, QuestionTime, QuestionVote, Session, SpeakerQuestion, State
from samverk.parts.day.permissions import may_arrange
from samverk.parts.day.rules import audience as rules
from samverk.parts.day.rules import topics
from samverk.parts.day.rules.audience import Deed
from samverk.parts.day.rules.live import day_of

STATES = {Deed.SHOW: Asked.SHOWN, Deed.HIDE: Asked.HIDDEN, Deed.ANSWERED: Asked.ANSWERED}


class Closed(Exception):
    """No questions are taken in this session now."""


class Gone(Exception):
    """The question is not to be seen, or not any more."""


class TooMany(Exception):
    """So many have asked already that nobody could read more."""


@transaction.atomic
def arrange(*, edition_id: int, session_id: int, is_open: bool, read_first: bool, by: Any) -> None:
    """Open or close the questions of a session, and say whether a moderator reads them first.

    :raises PermissionDenied: when `by` may not arrange days.
    """
    demand(may_arrange, by)
    session = Session.objects.get(pk=session_id, edition=edition_id)
    said = {"is_open": is_open, "read_first": read_first}
    made = {**said, "region_id": session.region_id, "salt": secrets.token_bytes(32)}
    QuestionTime.objects.update_or_create(session=session, defaults=said, create_defaults=made)
    audit.record(actor=by, action="day.arrange_questions", target=session, edition=edition_id, **said)
    events.announce(topics.questions(session_id))
    live.announce(edition_id)


@transaction.atomic
def ask(*, session_id: int, text: str, now: datetime) -> Asked:
    """Ask something. Personal numbers in it are hidden first. The same question twice is one question.

    :raises Closed: when no questions are taken.
    :raises TooMany: when there are more than anybody could read.
    """
    time = _open_time(session_id, today=day_of(now), lock=True)
    safe = mask(text).text
    known = SpeakerQuestion.objects.filter(time=time, text=safe).exclude(state=Asked.HIDDEN).first()
    if known:
        return Asked(known.state)
    if SpeakerQuestion.objects.filter(time=time).count() >= rules.MOST_IN_A_SESSION:
        raise TooMany
    state = Asked.WAITING if time.read_first else Asked.SHOWN
    SpeakerQuestion.objects.create(region_id=time.region_id, time=time, text=safe, state=state, asked_at=now)
    events.announce(topics.questions(session_id))
    return state


@transaction.atomic
def vote(*, session_id: int, question_id: int, phone: str, network: str, browser: str, today: date) -> bool:
    """Say that one wonders the same. False when this phone has said so already.

    :raises Closed: when no questions are taken.
    :raises Gone: when visitors do not see the question.
    """
    time = _open_time(session_id, today=today)
    question = SpeakerQuestion.objects.filter(pk=question_id, time=time, state=Asked.SHOWN).first()
    if question is None:
        raise Gone
    name = rules.voter(phone, network=network, browser=browser, salt=bytes(time.salt))
    if not QuestionVote.objects.cast(question_id, voter=name):
        return False
    events.announce(topics.questions(session_id))
    return True


@transaction.atomic
def moderate(*, edition_id: int, session_id: int, question_id: int, deed: Deed, by: Any) -> None:
    """Let a question through, hide it, put it on the stage or be done with it. Twice is once.

    :raises PermissionDenied: when `by` may not arrange days.
    :raises Gone: when there is no such question.
    """
    demand(may_arrange, by)
    times = QuestionTime.objects.select_for_update(of=("self",))
    time = times.filter(session=session_id, session__edition=edition_id).first()
    question = SpeakerQuestion.objects.filter(pk=question_id, time=time).first() if time else None
    if question is None:
        raise Gone
    if deed in (Deed.STAGE, Deed.UNSTAGE):
        SpeakerQuestion.objects.filter(time=time, on_stage=True).update(on_stage=False)
        question.on_stage = deed == Deed.STAGE
        question.state = Asked.SHOWN if deed == Deed.STAGE else question.state
    else:
        question.state, question.on_stage = STATES[deed], False
    question.save(update_fields=["state", "on_stage"])
    audit.record(actor=by, action="day.moderate_question", target=question, deed=str(deed))
    events.announce(topics.questions(session_id))


@transaction.atomic
def forget(*, today: date, days: int) -> int:
    """Delete what was asked on days that are over, and all that could tell which phones voted."""
    old = QuestionTime.objects.filter(session__edition__ends_on__lt=today - timedelta(days=days))
    asked = SpeakerQuestion.objects.filter(time__in=old).count()
    if old.delete()[0]:
        audit.record(actor=None, action="day.forget_questions", questions=asked)
    return asked


def _open_time(session_id: int, *, today: date, lock: bool = False) -> QuestionTime:
    times = QuestionTime.objects.filter(
        session=session_id,
        is_open=True,
        session__is_cancelled=False,
        session__is_draft=False,
        session__edition__state=State.PUBLISHED,
        session__edition__ends_on__gte=today,
    )
    found = (times.select_for_update(of=("self",)) if lock else times).first()
    if found is None:
        raise Closed
    return found
