"""What somebody writes about a page."""

from typing import Any

from django import forms
from django.core.validators import MaxLengthValidator
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from samverk.base.mail.forms import AddressField
from samverk.base.web.forms import WithTrap
from samverk.parts.feedback.models import Kind
from samverk.parts.feedback.rules import writing

FIELDS = ("text", "email", "page", "title", "kind", "website", "proof", "insisted")


class CommentForm(WithTrap):
    """A comment, or a report of something that not everybody can use."""

    field_order = FIELDS

    text = forms.CharField(
        label=_("Din synpunkt"),
        # said by the server: a browser's own limit would cut what somebody pastes, without a word
        validators=[
            MaxLengthValidator(
                writing.LONGEST, _("Texten har %(show_value)d tecken. Korta den till högst %(limit_value)d.")
            )
        ],
        widget=forms.Textarea(attrs={"rows": 6}),
        error_messages={"required": _("Skriv något först.")},
    )
    email = AddressField(label=_("Din e-postadress"), required=False, without_numbers=True)
    page = forms.CharField(required=False, widget=forms.HiddenInput)
    title = forms.CharField(required=False, widget=forms.HiddenInput)
    kind = forms.ChoiceField(choices=Kind, widget=forms.HiddenInput)
    proof = forms.CharField(required=False, widget=forms.HiddenInput)
    insisted = forms.CharField(required=False, widget=forms.HiddenInput)

    null_in_text = False

    def __init__(self, *given: Any, **more: Any) -> None:
        super().__init__(*given, **more)
        if self.is_report:  # which need not be about the page it was written on
            self.fields["page"].widget = forms.TextInput()

    @classmethod
    def sent(cls, post: QueryDict) -> "CommentForm":
        """The form as it was sent, with the text cleaned; of a very long one, the beginning."""
        given = {name: post.get(name, "") for name in FIELDS}
        raw = given["text"]
        given["text"] = writing.clean(raw)[: writing.KEPT]
        given["title"] = writing.clean(given["title"])[:255]
        given["kind"] = given["kind"] if given["kind"] in set(Kind) else Kind.COMMENT
        form = cls(given, auto_id=AUTO_ID)
        form.null_in_text = writing.holds_null(raw)
        return form

    @property
    def wrote(self) -> str:
        """The text as it stands in the form."""
        return str(self.data.get("text", ""))

    @property
    def is_report(self) -> bool:
        """Whether it is a report of something that not everybody can use."""
        return bool(self["kind"].value() == Kind.SHORTCOMING)

    def with_text(self, text: str) -> "CommentForm":
        """The same form with another text."""
        return type(self)({**self.data, "text": text}, auto_id=AUTO_ID)

    def clean_text(self) -> str:
        """Refuse a text with a character that only machines send.

        :raises ValidationError: when it holds NUL.
        """
        if self.null_in_text:
            raise forms.ValidationError(
                _("Texten innehöll ett tecken som inte kan sparas. Läs den och skicka igen.")
            )
        return str(self.cleaned_data["text"])

    def clean_page(self) -> str:
        """The address of the page, or what somebody calls it."""
        return writing.clean(str(self.cleaned_data["page"]))[: writing.LONGEST_PATH]

    def refuse(self, field: str | None, problem: Any) -> None:
        """Say what is wrong, and nothing else: what the form itself finds comes later."""
        self.full_clean()
        self.errors.clear()
        self.add_error(field, problem)


AUTO_ID = "kommentar-%s"
