from django.apps import AppConfig
from django.core.checks import Tags, register


class WebConfig(AppConfig):
    """What every request passes through, and what operators look at."""

    name = "samverk.base.web"
    label = "web"

    def ready(self) -> None:
        """Take the inline scripts out of the editors' interface, and register what operators must know."""
        from samverk.base.web import checks, declared_calls

        declared_calls.install()
        register(checks.unsafe_settings, Tags.security, deploy=True)
