"""What somebody fills in so that letters reach them."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samverk.base.mail import rules
from samverk.engine.language import mask


class AddressField(forms.CharField):
    """An e-mail address, checked by what letters can be sent to. Its value is the bare address."""

    widget = forms.EmailInput(attrs={"autocomplete": "email"})
    default_error_messages = {
        "required": _("Skriv e-postadressen."),
        "max_length": _("Adressen är för lång."),
        "number": _("Adressen innehåller ett personnummer. Skriv en annan adress."),
        "invalid": _("Skriv en hel e-postadress, som namn@exempel.se."),
    }

    def __init__(self, *, without_numbers: bool = False, **more: Any) -> None:
        """`without_numbers` refuses an address that holds somebody's personal identity number."""
        super().__init__(**{"label": _("E-postadress"), "max_length": 254, **more})
        self.without_numbers = without_numbers

    def clean(self, value: Any) -> str:
        """The bare address; nothing when none was needed.

        :raises ValidationError: when it is none, or could become another header of the letter.
        """
        given = str(super().clean(value))
        if self.without_numbers and mask(given).count:
            raise forms.ValidationError(self.error_messages["number"], code="number")
        try:
            return rules.address(given) if given else ""
        except rules.InvalidAddress as problem:
            raise forms.ValidationError(self.error_messages["invalid"], code="invalid") from problem
