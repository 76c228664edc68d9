"""The days that come back, and each time that they take place."""

from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.db.models import Q, QuerySet

from samverk.parts.day.models import Edition, Series, State
from samverk.parts.site.rules.addresses import address


@dataclass(frozen=True)
class EditionLine:
    """An edition in a list."""

    id: int
    title: str
    slug: str
    series_id: int
    series: str
    series_slug: str
    starts_on: date
    ends_on: date
    state: str
    lead: str
    place: str

    def is_over(self, today: date) -> bool:
        """Whether its last day has passed."""
        return self.ends_on < today


@dataclass(frozen=True)
class SeriesLine:
    """A day that comes back, with its editions, the newest first."""

    id: int
    name: str
    slug: str
    purpose: str
    organiser_id: int
    organiser: str
    editions: tuple[EditionLine, ...]


@dataclass(frozen=True)
class Access:
    """How accessible the venue is. What is not there is not promised."""

    step_free: bool
    hearing_loop: bool
    interpreting: bool
    quiet_room: bool
    notes: str


@dataclass(frozen=True)
class Contact:
    """Whom to ask about the day."""

    name: str
    email: str
    telephone: str


@dataclass(frozen=True)
class EditionFacts:
    """Everything that an edition says of itself."""

    line: EditionLine
    purpose: str
    organiser: str
    about: str
    venue_name: str
    venue_address: str
    directions: str
    map_url: str
    access: Access
    contact: Contact
    capacity: int | None
    cost: int | None
    copied_from_id: int | None
    followup_id: int | None
    followup_url: str
    own_organiser: str = ""
    sequence: int = 0


def shelf() -> tuple[SeriesLine, ...]:
    """Every series with all its editions, for organisers. Two queries."""
    return _series(Series.objects.all(), Edition.objects.all())


def series(series_id: int) -> SeriesLine | None:
    """A series with all its editions, for organisers."""
    lines = _series(Series.objects.filter(pk=series_id), Edition.objects.filter(series=series_id))
    return next(iter(lines), None)


def public_series(slug: str) -> SeriesLine | None:
    """A series with the editions that visitors may see."""
    editions = Edition.objects.filter(_public(), series__slug=slug)
    return next(iter(_series(Series.objects.filter(slug=slug), editions)), None)


def public_editions() -> tuple[EditionLine, ...]:
    """All editions that visitors may see, the newest first."""
    return tuple(_line(edition) for edition in _with_series(Edition.objects.filter(_public())))


def edition(edition_id: int) -> EditionFacts | None:
    """What an edition says of itself, whatever its state."""
    return _facts(Edition.objects.filter(pk=edition_id))


def public_edition(*, series: str, edition: str) -> EditionFacts | None:
    """What an edition says of itself, when visitors may see it."""
    return _facts(Edition.objects.filter(_public(), series__slug=series, slug=edition))


def _public() -> Q:
    return ~Q(state=State.DRAFT)


def _with_series(editions: QuerySet[Edition]) -> QuerySet[Edition]:
    return editions.select_related("series").order_by("-starts_on", "pk")


def _series(rows: QuerySet[Series], editions: QuerySet[Edition]) -> tuple[SeriesLine, ...]:
    lines = [_line(edition) for edition in _with_series(editions)]
    return tuple(
        SeriesLine(
            id=row.pk,
            name=row.name,
            slug=row.slug,
            purpose=row.purpose,
            organiser_id=row.organiser_id,
            organiser=row.organiser.name,
            editions=tuple(line for line in lines if line.series_id == row.pk),
        )
        for row in rows.select_related("organiser")
    )


def _line(row: Edition) -> EditionLine:
    return EditionLine(
        id=row.pk,
        title=row.title,
        slug=row.slug,
        series_id=row.series_id,
        series=row.series.name,
        series_slug=row.series.slug,
        starts_on=row.starts_on,
        ends_on=row.ends_on,
        state=row.state,
        lead=row.lead,
        place=row.venue_name,
    )


def _facts(rows: QuerySet[Edition]) -> EditionFacts | None:
    row = rows.select_related("series__organiser", "followup__locale").first()
    if row is None:
        return None
    return EditionFacts(
        line=_line(row),
        purpose=row.series.purpose,
        organiser=row.organiser or row.series.organiser.name,
        own_organiser=row.organiser,
        sequence=row.sequence,
        about=row.about,
        venue_name=row.venue_name,
        venue_address=row.venue_address,
        directions=row.directions,
        map_url=row.map_url,
        access=Access(
            row.step_free, row.hearing_loop, row.interpreting, row.quiet_room, notes=row.access_notes
        ),
        contact=Contact(row.contact_name, row.contact_email, row.contact_telephone),
        capacity=row.capacity,
        cost=row.cost,
        copied_from_id=row.copied_from_id,
        followup_id=row.followup_id,
        followup_url=_followup_url(row),
    )


def _followup_url(row: Edition) -> str:
    """The address of the article about how the day was, once it is published."""
    page = row.followup
    if page is None or not page.live:
        return ""
    return address(
        url_path=page.url_path,
        language=page.locale.language_code,
        default_language=settings.LANGUAGE_CODE,
    )
