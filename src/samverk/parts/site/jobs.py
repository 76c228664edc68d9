"""What the public pages do in the background."""

from django.conf import settings
from django.utils import timezone

from samverk.base.queue.registry import job
from samverk.parts.site.actions import cookies, finding, imports, pages


@job("site.forget_old", every="23 2 * * *")
def forget_old(**_: object) -> None:
    now = timezone.now()
    cookies.forget_old(now=now)
    imports.forget_old(now=now, days=settings.IMPORT_DAYS)


@job("site.publish_scheduled", every="* * * * *", attempts=1)
def publish_scheduled(**_: object) -> None:
    pages.publish_scheduled()


@job("site.draw_pictures")
def draw_pictures(page_id: int, **_: object) -> None:
    pages.draw_pictures(page_id=page_id)


@job("site.index_page")
def index_page(page_id: int, **_: object) -> None:
    finding.index_page(page_id=page_id, now=timezone.now())


@job("site.index_contact")
def index_contact(person_id: int, **_: object) -> None:
    finding.index_contact(person_id=person_id, now=timezone.now())
