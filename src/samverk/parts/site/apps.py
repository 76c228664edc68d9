from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SiteConfig(AppConfig):
    """The public pages."""

    name = "samverk.parts.site"
    label = "site"

    def ready(self) -> None:
        """Lay the ground when the tables are there, let search find the pages, name what editors do."""
        from samverk.base.audit import registry as history
        from samverk.base.search import registry
        from samverk.parts.site import receivers
        from samverk.parts.site.queries import found
        from samverk.parts.site.registry.history import HISTORY

        receivers.connect()
        history.register(HISTORY)
        registry.source(
            found.SOURCE, found.entries, kinds={found.NEWS: _("Nyheter"), found.PAGES: _("Sidor")}
        )
