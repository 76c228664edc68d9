from django.apps import AppConfig


class DemoConfig(AppConfig):
    """The demonstration region."""

    name = "samverk.demo"
    label = "demo"

    def ready(self) -> None:
        """Keep watch that production starts without invented people."""
        from samverk.demo import checks  # noqa: F401
