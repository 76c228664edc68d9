"""What is filled in about proposals: by whoever has one, and by those who judge them."""

from typing import Any
from uuid import uuid4

from django import forms
from django.core.validators import MaxLengthValidator
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from samverk.base.mail.forms import AddressField
from samverk.base.web.forms import WithTrap
from samverk.parts.day.actions.proposals import PersonDraft, ProposalDraft
from samverk.parts.day.forms.lines import TOO_LONG, one_line
from samverk.parts.day.forms.registration import WithPerson, name_field
from samverk.parts.day.forms.speakers import portrait_of
from samverk.parts.day.models import Kind
from samverk.parts.day.queries.proposals import ProposalFacts
from samverk.parts.day.rules.proposals import MOST_PEOPLE
from samverk.ui.fields import offer

AUTO_ID = "forslag-%s"
LONGEST = 4_000
KINDS = [kind for kind in Kind if kind not in (Kind.MEAL, Kind.MEETINGS)]
LENGTHS = (15, 30, 45, 60, 90)


def long_text(label: Any, *, rows: int, **more: Any) -> forms.CharField:
    """A longer text, whose limit the server tells: a browser's own would cut what is pasted."""
    limit = [MaxLengthValidator(LONGEST, TOO_LONG)]
    return forms.CharField(label=label, validators=limit, widget=forms.Textarea(attrs={"rows": rows}), **more)


def _organisation() -> forms.CharField:
    return forms.CharField(
        label=_("Organisation"), required=False, max_length=150, error_messages={"max_length": TOO_LONG}
    )


