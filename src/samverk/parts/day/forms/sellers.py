"""Who sends the invoices, where the sales are booked, and what goes in a file for the accounting program."""

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms
from django.utils.dates import MONTHS
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from stdnum.exceptions import ValidationError as WrongVat
from stdnum.se import postnummer, vat

from samverk.base.mail.forms import AddressField
from samverk.parts.day.actions.sellers import Facts
from samverk.parts.day.forms.payers import WRONG_NUMBER, line
from samverk.parts.day.queries.ledger import Books, SellerFacts
from samverk.parts.day.rules import payers
from samverk.parts.day.rules.ledger import BAS, financial_year
from samverk.parts.day.rules.payers import Wrong, WrongNumber

ACCOUNT = re.compile(r"\d{4}")
ACCOUNT_LABELS = {
    "receivable": _("Kundfordringar"),
    "sales_25": _("Försäljning, 25 % moms"),
    "sales_12": _("Försäljning, 12 % moms"),
    "sales_6": _("Försäljning, 6 % moms"),
    "sales_0": _("Försäljning, ingen moms"),
    "vat_25": _("Utgående moms, 25 %"),
    "vat_12": _("Utgående moms, 12 %"),
    "vat_6": _("Utgående moms, 6 %"),
}
SALES = [name for name in ACCOUNT_LABELS if name.startswith("sales")]
DATE = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
A_DATE = {"invalid": _("Skriv dagen som 2027-04-15."), "required": _("Välj en dag.")}


def _whole(label: Any, *, hint: Any, most: int, initial: int) -> forms.IntegerField:
    messages = {
        "required": _("Skriv antal dagar."),
        "invalid": _("Skriv ett heltal med siffror."),
        "max_value": _("Skriv högst %(limit_value)d."),
        "min_value": _("Skriv minst %(limit_value)d."),
    }
    return forms.IntegerField(
        label=label, help_text=hint, min_value=0, max_value=most, initial=initial, error_messages=messages
    )


class SellerForm(forms.Form):
    """What stands on an organiser's invoices."""

    name = line(_("Namn på fakturan"), 150, missing=_("Skriv namnet på den som säljer."))
    organisation_number = line(
        _("Organisationsnummer"), 20, hint=_("Tio siffror."), missing=_("Skriv organisationsnumret.")
    )
    vat_number = line(
        _("Momsregistreringsnummer"),
        20,
        hint=_("SE, organisationsnumret och 01. Lämna tomt om ni inte är registrerade för moms."),
    )
    has_f_tax = forms.BooleanField(label=_("Godkänd för F-skatt"), required=False)
    street = line(_("Gata eller box"), 150, missing=_("Skriv gata eller box."))
    postcode = line(_("Postnummer"), 10, missing=_("Skriv postnumret."))
    city = line(_("Ort"), 80, missing=_("Skriv orten."))
    email = AddressField(label=_("E-postadress för frågor om fakturan"))
    telephone = line(_("Telefon"), 40)
    bankgiro = line(_("Bankgiro"), 20, missing=_("Skriv ert bankgironummer."))
    payment_days = _whole(_("Dagar att betala"), hint="", most=120, initial=30)
    refund_days = _whole(
        _("Avbokning krediteras till och med så många dagar före dagen"),
        hint=_("0 krediterar ända till dagen. Senare avbokningar krediterar ni själva när ni vill."),
        most=365,
        initial=0,
    )
    terms = line(_("Villkor"), 300, hint=_("Till exempel dröjsmålsränta. Står längst ner på fakturan."))
    exempt_note = line(
        _("Varför ingen moms tas ut"),
        200,
        hint=_("Bara om någon biljett saknar moms. Skriv lagrummet, det ska stå på fakturan."),
    )

    def __init__(self, data: Any = None, *, seller: SellerFacts | None) -> None:
        told = {name: getattr(seller, name) for name in self.base_fields} if seller else None
        super().__init__(data, initial=told)

    def clean_organisation_number(self) -> str:
        """Its ten digits.

        :raises ValidationError: when it is none.
        """
        try:
            return payers.organisation_number(self.cleaned_data["organisation_number"])
        except WrongNumber as problem:
            told = WRONG_NUMBER[problem.why]
            if problem.why == Wrong.PERSON:
                told = _("Den som fakturerar måste vara en juridisk person. Skriv dess organisationsnummer.")
            raise forms.ValidationError(told, code=problem.why.value) from problem

    def clean_vat_number(self) -> str:
        """A Swedish VAT number.

        :raises ValidationError: when it is none.
        """
        written = self.cleaned_data["vat_number"]
        try:
            return f"SE{vat.validate(written)}" if written else ""
        except WrongVat as problem:
            raise forms.ValidationError(
                gettext("Numret stämmer inte. Skriv SE, de tio siffrorna i organisationsnumret och 01.")
            ) from problem

    def clean_postcode(self) -> str:
        """Its five digits.

        :raises ValidationError: when it is none.
        """
        try:
            return str(postnummer.validate(self.cleaned_data["postcode"]))
        except WrongVat as problem:
            raise forms.ValidationError(gettext("Ett postnummer har fem siffror.")) from problem

    def clean_bankgiro(self) -> str:
        """Its seven or eight digits.

        :raises ValidationError: when it is none.
        """
        try:
            return payers.bankgiro(self.cleaned_data["bankgiro"])
        except WrongNumber as problem:
            raise forms.ValidationError(
                gettext("Bankgirot stämmer inte: någon siffra är fel. Jämför med bankens uppgifter.")
                if problem.why == Wrong.CHECK
                else gettext("Ett bankgiro har sju eller åtta siffror.")
            ) from problem

    def facts(self) -> Facts:
        """What was filled in."""
        return Facts(**self.cleaned_data)


