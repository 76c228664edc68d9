"""Who is to get the invoice."""

import re
from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from stdnum import ean

from samverk.base.mail.forms import AddressField
from samverk.engine.language import mask
from samverk.parts.day.forms.lines import TOO_LONG, one_line
from samverk.parts.day.rules import payers
from samverk.parts.day.rules.payers import Details, Wrong, WrongNumber

PEPPOL = re.compile(r"\d{4}:[A-Za-z0-9.\-]{1,40}")
WRONG_NUMBER = {
    Wrong.DIGITS: _("Ett organisationsnummer har tio siffror. Skriv dem alla, eller lämna fältet tomt."),
    Wrong.CHECK: _("Organisationsnumret stämmer inte: någon siffra är fel. Jämför med registreringsbeviset."),
    Wrong.PERSON: _(
        "Det här ser ut som ett personnummer, och sådana sparar vi aldrig. Privatperson eller enskild "
        "firma: lämna fältet tomt."
    ),
}
PREFIX = "payer_"


def line(
    label: Any, longest: int, *, hint: Any = "", missing: Any = "", autofill: str = "off"
) -> forms.CharField:
    """A field for a text on one line; `missing` says what to do when it must be filled in."""
    return forms.CharField(
        label=label,
        help_text=hint,
        max_length=longest,
        required=bool(missing),
        widget=forms.TextInput(attrs={"autocomplete": autofill}),
        error_messages={"required": missing, "max_length": TOO_LONG},
    )


class WithPayer(forms.Form):
    """A form that also asks who is to get the invoice."""

    payer_name = line(
        _("Organisation på fakturan"),
        150,
        hint=_("Privatperson: skriv ditt namn."),
        missing=_("Skriv vem fakturan ska ställas till."),
        autofill="organization",
    )
    payer_organisation_number = line(
        _("Organisationsnummer"),
        30,
        hint=_("Tio siffror. Privatperson eller enskild firma: lämna tomt."),
    )
    payer_street = line(
        _("Fakturaadress"), 150, missing=_("Skriv gata eller box."), autofill="billing street-address"
    )
    payer_postcode = line(_("Postnummer"), 10, missing=_("Skriv postnumret."), autofill="billing postal-code")
    payer_city = line(_("Ort"), 80, missing=_("Skriv orten."), autofill="billing address-level2")
    payer_email = AddressField(
        label=_("E-postadress för fakturan"), help_text=_("Hit skickar vi fakturan som PDF.")
    )
    payer_reference = line(_("Er referens"), 80, hint=_("Namn eller kod som ni vill ha på fakturan."))
    payer_order_number = line(_("Beställningsnummer"), 50)
    payer_electronic_address = line(
        _("Peppol-ID eller GLN"), 50, hint=_("Om ni vill att arrangören skickar en e-faktura.")
    )

    payer_applies = True

    @property
    def payer_fields(self) -> list[forms.BoundField]:
        """The fields about the payer, in order."""
        return [self[name] for name in self.fields if name.startswith(PREFIX)]

    def clean_payer_organisation_number(self) -> str:
        """Its ten digits.

        :raises ValidationError: when it is none.
        """
        written = str(self.cleaned_data["payer_organisation_number"]).strip()
        try:
            return payers.organisation_number(written) if written else ""
        except WrongNumber as problem:
            raise forms.ValidationError(WRONG_NUMBER[problem.why], code=problem.why.value) from problem

    def clean_payer_electronic_address(self) -> str:
        """A Peppol-ID, or a GLN with a right check digit.

        :raises ValidationError: when it is neither.
        """
        written = str(self.cleaned_data["payer_electronic_address"]).replace(" ", "")
        if written and not (PEPPOL.fullmatch(written) or (len(written) == 13 and ean.is_valid(written))):
            raise forms.ValidationError(
                gettext("Skriv ett GLN med 13 siffror eller ett Peppol-ID som 0007:5555555555.")
            )
        return written

    def clean(self) -> dict[str, Any]:
        """Texts on one line, and no personal identity numbers in them. Nothing matters when nothing costs."""
        given = super().clean() or self.cleaned_data
        if not self.payer_applies:
            for name in [name for name in self.errors if name.startswith(PREFIX)]:
                del self.errors[name]
            return given
        for name in [name for name in given if name.startswith(PREFIX) and name != "payer_email"]:
            given[name] = one_line(str(given[name]))
            if name != "payer_organisation_number" and mask(given[name]).count:
                self.add_error(name, gettext("Ta bort personnumret. Sådana sparar vi aldrig."))
        return given

    def details(self) -> Details:
        """Who pays."""
        told = self.cleaned_data
        return Details(**{name: told[f"{PREFIX}{name}"] for name in Details.__dataclass_fields__})


class PayerForm(WithPayer):
    """Who pays, to be written or changed afterwards."""

    def __init__(self, data: Any = None, *, details: Details | None = None) -> None:
        told: Mapping[str, Any] = vars(details) if details else {}
        super().__init__(data, initial={f"{PREFIX}{name}": value for name, value in told.items()})
