"""Choosing comments as an editor does: one filter for the list, for spreadsheets and for many at once."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery

from samverk.base.organisations.models import Role
from samverk.base.region.models import Region
from samverk.parts.feedback.models.answers import Delivery
from samverk.parts.feedback.models.comments import Comment
from samverk.parts.feedback.models.responsibility import Responsibility

EVERY_STATE = "all"
NO_SECTION = 0
ANSWERING_ROLES = (Role.EDITOR, Role.LEAD_EDITOR, Role.ADMINISTRATOR)


@dataclass(frozen=True)
class Wanted:
    """Which comments somebody wants to see."""

    state: str = EVERY_STATE
    mine: bool = False
    failing: bool = False
    section: int | None = None
    kind: str = ""
    path: str = ""
    words: str = ""
    since: date | None = None
    until: date | None = None


def selected(wanted: Wanted, *, user_id: int) -> QuerySet[Comment]:
    """The comments that somebody wants to see. Duplicates stand behind the comment that they point at."""
    here = Subquery(Region.objects.order_by("id").values("pk")[:1])
    found = Comment.objects.filter(region=here, merged_into__isnull=True)
    if wanted.state != EVERY_STATE:
        found = found.filter(state=wanted.state)
    if wanted.mine:
        found = found.filter(on_the_desk_of(user_id))
    if wanted.failing:
        found = found.filter(Exists(not_delivered().filter(answer__comment=OuterRef("pk"))))
    if wanted.section is not None:
        found = found.filter(section=wanted.section or None)
    if wanted.words:
        found = found.filter(_holds(wanted.words))
    exact = {
        "kind": wanted.kind,
        "path": wanted.path,
        "created_at__date__gte": wanted.since,
        "created_at__date__lte": wanted.until,
    }
    return found.filter(**{column: value for column, value in exact.items() if value})


def on_the_desk_of(user_id: int) -> Q:
    """What somebody has taken, and what waits in their parts of the site or where nobody is left."""
    theirs = Responsibility.objects.filter(editors=user_id).values("section_id")
    waits = Q(assigned_to__isnull=True) | Q(assigned_to__is_active=False)
    return Q(assigned_to=user_id) | (waits & (Q(section__in=theirs) | nobodys()))


def nobodys() -> Q:
    """Comments that nobody in particular answers for: no part of the site, or one whose editors have left."""
    staffed = Responsibility.objects.filter(
        editors__is_active=True, editors__affiliations__role__in=ANSWERING_ROLES
    ).values("section_id")
    return Q(section__isnull=True) | ~Q(section__in=staffed)


def not_delivered() -> QuerySet[Delivery]:
    """Letters with answers that the mail server has refused, or that were forgotten before they left."""
    trouble = Q(mail__isnull=True) | Q(mail__state__in=["failing", "failed"])
    return Delivery.objects.filter(trouble, delivered_at__isnull=True)


def to_be_answered() -> QuerySet[Comment]:
    """Senders who left an address and have been sent no answer."""
    answered = Delivery.objects.filter(comment=OuterRef("pk"))
    return Comment.objects.filter(~Q(email=""), ~Exists(answered))


def _holds(words: str) -> Q:
    number = words.removeprefix("#")
    by_number = Q(pk=int(number)) if number.isascii() and number.isdigit() and len(number) < 12 else Q()
    return Q(text__icontains=words) | Q(page_title__icontains=words) | Q(path__icontains=words) | by_number
