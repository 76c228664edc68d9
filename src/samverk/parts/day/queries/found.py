"""What search may find among the Days: the pages that everybody may read, as plain text."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from django.conf import settings
from django.db.models import QuerySet
from django.urls import reverse
from django.utils import translation

from samverk.base.search.registry import Item, Keys
from samverk.parts.day.models import Edition, Session, SessionSpeaker, State

SOURCE = "days"
KIND = "days"


def keys(edition_id: int) -> tuple[str, ...]:
    """The keys of what search holds about an edition."""
    return (str(edition_id),)


def entries(keys: Keys | None) -> Iterator[Item]:
    """The editions with these keys, or all of them, that everybody may read. Three queries."""
    rows = Edition.objects.exclude(state=State.DRAFT).select_related("series")
    if keys is not None:
        rows = rows.filter(pk__in=[key for key in keys if key.isdecimal()])
    editions = list(rows)
    sessions = _sessions(editions)
    names = _names(editions)
    with translation.override(settings.LANGUAGE_CODE):
        yield from [_item(edition, sessions[edition.pk], names[edition.pk]) for edition in editions]


def _item(edition: Edition, sessions: list[Session], names: Iterable[str]) -> Item:
    told = [edition.about, edition.venue_name, edition.venue_address, *(row.description for row in sessions)]
    return Item(
        key=str(edition.pk),
        language=settings.LANGUAGE_CODE,
        title=edition.title,
        url=reverse("day:edition", args=[edition.series.slug, edition.slug]),
        kind=KIND,
        summary=edition.lead,
        headings=" ".join(row.title for row in sessions),
        body=" ".join(text for text in told if text),
        names=" ".join(names),
        trail=(edition.series.name,),
        dated=edition.starts_on,
    )


def _sessions(editions: list[Edition]) -> defaultdict[int, list[Session]]:
    rows: QuerySet[Session] = Session.objects.filter(edition__in=editions, is_draft=False)
    found: defaultdict[int, list[Session]] = defaultdict(list)
    for row in rows:
        found[row.edition_id].append(row)
    return found


def _names(editions: list[Edition]) -> defaultdict[int, list[str]]:
    """Only those who have said yes to being named."""
    rows = SessionSpeaker.objects.filter(
        session__edition__in=editions, session__is_draft=False, speaker__consented_on__isnull=False
    )
    found: defaultdict[int, list[str]] = defaultdict(list)
    for edition_id, *words in rows.values_list(
        "session__edition_id", "speaker__name", "speaker__organisation"
    ).distinct():
        found[edition_id] += words
    return found
