from django.apps import AppConfig


class MailConfig(AppConfig):
    """Outgoing mail, kept until it has left."""

    name = "samverk.base.mail"
    label = "mail"
