from django.apps import AppConfig


class FeedbackConfig(AppConfig):
    """What people say about a page, and the answer they get."""

    name = "samverk.parts.feedback"
    label = "feedback"
