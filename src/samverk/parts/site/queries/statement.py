"""The accessibility statement as the law wants it told."""

from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.http import HttpRequest

from samverk.parts.site.models import AccessibilityStatement, ContactPerson, Shortcoming
from samverk.parts.site.models.statement import Reason
from samverk.parts.site.queries.contacts import Contact
from samverk.parts.site.rules import telephone


@dataclass(frozen=True)
class KnownShortcoming:
    """Something that not everybody can use, in the language it is written in."""

    language: str
    what: str
    affects: str
    why: str
    alternative: str
    mended_by: date | None


@dataclass(frozen=True)
class Statement:
    """The facts of the statement; shortcomings by the law's three reasons."""

    publisher: str
    compliance: str
    assessment: str
    assessor: str
    assessed_on: date | None
    published_on: date | None
    updated_on: date | None
    reply_days: int
    contact: Contact | None
    faults: tuple[KnownShortcoming, ...]
    burdens: tuple[KnownShortcoming, ...]
    outside: tuple[KnownShortcoming, ...]

    @property
    def has_shortcomings(self) -> bool:
        return bool(self.faults or self.burdens or self.outside)


def statement(request: HttpRequest, *, language: str) -> Statement:
    """The site's statement, with its shortcomings in `language`, or in the site's own where they lack it."""
    row = AccessibilityStatement.for_request(request)
    written = list(row.shortcomings.order_by("sort_order"))
    chosen = [each for each in written if each.language == language]
    chosen = chosen or [each for each in written if each.language == settings.LANGUAGE_CODE]
    return Statement(
        publisher=row.publisher or row.region.name,
        compliance=row.compliance,
        assessment=row.assessment,
        assessor=row.assessor,
        assessed_on=row.assessed_on,
        published_on=row.published_on,
        updated_on=row.updated_on,
        reply_days=row.reply_days,
        contact=_contact(row.contact.localized if row.contact else None),
        faults=_of(chosen, Reason.FAULT),
        burdens=_of(chosen, Reason.BURDEN),
        outside=_of(chosen, Reason.OUTSIDE),
    )


def reply_days() -> int:
    """Within how many working days a report is answered, as the statement promises. One query."""
    promised = AccessibilityStatement.objects.filter(site__is_default_site=True)
    default = AccessibilityStatement._meta.get_field("reply_days").get_default()
    return int(promised.values_list("reply_days", flat=True).first() or default)


def _of(rows: list[Shortcoming], reason: Reason) -> tuple[KnownShortcoming, ...]:
    return tuple(
        KnownShortcoming(
            language=row.language,
            what=row.what,
            affects=row.affects,
            why=row.why,
            alternative=row.alternative,
            mended_by=row.mended_by,
        )
        for row in rows
        if row.reason == reason
    )


def _contact(person: ContactPerson | None) -> Contact | None:
    if person is None:
        return None
    return Contact(
        name=person.name,
        role=person.role,
        telephone=person.telephone,
        telephone_shown=telephone.show(person.telephone) if person.telephone else "",
        email=person.email,
    )
