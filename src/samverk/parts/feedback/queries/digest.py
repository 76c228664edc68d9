"""What waits for an editor, for the letter about the inbox."""

from dataclasses import dataclass
from datetime import date, datetime

from django.contrib.auth import get_user_model
from django.db.models import Count, Min, Q

from samverk.base.organisations.models import Role
from samverk.parts.feedback.models import Comment, DigestChoice, Frequency, Kind, State
from samverk.parts.feedback.models.selection import ANSWERING_ROLES, not_delivered, on_the_desk_of
from samverk.parts.feedback.rules.digest import is_due
from samverk.parts.feedback.rules.handling import OPEN


@dataclass(frozen=True)
class Receiver:
    """Somebody who is to get a letter today."""

    id: int
    email: str
    language: str
    frequency: str


@dataclass(frozen=True)
class Desk:
    """How much waits for somebody."""

    new: int
    assigned: int
    held: int
    shortcomings: int
    failing: int
    oldest: datetime | None

    @property
    def is_empty(self) -> bool:
        return not (self.new or self.assigned or self.held or self.failing)


def choice(*, user_id: int) -> str:
    """How often somebody gets the letter. One query."""
    chosen = DigestChoice.objects.filter(user_id=user_id).values_list("frequency", flat=True).first()
    return chosen or Frequency.DAILY


def receivers(*, today: date) -> tuple[Receiver, ...]:
    """Those whose letter is due: editors unless they have said no, administrators if they have asked for it.

    Two queries.
    """
    choices = {row.user_id: row for row in DigestChoice.objects.all()}
    people = get_user_model().objects.filter(is_active=True, affiliations__role__in=ANSWERING_ROLES)
    found = []
    for person in people.filter(_edits() | Q(pk__in=choices)).distinct().order_by("pk"):
        chosen = choices.get(person.pk)
        frequency = chosen.frequency if chosen else Frequency.DAILY
        if is_due(frequency=frequency, today=today, last=chosen.last_sent_on if chosen else None):
            found.append(Receiver(person.pk, person.email, person.language, frequency))
    return tuple(found)


def desk(*, user_id: int) -> Desk:
    """What waits for one person. Two queries."""
    theirs = Comment.objects.filter(on_the_desk_of(user_id), merged_into__isnull=True)
    waits = Q(state__in=OPEN)
    counted = theirs.aggregate(
        new=Count("pk", filter=Q(state=State.NEW)),
        assigned=Count("pk", filter=Q(state=State.ASSIGNED)),
        held=Count("pk", filter=Q(state=State.HELD)),
        shortcomings=Count("pk", filter=waits & Q(kind=Kind.SHORTCOMING)),
        oldest=Min("created_at", filter=waits),
    )
    theirs_or_nobodys = Q(answer__answered_by=user_id) | Q(answer__answered_by__isnull=True)
    left = Q(answer__answered_by__is_active=False)
    return Desk(**counted, failing=not_delivered().filter(theirs_or_nobodys | left).count())


def _edits() -> Q:
    return Q(affiliations__role__in=[Role.EDITOR, Role.LEAD_EDITOR])
