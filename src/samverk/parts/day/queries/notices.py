"""Letters that organisers send to everybody: to whom, what they say, and how many have been written."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Max, Q

from samverk.parts.day.models import Edition, Notice, NoticeReceipt, Registration, RegistrationState, Speaker
from samverk.parts.day.queries.registration import Day, day_of
from samverk.parts.day.rules.texts import Letter

LIVE = (RegistrationState.CONFIRMED, RegistrationState.OFFERED, RegistrationState.WAITING)


@dataclass(frozen=True)
class Receipt:
    """One who is to get a notice: somebody who is registered, or a speaker."""

    notice_id: int
    registration_id: int | None
    speaker_id: int | None


@dataclass(frozen=True)
class NoticeLine:
    """A notice, with how many of its letters have been written."""

    id: int
    letter: str
    subject: str
    created_at: datetime
    total: int
    sent: int

    @property
    def is_done(self) -> bool:
        """Whether everybody has been written to."""
        return self.sent == self.total


@dataclass(frozen=True)
class NoticeText:
    """What a notice says."""

    edition_id: int
    letter: str
    subject: str
    text: str


@dataclass(frozen=True)
class Told:
    """A speaker who is written to."""

    name: str
    email: str


def day(edition_id: int) -> Day | None:
    """The day that a notice is about."""
    row = Edition.objects.select_related("series").filter(pk=edition_id).first()
    return day_of(row) if row else None


@dataclass(frozen=True)
class Readers:
    """How many a notice would reach."""

    registered: int
    speakers: int


def notices(edition_id: int) -> tuple[NoticeLine, ...]:
    """The notices of an edition, the newest first. One query."""
    rows = Notice.objects.filter(edition=edition_id).annotate(
        total=Count("receipts"), sent=Count("receipts", filter=Q(receipts__sent_at__isnull=False))
    )
    found = rows.order_by("-created_at", "-pk").values_list(
        "pk", "letter", "subject", "created_at", "total", "sent"
    )
    return tuple(NoticeLine(*row) for row in found)


def notice(notice_id: int) -> NoticeText | None:
    """What a notice says."""
    row = Notice.objects.filter(pk=notice_id).first()
    return NoticeText(row.edition_id, row.letter, row.subject, row.text) if row else None


def reference_of(registration_id: int) -> str:
    """The reference of a registration."""
    return str(Registration.objects.values_list("reference", flat=True).get(pk=registration_id))


def speaker(speaker_id: int) -> Told | None:
    """A speaker, to be written to."""
    found = Speaker.objects.filter(pk=speaker_id).exclude(email="").values_list("name", "email").first()
    return Told(*found) if found else None


def readers(edition_id: int) -> Readers:
    """How many a notice would reach now. Two queries."""
    reached = Q(state__in=LIVE) | Q(colleagues__state__in=LIVE, colleagues__email="")
    people = Registration.objects.filter(reached, edition=edition_id).exclude(email="").distinct()
    return Readers(people.count(), Speaker.objects.filter(edition=edition_id).exclude(email="").count())


def are_unaware(edition_id: int) -> bool:
    """Whether those who are registered have not been told of the latest change of day. One query."""
    row = Edition.objects.annotate(told=Max("notices__sequence")).filter(pk=edition_id).first()
    return row is not None and row.sequence > (row.told or 0)


def about_change(edition_id: int) -> str:
    """The letter that tells of the latest change: a new day, or that a cancelled one is on again."""
    latest = Notice.objects.filter(edition=edition_id).order_by("-created_at", "-pk").values_list("letter")
    was_cancelled = latest.first() == (Letter.DAY_CANCELLED,)
    return Letter.ON_AGAIN if was_cancelled else Letter.MOVED


def unsent(notice_id: int) -> int:
    """How many letters of a notice remain to be written."""
    return NoticeReceipt.objects.filter(notice=notice_id, sent_at__isnull=True).count()
