from django.apps import AppConfig


class SiteConfig(AppConfig):
    """The public pages."""

    name = "samverk.parts.site"
    label = "site"

    def ready(self) -> None:
        """Lay the ground when the tables are there."""
        from samverk.parts.site import receivers

        receivers.connect()
