"""Uploads in the editors' interface: read by their content, politely refused, pictures drawn anew."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import PurePath
from typing import Any

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _
from wagtail.documents.forms import BaseDocumentForm
from wagtail.images.forms import BaseImageForm
from wagtailmedia.forms import BaseMediaForm

from samverk.base.files.presenters.refusals import sentence
from samverk.base.files.rules import captions, documents, films, pictures
from samverk.base.files.rules.refusal import Refused

MAX_FILM_BYTES = 500 * 1024 * 1024
MAX_CAPTIONS_BYTES = 1024 * 1024


class PictureForm(BaseImageForm):
    """A picture, drawn anew so that it carries nothing but itself."""

    def clean_file(self) -> Any:
        return _redrawn(self.cleaned_data["file"])


class FileForm(BaseDocumentForm):
    """A document, of the kind that its name says."""

    def clean_file(self) -> Any:
        upload = self.cleaned_data["file"]
        if isinstance(upload, UploadedFile):
            with _explained():
                documents.check(_content(upload), _extension(upload.name))
        return upload


class FilmForm(BaseMediaForm):
    """A film with its captions. The title follows the file's name until somebody writes another."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["thumbnail"].label, self.fields["duration"].label = _("Stillbild"), _("Längd i sekunder")
        self.fields["file"].widget.attrs |= {
            "data-controller": "w-sync",
            "data-action": "input->w-sync#apply",
            "data-w-sync-bubbles-param": "true",
            "data-w-sync-normalize-value": "true",
            "data-w-sync-target-value": f"#{self['title'].id_for_label}",
        }

    def clean_file(self) -> Any:
        upload = self.cleaned_data["file"]
        if isinstance(upload, UploadedFile):
            if self.instance.type != "video":
                raise ValidationError(_("Ljudfiler går inte att ladda upp. Ladda upp en film."))
            _within(upload, MAX_FILM_BYTES)
            with _explained():
                films.check(_content(upload, 1024), _extension(upload.name))
        return upload

    def clean_captions(self) -> Any:
        upload = self.cleaned_data["captions"]
        if isinstance(upload, UploadedFile):
            _within(upload, MAX_CAPTIONS_BYTES)
            with _explained():
                captions.cues(_content(upload))
            upload.name = f"{PurePath(upload.name or '').stem}.vtt"
        return upload

    def clean_thumbnail(self) -> Any:
        return _redrawn(self.cleaned_data["thumbnail"])


@contextmanager
def _explained() -> Iterator[None]:
    try:
        yield
    except Refused as refusal:
        raise ValidationError(sentence(refusal), code=refusal.reason.value) from refusal


def _redrawn(upload: Any) -> Any:
    if not isinstance(upload, UploadedFile):
        return upload
    with _explained():
        picture = pictures.cleaned(_content(upload))
    return ContentFile(picture.content, name=f"{PurePath(upload.name or '').stem}.{picture.extension}")


def _within(upload: UploadedFile, most: int) -> None:
    if (upload.size or 0) > most:
        raise ValidationError(_("Filen är för stor, högst %(most)d MB.") % {"most": most // 1024 // 1024})


def _content(upload: UploadedFile, most: int | None = None) -> bytes:
    upload.seek(0)
    content = upload.read(most) if most else upload.read()
    upload.seek(0)
    return content


def _extension(name: str | None) -> str:
    return PurePath(name or "").suffix.lower().removeprefix(".")
