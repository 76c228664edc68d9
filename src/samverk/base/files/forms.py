"""Uploads, read by their content and politely refused."""

from wagtail.documents.forms import BaseDocumentForm
from wagtail.images.forms import BaseImageForm
from wagtailmedia.forms import BaseMediaForm


class PictureForm(BaseImageForm):
    pass


class FileForm(BaseDocumentForm):
    pass


class FilmForm(BaseMediaForm):
    pass
