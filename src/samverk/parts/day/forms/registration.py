"""What is filled in when one registers for a day, and what may be changed afterwards."""

import json
from typing import Any
from uuid import uuid4

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from samverk.base.mail.forms import AddressField
from samverk.base.web.forms import WithTrap
from samverk.parts.day.actions.registration import Entry, Person
from samverk.parts.day.forms.lines import TOO_LONG, one_line
from samverk.parts.day.forms.payers import PREFIX, WithPayer
from samverk.parts.day.forms.questions import WithQuestions, initial
from samverk.parts.day.presenters.tickets import choice
from samverk.parts.day.queries.registration import Asked, Companion, Registered
from samverk.parts.day.queries.tickets import KindLine
from samverk.parts.day.rules.seats import MOST_COLLEAGUES
from samverk.ui.fields import offer

AUTO_ID = "anmalan-%s"


def name_field(**more: Any) -> forms.CharField:
    """Somebody's name."""
    messages = {"required": _("Skriv namnet."), "max_length": TOO_LONG}
    widget = forms.TextInput(attrs={"autocomplete": "name"})
    return forms.CharField(
        **{"label": _("Namn"), "max_length": 150, "widget": widget, "error_messages": messages, **more}
    )


class WithPerson(forms.Form):
    """A form with a person's name and address."""

    name = name_field()
    email = AddressField()

    def clean_name(self) -> str:
        """The name on one line.

        :raises ValidationError: when nothing that can be seen is left of it.
        """
        name = one_line(str(self.cleaned_data["name"]))
        if not name and self.fields["name"].required:
            raise forms.ValidationError(gettext("Skriv namnet."))
        return name


class RegistrationForm(WithQuestions, WithPayer, WithTrap, WithPerson):
    """A registration. `key` tells when the same form is sent again."""

    field_order = ("kind", "name", "email", "organisation", "colleagues", "access_code")

    kind = forms.TypedChoiceField(
        label=_("Biljett"),
        coerce=int,
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Välj en biljett."),
            "invalid_choice": _("Den biljetten går inte att välja nu. Välj en annan."),
        },
    )
    name = name_field(label=_("Ditt namn"))
    email = AddressField(label=_("Din e-postadress"), help_text=_("Hit skickar vi biljetten."))
    organisation = forms.CharField(
        label=_("Organisation"),
        required=False,
        max_length=150,
        widget=forms.TextInput(attrs={"autocomplete": "organization"}),
        error_messages={"max_length": TOO_LONG},
    )
    colleagues = forms.IntegerField(
        label=_("Antal kollegor som du också anmäler"),
        required=False,
        min_value=0,
        max_value=MOST_COLLEAGUES,
        help_text=_("Deras namn fyller du i efteråt. Räkna inte dig själv."),
        error_messages={
            "invalid": _("Skriv ett heltal med siffror."),
            "max_value": _("Anmäl högst %(limit_value)d kollegor åt gången."),
            "min_value": _("Skriv 0 om du kommer ensam."),
        },
    )
    access_code = forms.CharField(
        label=_("Kod"),
        required=False,
        max_length=40,
        help_text=_("Bara om du har fått en kod för din biljett."),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages={"max_length": TOO_LONG},
    )
    key = forms.UUIDField(required=False, widget=forms.HiddenInput)
    prices = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(
        self, data: Any = None, files: Any = None, *, asked: Asked, open_kinds: tuple[KindLine, ...]
    ) -> None:
        chosen = open_kinds[0].id if len(open_kinds) == 1 else None
        super().__init__(data, files, auto_id=AUTO_ID, initial={"key": uuid4(), "kind": chosen})
        offer(self, "kind", [(kind.id, choice(kind)) for kind in open_kinds])
        if not any(kind.access_code for kind in open_kinds):
            del self.fields["access_code"]
        self.kinds = open_kinds
        self._ask_who_pays()
        self.ask(asked.questions)

    def refuse(self, field: str, problem: str) -> None:
        """Say what is wrong, and nothing else."""
        self.full_clean()
        self.errors.clear()
        self.add_error(field, problem)

    def clean_organisation(self) -> str:
        """The organisation on one line."""
        return one_line(str(self.cleaned_data["organisation"]))

    def clean_prices(self) -> str:
        """The prices that were shown: the one that is agreed is the one that was seen.

        When the chosen ticket costs something else now, the form says so and shows the new price.
        """
        shown, now = str(self.cleaned_data["prices"]), _prices(self.kinds)
        chosen = self.cleaned_data.get("kind")
        if chosen and shown and _of(shown, chosen) != _of(now, chosen):
            said = QueryDict(mutable=True)
            said.update(self.data)
            said["prices"] = now
            self.data = said
            self.add_error("kind", gettext("Priset har ändrats. Skicka igen om du vill ha biljetten ändå."))
        return now

    @property
    def priced(self) -> str:
        """The kinds that cost something, as the script reads them that shows the invoice's fields."""
        return " ".join(str(kind.id) for kind in self.kinds if kind.price)

    def _ask_who_pays(self) -> None:
        """Only where something costs something, and demand an answer only for such a ticket."""
        if not any(kind.price for kind in self.kinds):
            for name in [*self.base_fields]:
                if name.startswith(PREFIX):
                    del self.fields[name]
            del self.fields["prices"]
            self.payer_applies = False
            return
        self.initial["prices"] = _prices(self.kinds)
        chosen = str(self.data.get("kind", "")) if self.is_bound else ""
        self.payer_applies = chosen in self.priced.split()

    def entry(self, *, language: str) -> Entry:
        """What was filled in."""
        given, sorted_ = self.cleaned_data, self.sorted_answers
        return Entry(
            key=given["key"] or uuid4(),
            kind_id=given["kind"],
            person=Person(
                given["name"],
                given["email"],
                given["organisation"],
                sorted_.open,
                sorted_.sensitive,
                self.waiting_files,
            ),
            language=language,
            colleagues=given["colleagues"] or 0,
            access_code=given.get("access_code", ""),
            payer=self.details() if self.payer_applies else None,
        )


