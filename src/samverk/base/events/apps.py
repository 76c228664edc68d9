from django.apps import AppConfig


class EventsConfig(AppConfig):
    """What open pages are told of as it happens, by server-sent events."""

    name = "samverk.base.events"
    label = "events"
