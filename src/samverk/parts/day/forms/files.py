"""A question that is answered with a file. One that was accepted stays while the rest is put right."""

from dataclasses import dataclass
from pathlib import PurePath
from typing import Any
from uuid import UUID

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from samverk.base.files.presenters.refusals import sentence
from samverk.base.files.rules import documents, pictures
from samverk.base.files.rules.refusal import Refused
from samverk.parts.day.actions.uploads import File
from samverk.parts.day.forms.lines import one_line
from samverk.parts.day.queries import uploads

MOST_MEGABYTES = 5
PICTURES = {"jpg", "jpeg", "png", "webp", "heic", "heif", "avif", "gif"}
TYPES = {"pdf": "application/pdf", "png": "image/png", "jpg": "image/jpeg"}
LONGEST_NAME = 150
KEPT, REMOVED = "-kvar", "-bort"


@dataclass(frozen=True)
class Answer:
    """A file as an answer: new, waiting under its key, or there already."""

    name: str
    file: File | None = None
    token: UUID | None = None


class FileInput(forms.FileInput):
    """A field to choose a file in, with the one that is there already."""

    initial_name = ""

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Any:
        """What was chosen now, what was accepted before, and whether it is to go."""
        return files.get(name), data.get(name + KEPT, ""), bool(data.get(name + REMOVED))

    def value_omitted_from_data(self, data: Any, files: Any, name: str) -> bool:
        """Whether nothing was sent about it."""
        return name not in files and name + KEPT not in data

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:
        """The field, and beneath it the name of the file that is there."""
        chooser = super().render(name, None, attrs, renderer)
        kept, shown = self._there(value)
        if not shown:
            return chooser
        told = format_html('<p class="quiet">{}</p>', _("Vald fil: %(name)s") % {"name": shown})
        if kept:
            hidden = format_html('<input type="hidden" name="{}" value="{}">', name + KEPT, kept)
            return told + hidden + chooser
        if self.is_required:
            return told + chooser
        box = format_html(
            '<div class="choice"><input type="checkbox" class="ds-input" id="{0}" name="{0}">'
            '<label for="{0}">{1}</label></div>',
            name + REMOVED,
            _("Ta bort filen"),
        )
        return told + chooser + box

    def _there(self, value: Any) -> tuple[str, str]:
        """The key and the name of the file that is there."""
        token = value[1] if isinstance(value, tuple) else ""
        name = uploads.waiting_name(token) if token else ""
        return (token, name) if name else ("", self.initial_name)


class FileAnswerField(forms.Field):
    """The answer to a question for a file."""

    widget = FileInput

    def __init__(self, *, question_id: int, **more: Any) -> None:
        super().__init__(**more)
        self.question_id = question_id

    def clean(self, value: Any) -> Answer | None:
        """The file, read and judged.

        :raises ValidationError: with what is wrong with it, or when there is none and there must be.
        """
        upload, token, removed = value if isinstance(value, tuple) else (None, "", False)
        if upload:
            return self._judged(upload)
        if name := uploads.waiting_name(token, question_id=self.question_id) if token else "":
            return Answer(name, token=UUID(token))
        if self.widget.initial_name and not removed:
            return Answer(self.widget.initial_name)
        if self.required:
            raise forms.ValidationError(_("Välj en fil."), code="required")
        return None

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Whether a new file was chosen."""
        return bool(isinstance(data, tuple) and data[0])

    def _judged(self, upload: UploadedFile) -> Answer:
        if (upload.size or 0) > MOST_MEGABYTES * 1024 * 1024:
            raise forms.ValidationError(
                _("Filen är för stor. Den får vara högst %(most)d MB.") % {"most": MOST_MEGABYTES}
            )
        written = one_line(PurePath(upload.name or "").name)
        stem, extension = (
            PurePath(written).stem or _("fil"),
            PurePath(written).suffix.lower().removeprefix("."),
        )
        content = upload.read()
        try:
            if extension == "pdf":
                documents.check(content, "pdf")
                kept = "pdf"
            elif extension in PICTURES:
                picture = pictures.cleaned(content)
                content, kept = picture.content, picture.extension
            else:
                raise forms.ValidationError(
                    _("Vi kan inte ta emot filer av det slaget. Välj en bild (JPG, PNG, WEBP) eller en PDF.")
                )
        except Refused as refusal:
            raise forms.ValidationError(sentence(refusal), code=refusal.reason.value) from refusal
        name = f"{stem[: LONGEST_NAME - 5]}.{kept}"
        return Answer(name, file=File(name, TYPES[kept], content))
