"""Somebody sends a comment: it is checked, and kept."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from django.conf import settings
from django.db import transaction

from samverk.base.region.queries import current_region_id
from samverk.engine.language import mask
from samverk.parts.feedback.actions import limits, verification
from samverk.parts.feedback.actions.responsibility import section_of
from samverk.parts.feedback.models import Comment, State
from samverk.parts.feedback.queries.sending import is_flooded
from samverk.parts.feedback.rules.keys import fingerprint
from samverk.parts.site.queries.places import place_at


@dataclass(frozen=True)
class Written:
    """What somebody has written, about which page; `path` is empty when it was not said by its address.

    `title` is what the page was called when they read it, or what they themselves call it.
    """

    kind: str
    text: str
    email: str
    path: str
    title: str
    language: str


class Received(StrEnum):
    """What became of a comment that was sent."""

    NEW = "new"
    HELD = "held"
    KNOWN = "known"


def send(*, written: Written, proof: verification.Proof, address: str, now: datetime) -> Received:
    """Keep a comment. Personal numbers in it are hidden first, whatever its sender wants.

    What comes in a flood is kept as well, but out of the editors' way. The same form sent twice is kept once.

    :raises AlreadySpent: when the proof has been sent with something else.
    :raises TooMany: when too much has come from the sender's network.
    """
    sender = limits.sender(address=address, now=now)
    contents = fingerprint(settings.SECRET_KEY, written.kind, written.path, written.text, written.email)
    place = place_at(path=written.path) if written.path else None
    with transaction.atomic():
        if not verification.spend(proof, contents=contents):
            return Received.KNOWN
        limits.count(sender)
        region_id = current_region_id()
        held = is_flooded(region_id=region_id, now=now)
        safe = mask(written.text)
        Comment.objects.create(
            region_id=region_id,
            kind=written.kind,
            page_id=place.id if place else None,
            page_title=place.title if place else mask(written.title).text[:255],
            path=written.path or "/",
            language=written.language,
            text=safe.text,
            email=written.email,
            masked=safe.count,
            state=State.HELD if held else State.NEW,
            section_id=section_of(place.id) if place else None,
            created_at=now,
        )
    return Received.HELD if held else Received.NEW
