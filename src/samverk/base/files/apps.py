from django.apps import AppConfig


class FilesConfig(AppConfig):
    """Pictures, documents and films, checked by their content."""

    name = "samverk.base.files"
    label = "files"
