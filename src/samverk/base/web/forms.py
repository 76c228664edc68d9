"""What forms that everybody may send have in common."""

from django import forms
from django.utils.translation import gettext_lazy as _


class WithTrap(forms.Form):
    """A form with a field that only machines see, `website`. A form that has it draws it as a trap."""

    website = forms.CharField(
        label=_("Lämna det här fältet tomt"),
        required=False,
        widget=forms.TextInput(
            attrs={"autocomplete": "off", "tabindex": "-1", "data-1p-ignore": "", "data-lpignore": "true"}
        ),
    )

    def clean_website(self) -> str:
        """Refuse machines, politely: a person's browser may have filled the trap by itself.

        :raises ValidationError: when something stands in it.
        """
        if self.cleaned_data["website"]:
            raise forms.ValidationError(
                _("Det här fältet ska vara tomt. Ta bort det som står där och skicka igen.")
            )
        return ""
