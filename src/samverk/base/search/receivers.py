"""What Django announces: that the tables are there."""

from typing import Any

from django.apps import apps
from django.db.models.signals import post_migrate

from samverk.base.search.actions import configuring


def connect() -> None:
    """Set up the reading of Swedish after each migration."""
    post_migrate.connect(_configure, sender=apps.get_app_config("search"), dispatch_uid="search.configure")


def _configure(**_: Any) -> None:
    configuring.configure()
