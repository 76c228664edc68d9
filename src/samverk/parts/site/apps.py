from django.apps import AppConfig


class SiteConfig(AppConfig):
    """The public pages."""

    name = "samverk.parts.site"
    label = "site"
