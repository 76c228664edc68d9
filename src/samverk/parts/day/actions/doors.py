"""Doors: links that organisers give to volunteers, who have no account."""

import secrets
from datetime import datetime
from typing import Any

from django.db import IntegrityError, transaction

from samverk.base.audit import actions as audit
from samverk.base.organisations.permissions import demand
from samverk.parts.day.models import Door, Edition
from samverk.parts.day.permissions import may_arrange
from samverk.parts.day.rules import checkin as rules

BYTES_OF_A_SECRET = 32


class NameTaken(Exception):
    """The edition has a door of that name."""


def open_door(*, edition_id: int, name: str, by: Any, now: datetime) -> str:
    """Open a door with a name; returns the secret of its link, which is stored nowhere.

    :raises PermissionDenied: when `by` arranges nothing.
    :raises NameTaken: when the edition has a door of that name.
    """
    demand(may_arrange, by)
    edition = Edition.objects.only("region_id").get(pk=edition_id)
    secret = secrets.token_urlsafe(BYTES_OF_A_SECRET)
    try:
        with transaction.atomic():
            door = Door.objects.create(
                region_id=edition.region_id,
                edition=edition,
                name=name,
                secret_hash=rules.hidden(secret),
                made_at=now,
            )
            audit.record(actor=by, action="day.open_door", target=door, edition=edition_id)
    except IntegrityError as problem:
        raise NameTaken from problem
    return secret


@transaction.atomic
def close_door(*, edition_id: int, door_id: int, by: Any, now: datetime) -> None:
    """Withdraw the link of a door. Its phones forget the list, and send what they have not sent yet.

    :raises PermissionDenied: when `by` arranges nothing.
    """
    demand(may_arrange, by)
    door = Door.objects.select_for_update(of=("self",)).get(pk=door_id, edition_id=edition_id)
    if door.withdrawn_at is None:
        door.withdrawn_at = now
        door.save(update_fields=["withdrawn_at"])
        audit.record(actor=by, action="day.close_door", target=door, edition=edition_id)