class WithAccounts(forms.Form):
    """A form with accounts of the books."""

    def add_accounts(self, names: list[str], told: Mapping[str, str], *, required: bool) -> None:
        """Add a field for each account."""
        for name in names:
            label, missing = ACCOUNT_LABELS[name], _("Skriv kontot.") if required else ""
            self.fields[name] = line(label, 4, missing=missing)
            self.initial[name] = told.get(name, BAS[name] if required else "")

    def clean(self) -> dict[str, Any]:
        """Accounts of four digits."""
        given = super().clean() or self.cleaned_data
        for name in ACCOUNT_LABELS:
            if given.get(name) and not ACCOUNT.fullmatch(given[name]):
                self.add_error(name, gettext("Ett konto har fyra siffror."))
        return given

    @property
    def accounts(self) -> dict[str, str]:
        """The accounts that were filled in."""
        return {name: self.cleaned_data[name] for name in ACCOUNT_LABELS if self.cleaned_data.get(name)}


class AccountsForm(WithAccounts):
    """Where an organiser's sales are booked."""

    voucher_series = line(
        _("Verifikationsserie"), 10, hint=_("Lämna tomt om ekonomiprogrammet väljer serie.")
    )
    year_begins = forms.TypedChoiceField(
        label=_("Räkenskapsåret börjar i"), coerce=int, choices=[*MONTHS.items()], initial=1
    )

    def __init__(self, data: Any = None, *, seller: SellerFacts) -> None:
        told = {"voucher_series": seller.voucher_series, "year_begins": seller.year_begins}
        super().__init__(data, prefix="konton", initial=told)
        self.add_accounts([*ACCOUNT_LABELS], seller.accounts, required=True)


class BooksForm(WithAccounts):
    """Where the sales of one edition are booked, when it is elsewhere."""

    project = line(_("Projekt"), 20, hint=_("Projektets nummer i ekonomiprogrammet."))

    def __init__(self, data: Any = None, *, books: Books) -> None:
        super().__init__(data, prefix="upplagan", initial={"project": books.project})
        self.add_accounts(SALES, books.accounts, required=False)


class PeriodForm(forms.Form):
    """Which invoices go in a file for the accounting program."""

    first_day = forms.DateField(label=_("Från och med"), widget=DATE, error_messages=A_DATE)
    last_day = forms.DateField(label=_("Till och med"), widget=DATE, error_messages=A_DATE)
    again = forms.BooleanField(
        label=_("Ta också med det som redan finns i en fil"),
        required=False,
        help_text=_("Läs inte in samma verifikation två gånger."),
    )

    def __init__(self, data: Any = None, *, year_begins: int, span: tuple[date, date] | None) -> None:
        first, last = span or (None, None)
        super().__init__(data, prefix="period", initial={"first_day": first, "last_day": last})
        self.year_begins = year_begins

    def clean(self) -> dict[str, Any]:
        """A period within one financial year: a file of vouchers belongs to one."""
        given = super().clean() or self.cleaned_data
        first, last = given.get("first_day"), given.get("last_day")
        if first and last:
            if last < first:
                self.add_error("last_day", gettext("Sista dagen kan inte vara före den första."))
            elif financial_year(first, begins=self.year_begins) != financial_year(
                last, begins=self.year_begins
            ):
                self.add_error(
                    "last_day", gettext("Välj dagar inom ett räkenskapsår, och gör en fil för varje år.")
                )
        return given


class PaidForm(forms.Form):
    """When an invoice was paid."""

    paid_on = forms.DateField(label=_("Betald den"), widget=DATE, error_messages=A_DATE)
