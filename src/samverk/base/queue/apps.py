from django.apps import AppConfig


class QueueConfig(AppConfig):
    """Background work, in the same transaction as the data."""

    name = "samverk.base.queue"
    label = "queue"
