"""What organisers fill in about kinds of tickets, questions and lists."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from samverk.parts.day.actions import questions, tickets
from samverk.parts.day.models import VAT_PERCENT, Audience, QuestionKind, RegistrationState
from samverk.parts.day.presenters.questions import words
from samverk.parts.day.queries.lists import Wanted
from samverk.parts.day.queries.questions import QuestionLine
from samverk.parts.day.queries.tickets import KindLine
from samverk.ui.fields import offer

MOST_SEATS = 100_000
WHOLE = {"invalid": _("Skriv ett heltal med siffror.")}


def _moment(label: Any, hint: Any = "") -> forms.DateTimeField:
    widget = forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M")
    return forms.DateTimeField(
        label=label,
        required=False,
        help_text=hint,
        widget=widget,
        input_formats=["%Y-%m-%dT%H:%M", "%Y-%m-%d %H:%M", "%Y-%m-%dT%H:%M:%S"],
        error_messages={"invalid": _("Skriv dag och klockslag, som 2027-04-15 09:00.")},
    )


class KindForm(forms.Form):
    """A kind of ticket."""

    name = forms.CharField(label=_("Namn"), max_length=100, error_messages={"required": _("Skriv ett namn.")})
    note = forms.CharField(label=_("Beskrivning"), max_length=300, required=False)
    audience = forms.ChoiceField(label=_("För vem"), choices=Audience)
    quota = forms.IntegerField(
        label=_("Antal platser"),
        min_value=0,
        max_value=MOST_SEATS,
        error_messages={**WHOLE, "required": _("Skriv hur många platser det finns.")},
    )
    price = forms.DecimalField(
        label=_("Pris i kronor, utan moms"),
        min_value=Decimal(0),
        max_value=Decimal(1_000_000),
        decimal_places=2,
        required=False,
        help_text=_("Lämna tomt om biljetten är gratis."),
        error_messages={"invalid": _("Skriv priset med siffror.")},
    )
    vat_percent = forms.TypedChoiceField(
        label=_("Moms"),
        coerce=int,
        required=False,
        empty_value="25",
        choices=[(rate, f"{rate} %") for rate in sorted(VAT_PERCENT, reverse=True)],
        initial=25,
        help_text=_("Inträde till en konferens har oftast 25 procent. Fråga er ekonom."),
    )
    opens_at = _moment(_("Anmälan öppnar"), _("Lämna tomt för att öppna när dagen publiceras."))
    closes_at = _moment(_("Anmälan stänger"), _("Lämna tomt för att stänga när dagen är slut."))
    access_code = forms.CharField(
        label=_("Kod"),
        max_length=40,
        required=False,
        help_text=_("Bara den som har koden kan välja biljetten."),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    order = forms.IntegerField(
        label=_("Ordning"), min_value=0, max_value=999, required=False, error_messages=WHOLE
    )

    @classmethod
    def of(cls, kind: KindLine, data: Any = None) -> "KindForm":
        """The form of a kind that is there."""
        own = {name: getattr(kind, name) for name in cls.base_fields}
        return cls(data, initial={**own, "price": Decimal(kind.price) / 100 if kind.price else None})

    def clean(self) -> dict[str, Any]:
        """An end after the beginning."""
        given = super().clean() or self.cleaned_data
        opens, closes = given.get("opens_at"), given.get("closes_at")
        if opens and closes and closes <= opens:
            self.add_error("closes_at", gettext("Anmälan kan inte stänga innan den öppnar."))
        return given

    def facts(self) -> tickets.Facts:
        """What was filled in."""
        given = self.cleaned_data
        price = int((given["price"] or Decimal(0)) * 100)
        return tickets.Facts(
            **{
                **given,
                "price": price,
                "vat_percent": int(given["vat_percent"]),
                "order": given["order"] or 0,
            }
        )


class QuestionForm(forms.Form):
    """A question of an organiser's own, or one that stands ready, in other words."""

    label = forms.CharField(label=_("Fråga"), max_length=200, error_messages={"required": _("Skriv frågan.")})
    hint = forms.CharField(label=_("Förklaring under frågan"), max_length=300, required=False)
    kind = forms.ChoiceField(label=_("Svaras med"), choices=QuestionKind)
    options = forms.CharField(
        label=_("Val, ett på varje rad"),
        required=False,
        max_length=2_000,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_("Bara för frågor med ett eller flera val."),
    )
    required = forms.BooleanField(label=_("Måste besvaras"), required=False)
    sensitive = forms.BooleanField(
        label=_("Känsligt svar"),
        required=False,
        help_text=_("Visas bara för arrangörer, och raderas kort efter dagen."),
    )
    depends_on = forms.TypedChoiceField(
        label=_("Ställ bara efter ett visst svar på"), required=False, coerce=int, empty_value=None
    )
    depends_on_answer = forms.CharField(label=_("Det svaret är"), required=False, max_length=100)

    def __init__(
        self, data: Any = None, *, others: Iterable[QuestionLine], question: QuestionLine | None = None
    ) -> None:
        super().__init__(data, initial=_told(question) if question else None)
        before = [other for other in others if not question or other.order < question.order]
        offer(
            self,
            "depends_on",
            [("", _("Ställs alltid")), *((other.id, words(other).label) for other in before)],
        )
        self.question = question

    def clean(self) -> dict[str, Any]:
        """Choices where there is something to choose."""
        given = super().clean() or self.cleaned_data
        options = tuple(
            dict.fromkeys(line.strip() for line in given.get("options", "").splitlines() if line.strip())
        )
        given["options"] = options
        if given.get("kind") in (QuestionKind.CHOICE, QuestionKind.CHOICES) and len(options) < 2:
            self.add_error("options", gettext("Skriv minst två val."))
        if given.get("depends_on") and not given.get("depends_on_answer"):
            self.add_error("depends_on_answer", gettext("Skriv vilket svar som gör att frågan ställs."))
        return given

    def facts(self) -> questions.Facts:
        """What was filled in."""
        return questions.Facts(standard=self.question.standard if self.question else "", **self.cleaned_data)


def _told(question: QuestionLine) -> dict[str, Any]:
    said = words(question)
    return {
        "label": said.label,
        "hint": said.hint,
        "kind": question.kind,
        "options": "\n".join(question.options),
        "required": question.required,
        "sensitive": question.sensitive,
        "depends_on": question.depends_on,
        "depends_on_answer": question.depends_on_answer,
    }


class FindForm(forms.Form):
    """Which registrations to show. What cannot be read is left out, never refused."""

    q = forms.CharField(label=_("Sök namn, adress eller organisation"), required=False, max_length=100)
    kind = forms.TypedChoiceField(label=_("Biljett"), required=False, coerce=int, empty_value=None)
    state = forms.ChoiceField(
        label=_("Läge"), required=False, choices=[("", _("Alla")), *RegistrationState.choices]
    )

    def __init__(self, asked: QueryDict, *, kinds: Iterable[KindLine]) -> None:
        super().__init__(asked, auto_id="filter-%s")
        offer(self, "kind", [("", _("Alla")), *((kind.id, kind.name) for kind in kinds)])

    def wanted(self, *, in_line: bool = False) -> Wanted:
        """The filter that was asked for."""
        self.is_valid()
        given = self.cleaned_data
        words_ = given.get("q", "").replace("\x00", "")
        return Wanted(words=words_, kind=given.get("kind"), state=given.get("state", ""), in_line=in_line)
