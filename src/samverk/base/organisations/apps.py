from django.apps import AppConfig


class OrganisationsConfig(AppConfig):
    """Organisations, and who does what in them."""

    name = "samverk.base.organisations"
    label = "organisations"
