"""What Django and Wagtail announce: that the tables are there, that a page has been published."""

from typing import Any

from django.apps import apps
from django.db.models.signals import post_migrate
from wagtail.signals import page_published

from samverk.base.queue.actions import enqueue
from samverk.parts.site.actions import ground


def connect() -> None:
    """Lay the ground after each migration, when `auth` has made the permissions; draw what is published."""
    post_migrate.connect(_lay, sender=apps.get_app_config("auth"), dispatch_uid="site.ground")
    page_published.connect(_draw, dispatch_uid="site.draw_pictures")


def _lay(apps: Any, **_: Any) -> None:
    try:
        apps.get_model("site", "HomePage")
    except LookupError:  # Only some rooms have been migrated so far.
        return
    ground.lay()


def _draw(instance: Any, **_: Any) -> None:
    enqueue("site.draw_pictures", page_id=instance.pk)
