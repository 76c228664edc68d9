"""The ui app."""

from django.apps import AppConfig


class UiConfig(AppConfig):
    """Templates, styles and template tags; no tables."""

    name = "samverk.ui"
    label = "ui"
    verbose_name = "ui"
