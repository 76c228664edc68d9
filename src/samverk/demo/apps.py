from django.apps import AppConfig


class DemoConfig(AppConfig):
    """The demonstration region."""

    name = "samverk.demo"
    label = "demo"
