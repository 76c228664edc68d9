"""What a certificate of attendance says: who came to which edition, and what of it the doors have seen."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta

from django.conf import settings
from django.db.models import QuerySet

from samverk.parts.day.models import Passage, Registration, RegistrationState, Session
from samverk.parts.day.queries.checkin import AttendedSession
from samverk.parts.day.rules import certificates as rules

IN_A_FILE = 200


@dataclass(frozen=True)
class Occasion:
    """The edition that somebody attended."""

    id: int
    title: str
    slug: str
    starts_on: date
    ends_on: date
    place: str
    organiser: str


@dataclass(frozen=True)
class Certificate:
    """What is certified. Without a check-in to sessions, none are named and no hours are counted."""

    registration_id: int
    name: str
    occasion: Occasion
    sessions: tuple[AttendedSession, ...]

    @property
    def hours(self) -> timedelta:
        """How long the sessions were together."""
        return sum((one.ends_at - one.starts_at for one in self.sessions), timedelta())

    @property
    def code(self) -> str:
        """What anybody can check it by."""
        return rules.make(settings.SECRET_KEY, self.registration_id, self.name)


def certificate(registration_id: int) -> Certificate | None:
    """The certificate of one person; None for whoever no door has seen, or has no name yet. Three queries."""
    return next(iter(_certificates(Registration.objects.filter(pk=registration_id))), None)


def certificates(edition_id: int, *, part: int = 1) -> tuple[Certificate, ...]:
    """Those of everybody who came, by name; of very many, one part of them. Three queries."""
    rows = Registration.objects.filter(edition=edition_id)
    return _certificates(rows, first=(part - 1) * IN_A_FILE)


def how_many(edition_id: int) -> int:
    """How many came, and have a name."""
    return _came(Registration.objects.filter(edition=edition_id)).count()


@dataclass(frozen=True)
class Checked:
    """What a code leads to. The certificate is there as long as we know the name that it was made for."""

    certificate: Certificate | None
    occasion: Occasion
    name: str


def check(code: str, *, name: str = "") -> Checked | None:
    """What we know of a certificate by its code; None when we have not made it.

    Once the name is forgotten here, it has to be given as it stands on the paper.
    """
    said = rules.read(code)
    row = _with_edition(Registration.objects.filter(pk=said.registration_id)).first() if said else None
    if said is None or row is None:
        return None
    known = row.name or name
    if not known or not rules.is_of(settings.SECRET_KEY, said, known):
        return None
    return Checked(certificate(row.pk) if row.name else None, _occasion(row), known)


def is_forgotten(code: str) -> bool:
    """Whether a code leads to somebody whose name is no longer kept here."""
    said = rules.read(code)
    return said is not None and Registration.objects.filter(pk=said.registration_id, name="").exists()


def _certificates(rows: QuerySet[Registration], *, first: int = 0) -> tuple[Certificate, ...]:
    if first < 0:
        return ()
    people = list(_with_edition(_came(rows)).order_by("name", "pk")[first : first + IN_A_FILE])
    if not people:
        return ()
    places = Passage.objects.live().filter(registration__in=[row.pk for row in people], session__isnull=False)
    attended: defaultdict[int, set[int]] = defaultdict(set)
    for registration_id, session_id in places.values_list("registration_id", "session_id"):
        attended[registration_id or 0].add(session_id or 0)
    keys = {key for chosen in attended.values() for key in chosen}
    sessions = Session.objects.filter(pk__in=keys).order_by("starts_at", "pk")
    told = [AttendedSession(one.pk, one.title, one.starts_at, one.ends_at) for one in sessions]
    return tuple(
        Certificate(
            row.pk, row.name, _occasion(row), tuple(one for one in told if one.id in attended[row.pk])
        )
        for row in people
    )


def _came(rows: QuerySet[Registration]) -> QuerySet[Registration]:
    seen = Passage.objects.live().values("registration_id")
    return rows.filter(state=RegistrationState.CONFIRMED, pk__in=seen).exclude(name="")


def _with_edition(rows: QuerySet[Registration]) -> QuerySet[Registration]:
    return rows.select_related("edition__series__organiser")


def _occasion(row: Registration) -> Occasion:
    edition = row.edition
    return Occasion(
        id=edition.pk,
        title=edition.title,
        slug=edition.slug,
        starts_on=edition.starts_on,
        ends_on=edition.ends_on,
        place=edition.venue_name,
        organiser=edition.organiser or edition.series.organiser.name,
    )
