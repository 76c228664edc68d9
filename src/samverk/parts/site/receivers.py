"""What Django announces: that the tables are there."""

from typing import Any

from django.apps import apps
from django.db.models.signals import post_migrate

from samverk.parts.site.actions import ground


def connect() -> None:
    """Lay the ground after each migration, once Django has made the permissions (its last step, in `auth`)."""
    post_migrate.connect(_lay, sender=apps.get_app_config("auth"), dispatch_uid="site.ground")


def _lay(apps: Any, **_: Any) -> None:
    try:
        apps.get_model("site", "HomePage")
    except LookupError:  # Only some rooms have been migrated so far.
        return
    ground.lay()
