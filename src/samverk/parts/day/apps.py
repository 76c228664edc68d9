from django.apps import AppConfig


class DayConfig(AppConfig):
    """The day that comes back: programme, registration, the day itself, and what people thought."""

    name = "samverk.parts.day"
    label = "day"
