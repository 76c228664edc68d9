from django.apps import AppConfig


class AuditConfig(AppConfig):
    """Who did what, when: a log that only grows."""

    name = "samverk.base.audit"
    label = "audit"
