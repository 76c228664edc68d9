"""What organisers write in letters: their own words in each, and letters to everybody."""

from typing import Any
from uuid import uuid4

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from samverk.parts.day.actions.notices import Message
from samverk.parts.day.queries.texts import Words
from samverk.parts.day.rules import texts as rules
from samverk.parts.day.rules.texts import Letter

LONGEST_TEXT = 5_000


def named_fields() -> str:
    """The fields that are filled in, in a row."""
    return ", ".join(f"{{{name}}}" for name in rules.FIELDS)


class WordsForm(forms.Form):
    """The subject and the free text of a letter."""

    subject = forms.CharField(
        label=_("Ämne"), max_length=150, error_messages={"required": _("Skriv ett ämne.")}
    )
    text = forms.CharField(
        label=_("Text"),
        required=False,
        max_length=LONGEST_TEXT,
        widget=forms.Textarea(attrs={"rows": 9}),
        help_text=_("En tom rad ger ett nytt stycke. Dag, plats och länk läggs alltid till under texten."),
        error_messages={"max_length": _("Texten är för lång. Korta den till högst %(limit_value)d tecken.")},
    )

    def clean_subject(self) -> str:
        """The subject on one line, with fields that exist."""
        return self._known(" ".join(str(self.cleaned_data["subject"]).split()))

    def clean_text(self) -> str:
        """The text, with fields that exist."""
        return self._known(str(self.cleaned_data["text"]).replace("\r\n", "\n").strip())

    def words(self) -> Words:
        """What was written."""
        return Words(self.cleaned_data["subject"], self.cleaned_data["text"])

    @staticmethod
    def _known(text: str) -> str:
        """Refuse a field that we cannot fill in.

        :raises ValidationError: which names it, and those that there are.
        """
        if wrong := rules.unknown_fields(text):
            told = gettext("Fältet %(wrong)s finns inte. De som finns är %(fields)s.")
            raise forms.ValidationError(told % {"wrong": ", ".join(wrong), "fields": named_fields()})
        if rules.has_loose_brace(text):
            told = gettext("En klammer saknar sin andra halva. Skriv fält som %(fields)s.")
            raise forms.ValidationError(told % {"fields": named_fields()})
        return text


class NoticeForm(WordsForm):
    """A letter to everybody. `key` tells when the same form is sent again."""

    key = forms.UUIDField(widget=forms.HiddenInput, required=False)

    def __init__(self, data: Any = None, *, words: Words) -> None:
        first = {"subject": words.subject, "text": words.text, "key": uuid4()}
        super().__init__(data, initial=first)

    def message(self, letter: Letter) -> Message:
        """What was written."""
        given = self.cleaned_data
        key = given["key"] or uuid4()
        return Message(key=key, letter=letter, subject=given["subject"], text=given["text"])
