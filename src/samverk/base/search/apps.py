from django.apps import AppConfig
from django.core.checks import Tags, register


class SearchConfig(AppConfig):
    """Finding what is written on the site, in Swedish as it is inflected and misspelt."""

    name = "samverk.base.search"
    label = "search"

    def ready(self) -> None:
        """Set up the reading of Swedish when the tables are there; tell operators when it is without help."""
        from samverk.base.search import checks, receivers

        receivers.connect()
        register(checks.dictionary_is_there, Tags.security, deploy=True)
