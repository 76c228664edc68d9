from django.apps import AppConfig


class SearchConfig(AppConfig):
    """Finding what is written on the site, in Swedish as it is inflected and misspelt."""

    name = "samverk.base.search"
    label = "search"
