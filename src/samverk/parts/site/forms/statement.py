"""Reporting a shortcoming."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

LONGEST = 5000


class ShortcomingReportForm(forms.Form):
    """What does not work, where, and whether the reporter wants an answer. `website` is a trap for robots."""

    text = forms.CharField(
        label=_("Vad fungerar inte?"),
        help_text=_("Berätta vad du ville göra och vad som hände. Skriv inget om din hälsa."),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 6}),
        error_messages={
            "required": _("Skriv vad som inte fungerar."),
            "max_length": _("Texten är för lång. Korta den till högst %(limit_value)d tecken."),
        },
    )
    page = forms.CharField(
        label=_("På vilken sida?"),
        help_text=_("Sidans adress, eller vad den heter."),
        max_length=500,
        required=False,
        error_messages={"max_length": _("Adressen är för lång. Skriv sidans namn i stället.")},
    )
    email = forms.EmailField(
        label=_("Din e-postadress"),
        help_text=_("Bara om du vill ha svar. Vi använder den inte till något annat."),
        required=False,
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        error_messages={"invalid": _("Skriv en hel e-postadress, som namn@exempel.se.")},
    )
    website = forms.CharField(
        label=_("Lämna det här fältet tomt"),
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off", "tabindex": "-1"}),
    )

    def clean_website(self) -> str:
        """Refuse robots, politely: a person's browser may have filled the trap by itself.

        :raises ValidationError: when something stands in it.
        """
        if self.cleaned_data["website"]:
            raise forms.ValidationError(
                _("Det här fältet ska vara tomt. Ta bort det som står där och skicka igen.")
            )
        return ""

    def report(self) -> dict[str, Any]:
        """The cleaned report, without the trap."""
        return {name: self.cleaned_data[name] for name in ("text", "page", "email")}
