"""A day to try things on, with plainly invented people."""

from datetime import date, datetime, timedelta
from typing import Any
from uuid import uuid4
from zoneinfo import ZoneInfo

from samverk.base.organisations.models import Organisation, OrganisationKind
from samverk.base.region.queries import current_region_id
from samverk.parts.day.actions import registration as actions
from samverk.parts.day.models import Edition, Registration, Series, State, TicketKind

NOW = datetime(2027, 2, 1, 12, 0, tzinfo=ZoneInfo("Europe/Stockholm"))
THE_DAY = date(2027, 4, 15)


def edition(**facts: Any) -> Edition:
    """A published edition of a series."""
    region_id = current_region_id()
    organiser, _ = Organisation.objects.get_or_create(
        region_id=region_id, name="Region Prov", defaults={"kind": OrganisationKind.REGION}
    )
    series, _ = Series.objects.get_or_create(
        region_id=region_id, slug="dagen", defaults={"name": "Dagen", "organiser": organiser}
    )
    told = {"title": "Dagen 2027", "slug": "2027", "starts_on": THE_DAY, "ends_on": THE_DAY, **facts}
    return Edition.objects.create(region_id=region_id, series=series, **{"state": State.PUBLISHED, **told})


def kind(quota: int = 10, **facts: Any) -> TicketKind:
    """A kind of ticket, to an edition of its own unless one is given."""
    where = facts.pop("edition", None) or edition()
    told = {"name": "Vanlig biljett", **facts}
    return TicketKind.objects.create(region_id=where.region_id, edition=where, quota=quota, **told)


def entry(
    kind: TicketKind, *, name: str = "Åsa Prov", email: str = "asa@example.org", **facts: Any
) -> actions.Entry:
    """A form that somebody has filled in."""
    person = actions.Person(
        name=name,
        email=email,
        organisation=facts.pop("organisation", ""),
        answers=facts.pop("answers", {}),
        sensitive=facts.pop("sensitive", {}),
    )
    return actions.Entry(**{"key": uuid4(), "kind_id": kind.pk, "person": person, "language": "sv", **facts})


def registered(kind: TicketKind, *, now: datetime = NOW, **facts: Any) -> Registration:
    """Somebody who has registered."""
    receipt = actions.register(entry=entry(kind, **facts), now=now)
    return Registration.objects.get(reference=receipt.reference)


def later(**time: float) -> datetime:
    """So much after `NOW`."""
    return NOW + timedelta(**time)
