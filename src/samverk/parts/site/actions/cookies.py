"""Recording what visitors answer about cookies, counting visits that may be counted, forgetting both."""

from datetime import date, datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.db.models import F

from samverk.base.region.queries import current_region_id
from samverk.parts.site.models import CookieAnswer, CookieText, PageDay
from samverk.parts.site.rules.cookies import Answer

ANSWERS_KEPT = timedelta(days=396)
COUNTS_KEPT = timedelta(days=730)


@transaction.atomic
def record_answer(
    *, key: UUID, answer: Answer, version: str, text: str, language: str, now: datetime
) -> None:
    """Write down a yes or a no, with the words it answered. A change of mind is another row."""
    region = current_region_id()
    words, _ = CookieText.objects.get_or_create(region_id=region, version=version, defaults={"text": text})
    CookieAnswer.objects.create(
        region_id=region, key=key, answer=answer, text=words, language=language, answered_at=now
    )


@transaction.atomic
def count_view(*, page_id: int, begins_visit: bool, today: date) -> None:
    """Add a view of a page to the day's count, and a visit when it is the visitor's first page that day."""
    row, _ = PageDay.objects.get_or_create(region_id=current_region_id(), page_id=page_id, day=today)
    PageDay.objects.filter(pk=row.pk).update(views=F("views") + 1, visits=F("visits") + int(begins_visit))


def forget_old(*, now: datetime) -> None:
    """Remove answers after thirteen months, words that no answer needs, and counts after two years."""
    CookieAnswer.objects.filter(answered_at__lt=now - ANSWERS_KEPT).delete()
    CookieText.objects.filter(cookieanswer__isnull=True).delete()
    PageDay.objects.filter(day__lt=(now - COUNTS_KEPT).date()).delete()
