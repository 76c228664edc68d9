"""What Django and Wagtail announce: that the tables are there, that a page has been published."""

from typing import Any

from django.apps import apps
from django.db.models.signals import post_delete, post_migrate, post_save
from wagtail.models import Page, PageViewRestriction
from wagtail.signals import page_published, page_slug_changed, page_unpublished, post_page_move

from samverk.base.queue.actions import enqueue
from samverk.parts.site.actions import ground
from samverk.parts.site.models import ContactPerson, PageContact


def connect() -> None:
    """Lay the ground after each migration, when `auth` has made the permissions; draw what is published."""
    post_migrate.connect(_lay, sender=apps.get_app_config("auth"), dispatch_uid="site.ground")
    page_published.connect(_draw, dispatch_uid="site.draw_pictures")
    _connect_search()


def _connect_search() -> None:
    """Whatever changes what everybody may read of a page has search read it again."""
    for change in (page_published, page_unpublished, page_slug_changed, post_page_move):
        change.connect(_index, dispatch_uid="site.index_page")
    post_delete.connect(_index, sender=Page, dispatch_uid="site.index_page")
    for change in (post_save, post_delete):
        change.connect(_index_page_of, sender=PageViewRestriction, dispatch_uid="site.index_restricted")
    post_delete.connect(_index_page_of, sender=PageContact, dispatch_uid="site.index_contact")
    post_save.connect(_index_contact, sender=ContactPerson, dispatch_uid="site.index_contact")


def _lay(apps: Any, **_: Any) -> None:
    try:
        apps.get_model("site", "HomePage")
    except LookupError:  # Only some rooms have been migrated so far.
        return
    ground.lay()


def _draw(instance: Any, **_: Any) -> None:
    enqueue("site.draw_pictures", page_id=instance.pk)


def _index(instance: Any, **_: Any) -> None:
    enqueue("site.index_page", page_id=instance.pk)


def _index_page_of(instance: Any, **_: Any) -> None:
    enqueue("site.index_page", page_id=instance.page_id)


def _index_contact(instance: Any, created: bool, **_: Any) -> None:
    if not created:
        enqueue("site.index_contact", person_id=instance.pk)
