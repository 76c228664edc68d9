from django.apps import AppConfig


class WebConfig(AppConfig):
    """What every request passes through, and what operators look at."""

    name = "samverk.base.web"
    label = "web"
