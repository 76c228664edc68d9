"""A day to try things on, with plainly invented people."""

from datetime import date, datetime, timedelta
from typing import Any
from uuid import uuid4
from zoneinfo import ZoneInfo

from samverk.base.organisations.models import Organisation, OrganisationKind
from samverk.base.organisations.permissions import OPERATOR
from samverk.base.region.queries import current_region_id
from samverk.parts.day.actions import invoices, sellers
from samverk.parts.day.actions import registration as actions
from samverk.parts.day.models import Edition, Invoice, Registration, Seller, Series, State, TicketKind
from samverk.parts.day.rules.payers import Details

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


def seller(edition: Edition, **facts: Any) -> Seller:
    """The organiser of an edition, able to send invoices."""
    told: dict[str, Any] = {
        "name": "Region Prov",
        "organisation_number": "5555555555",
        "vat_number": "SE555555555501",
        "street": "Provgatan 1",
        "postcode": "97234",
        "city": "Provstad",
        "email": "ekonomi@example.org",
        "bankgiro": "50501055",
        **facts,
    }
    sellers.keep(edition_id=edition.pk, facts=sellers.Facts(**told), by=OPERATOR)
    return Seller.objects.get(organisation_id=edition.series.organiser_id)


def details(**facts: Any) -> Details:
    """Who pays."""
    told = {
        "name": "Återbruket Prov AB",
        "organisation_number": "5566778899",
        "street": "Exempelvägen 2",
        "postcode": "972 34",
        "city": "Provstad",
        "email": "faktura@example.org",
        "reference": "Kim Prov",
    }
    return Details(**{**told, **facts})


def priced(quota: int = 10, *, price: int = 100_000, vat_percent: int = 25, **facts: Any) -> TicketKind:
    """A kind of ticket that costs something, with a seller."""
    made = kind(quota, price=price, vat_percent=vat_percent, **facts)
    if not Seller.objects.filter(organisation_id=made.edition.series.organiser_id).exists():
        seller(made.edition, exempt_note="Undantag enligt provlagen 1 §")
    return made


def billed(kind: TicketKind, *, today: date | None = None, **facts: Any) -> Invoice:
    """An invoice for a group that has registered."""
    leader = registered(kind, payer=facts.pop("payer", None) or details(), **facts)
    key = invoices.issue(leader_id=leader.pk, by=OPERATOR, today=today or NOW.date())
    return Invoice.objects.get(pk=key)
