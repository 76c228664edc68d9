"""Bringing a page here: the form that takes it."""

from typing import Any, BinaryIO

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from samverk.engine.article import LIMIT, ArticleError, Problem, decoded, read_article
from samverk.parts.site.presenters.imports import sentence

MOST_PIECES = 400


class SourceForm(forms.Form):
    """A page from elsewhere: pasted, or as a file."""

    text = forms.CharField(
        label=_("Sidans text eller HTML"),
        help_text=_("Markera allt på sidan, kopiera och klistra in här."),
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 12}),
    )
    file = forms.FileField(
        label=_("Sparad sida"),
        help_text=_("En HTML-fil eller en textfil, högst 5 MB."),
        required=False,
        allow_empty_file=True,
        widget=forms.FileInput(attrs={"accept": ".html,.htm,.txt,text/html,text/plain"}),
    )

    def clean(self) -> dict[str, Any]:
        """Read the page, so that what is wrong with it is told at once, on the field that it came in."""
        cleaned = super().clean() or {}
        text, file = cleaned.get("text", ""), cleaned.get("file")
        if file and text.strip():
            self.add_error("file", _("Klistra in text eller välj en fil, inte båda."))
        elif file:
            self._read(file, "file", file.name or "")
        else:
            self._read(text, "text", "")
        return cleaned

    def source(self) -> dict[str, str]:
        """The page as text, and the name of its file."""
        return {"source": self.cleaned_data["source"], "name": self.cleaned_data["name"]}

    def refuse_for_size(self) -> None:
        """Say that what was sent was too large to be read at all."""
        self.add_error("text", sentence(ArticleError(Problem.TOO_LARGE, limit=str(LIMIT // 1024 // 1024))))

    def _read(self, source: str | UploadedFile, field: str, name: str) -> None:
        try:
            text = decoded(_stream(source))
            article = read_article(text, name=name)
        except ArticleError as problem:
            self.add_error(field, sentence(problem))
            return
        if len(article.body) + len(article.left_out) > MOST_PIECES:
            self.add_error(field, _("Sidan är för lång för att rättas här. Dela upp den i flera."))
        self.cleaned_data |= {"source": text, "name": name}


def _stream(source: str | UploadedFile) -> str | BinaryIO:
    if isinstance(source, str):
        return source
    source.seek(0)
    return source.file  # type: ignore[return-value]