class ProposalForm(WithTrap, WithPerson):
    """A proposal. `key` tells when the same form is sent again."""

    title = forms.CharField(
        label=_("Rubrik"),
        max_length=200,
        error_messages={"required": _("Skriv en rubrik."), "max_length": TOO_LONG},
    )
    kind = forms.ChoiceField(label=_("Vad är det?"))
    description = long_text(
        _("Beskrivning"),
        rows=6,
        help_text=_("Vad handlar det om, och vad tar besökarna med sig hem?"),
        error_messages={"required": _("Berätta vad det handlar om.")},
    )
    minutes = forms.TypedChoiceField(
        label=_("Hur lång tid vill du ha?"),
        required=False,
        coerce=int,
        empty_value=None,
    )
    needs = long_text(
        _("Behov i lokalen"),
        rows=2,
        required=False,
        help_text=_("Till exempel bord att arbeta vid, ljud eller en ramp till scenen."),
    )
    is_online = forms.BooleanField(label=_("Jag vill vara med på distans"), required=False)
    name = name_field(label=_("Ditt namn"))
    organisation = _organisation()
    email = AddressField(
        label=_("Din e-postadress"),
        help_text=_("Hit skickar vi en länk till förslaget. Adressen visas aldrig."),
        without_numbers=True,
    )
    biography = long_text(
        _("Presentation av dig"), rows=3, required=False, help_text=_("Några meningar om vem du är.")
    )
    portrait = forms.FileField(
        label=_("Bild på dig"),
        required=False,
        help_text=_("Ett foto på högst 10 MB. Uppgifter om plats och kamera tas bort."),
        widget=forms.FileInput(attrs={"accept": "image/*"}),
    )
    without_portrait = forms.BooleanField(label=_("Ta bort bilden"), required=False)
    says_yes = forms.BooleanField(
        label=_("Ja, mitt namn, min presentation och min bild får visas på webbplatsen"),
        required=False,
        help_text=_("Bara om förslaget kommer med. Du kan ändra dig. Utan ditt ja visas bara rubriken."),
    )
    key = forms.UUIDField(required=False, widget=forms.HiddenInput)

    def __init__(self, data: Any = None, files: Any = None, *, proposal: ProposalFacts | None = None) -> None:
        first = _initial(proposal) if proposal else {"key": uuid4()}
        super().__init__(data, files, auto_id=AUTO_ID, initial=first)
        offer(self, "kind", [(kind.value, str(kind.label).capitalize()) for kind in KINDS])
        lengths = [(one, gettext("%(number)d minuter") % {"number": one}) for one in LENGTHS]
        offer(self, "minutes", [("", gettext("Det spelar ingen roll")), *lengths])
        if proposal is None or not proposal.writer.has_portrait:
            del self.fields["without_portrait"]
        for number in range(2, MOST_PEOPLE + 1):
            self._ask_about(number)

    def _ask_about(self, number: int) -> None:
        off = {"autocomplete": "off"}
        named = {"number": number - 1}
        self.fields[f"name_{number}"] = name_field(
            label=gettext("Medverkande %(number)d, namn") % named,
            required=False,
            widget=forms.TextInput(off),
        )
        self.fields[f"organisation_{number}"] = forms.CharField(
            label=gettext("Medverkande %(number)d, organisation") % named,
            required=False,
            max_length=150,
            error_messages={"max_length": TOO_LONG},
        )
        self.fields[f"email_{number}"] = AddressField(
            label=gettext("Medverkande %(number)d, e-postadress") % named,
            required=False,
            widget=forms.EmailInput(off),
            without_numbers=True,
        )

    @property
    def sections(self) -> list[tuple[str, list[forms.BoundField]]]:
        """The fields under their headings."""
        own = ("name", "organisation", "email", "biography", "portrait", "without_portrait", "says_yes")
        parts = (
            (gettext("Vad vill du hålla?"), ("title", "kind", "description")),
            (gettext("Vem är du?"), own),
            (gettext("Önskemål"), ("minutes", "needs", "is_online")),
        )
        return [(head, [self[name] for name in names if name in self.fields]) for head, names in parts]

    @property
    def others(self) -> list[forms.BoundField]:
        """The fields about those who would take part as well."""
        names = ("name", "organisation", "email")
        return [self[f"{name}_{number}"] for number in range(2, MOST_PEOPLE + 1) for name in names]

    @property
    def has_others(self) -> bool:
        """Whether something is written about them."""
        return any(field.value() or field.errors for field in self.others)

    def clean_title(self) -> str:
        """The title on one line.

        :raises ValidationError: when nothing that can be seen is left of it.
        """
        title = one_line(str(self.cleaned_data["title"]))
        if not title:
            raise forms.ValidationError(gettext("Skriv en rubrik."))
        return title

    def clean_portrait(self) -> Any:
        """The picture, once its content has been seen to be one."""
        return portrait_of(self.cleaned_data["portrait"])

    def clean(self) -> dict[str, Any]:
        """Nobody takes part without a name."""
        given = super().clean() or self.cleaned_data
        for number in range(2, MOST_PEOPLE + 1):
            told = (given.get(f"organisation_{number}"), given.get(f"email_{number}"))
            if any(told) and not one_line(given.get(f"name_{number}") or ""):
                self.add_error(f"name_{number}", gettext("Skriv namnet."))
        return given

    def draft(self) -> ProposalDraft:
        """The proposal as it was written."""
        given = self.cleaned_data
        portrait = given["portrait"]
        writer = PersonDraft(
            name=given["name"],
            organisation=one_line(given["organisation"]),
            email=given["email"],
            biography=given["biography"],
            says_yes=given["says_yes"],
            portrait=portrait.content if portrait else None,
            without_portrait=given.get("without_portrait", False),
        )
        own = ("title", "kind", "description", "minutes", "needs", "is_online")
        return ProposalDraft(**{name: given[name] for name in own}, people=(writer, *self._others()))

    def _others(self) -> list[PersonDraft]:
        given = self.cleaned_data
        people = (
            PersonDraft(
                name=one_line(given[f"name_{number}"]),
                organisation=one_line(given[f"organisation_{number}"]),
                email=given[f"email_{number}"],
            )
            for number in range(2, MOST_PEOPLE + 1)
        )
        return [person for person in people if person.name]


def _initial(proposal: ProposalFacts) -> dict[str, Any]:
    own = ("title", "kind", "description", "minutes", "needs", "is_online")
    writer = proposal.writer
    told = {name: getattr(proposal, name) for name in own}
    told |= {name: getattr(writer, name) for name in ("name", "organisation", "email", "biography")}
    told["says_yes"] = writer.consented_on is not None
    for number, person in enumerate(proposal.people[1:], start=2):
        told |= {f"{name}_{number}": getattr(person, name) for name in ("name", "organisation", "email")}
    return told
