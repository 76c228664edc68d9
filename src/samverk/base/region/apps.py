from django.apps import AppConfig


class RegionConfig(AppConfig):
    """The region whose initiative this installation runs."""

    name = "samverk.base.region"
    label = "region"