def _prices(kinds: tuple[KindLine, ...]) -> str:
    return json.dumps({str(kind.id): [kind.price, kind.vat_percent] for kind in kinds if kind.price})


def _of(prices: str, kind: int) -> object:
    try:
        return json.loads(prices).get(str(kind))
    except (ValueError, AttributeError):
        return None


class DetailsForm(WithQuestions, WithPerson):
    """Who comes and what they have answered, to be changed. A colleague's address may be left out."""

    name = name_field()
    email = AddressField()
    organisation = forms.CharField(
        label=_("Organisation"), required=False, max_length=150, error_messages={"max_length": TOO_LONG}
    )

    def __init__(self, data: Any = None, files: Any = None, *, registered: Registered, asked: Asked) -> None:
        told = {"name": registered.name, "email": registered.email, "organisation": registered.organisation}
        answered = initial(asked.questions, registered.answers, registered.sensitive)
        super().__init__(data, files, auto_id=AUTO_ID, initial={**told, **answered})
        if registered.leader_email:
            self.fields["email"].required = False
            self.fields["email"].help_text = _("Lämna tomt om breven ska gå till den som anmälde.")
        self.ask(asked.questions)

    def clean_organisation(self) -> str:
        """The organisation on one line."""
        return one_line(str(self.cleaned_data["organisation"]))

    def person(self) -> Person:
        """What was filled in."""
        given, sorted_ = self.cleaned_data, self.sorted_answers
        told = given["name"], given["email"], given["organisation"]
        return Person(*told, sorted_.open, sorted_.sensitive, self.waiting_files)


class HandOverForm(WithPerson):
    """Who comes instead."""

    name = name_field(label=_("Namn på den som kommer i stället"))
    email = AddressField(label=_("Personens e-postadress"), help_text=_("Hit skickar vi den nya biljetten."))


class ColleaguesForm(forms.Form):
    """The names of a group's colleagues, and their addresses if they are to get letters of their own."""

    def __init__(self, data: Any = None, *, colleagues: tuple[Companion, ...]) -> None:
        told = {f"name-{other.id}": other.name for other in colleagues}
        told |= {f"email-{other.id}": other.email for other in colleagues}
        super().__init__(data, auto_id=AUTO_ID, initial=told)
        self.colleagues = colleagues
        for number, other in enumerate(colleagues, start=1):
            name = gettext("Kollega %(number)d, namn") % {"number": number}
            email = gettext("Kollega %(number)d, e-postadress") % {"number": number}
            off = {"autocomplete": "off"}
            self.fields[f"name-{other.id}"] = name_field(
                label=name, required=False, widget=forms.TextInput(off)
            )
            self.fields[f"email-{other.id}"] = AddressField(
                label=email, required=False, widget=forms.EmailInput(off)
            )

    def clean(self) -> dict[str, Any]:
        """Names on one line."""
        given = super().clean() or self.cleaned_data
        for other in self.colleagues:
            given[f"name-{other.id}"] = one_line(given.get(f"name-{other.id}", ""))
        return given

    def people(self) -> dict[int, Person]:
        """Who the colleagues are, by their registration."""
        given = self.cleaned_data
        return {
            other.id: Person(given[f"name-{other.id}"], given[f"email-{other.id}"])
            for other in self.colleagues
        }


class LostLinkForm(forms.Form):
    """The address that somebody registered with."""

    email = AddressField(label=_("Din e-postadress"), help_text=_("Den som du anmälde dig med."))
