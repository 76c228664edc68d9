"""The evaluation as it is filled in, and what organisers fill in about it."""

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils import formats
from django.utils.text import capfirst
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from samverk.engine.language import Kind, find, mask
from samverk.parts.day.actions.evaluation import Facts
from samverk.parts.day.models import About, Asks
from samverk.parts.day.presenters.survey import words
from samverk.parts.day.queries.evaluation import About as Thing
from samverk.parts.day.queries.evaluation import Asked, SurveyFacts
from samverk.parts.day.rules.urn import Point, Said, Sheet

LONGEST = 2_000
HIDDEN_ANYWAY = (Kind.PERSONAL_NUMBER, Kind.COORDINATION_NUMBER)
JOINERS = "\u200c\u200d"
NAMES = {
    Kind.PERSONAL_NUMBER: _("ett personnummer"),
    Kind.COORDINATION_NUMBER: _("ett samordningsnummer"),
    Kind.TELEPHONE: _("ett telefonnummer"),
    Kind.EMAIL: _("en e-postadress"),
    Kind.BANK_ACCOUNT: _("ett kontonummer"),
    Kind.CARD: _("ett kortnummer"),
    Kind.CARE: _("något om hälsa eller vård"),
}


@dataclass(frozen=True)
class Section:
    """Questions about one thing: the whole, a day, or a session."""

    title: str
    fields: tuple[forms.BoundField, ...]
    attended: bool = True

    @property
    def is_wrong(self) -> bool:
        """Whether something in it has to be put right."""
        return any(field.errors for field in self.fields)


@dataclass(frozen=True)
class Occasion:
    """What an evaluation is asked about. `attended` are the sessions that somebody was checked in to."""

    starts_on: date
    ends_on: date
    sessions: Sequence[Thing]
    attended: frozenset[int] = frozenset()

    @property
    def days(self) -> tuple[Thing, ...]:
        """Each day of the edition."""
        length = (self.ends_on - self.starts_on).days
        return tuple(Thing(day=self.starts_on + timedelta(days=number)) for number in range(length + 1))

    def things(self, about: str) -> Sequence[Thing]:
        """What a question is asked about, those that somebody attended first."""
        if about == About.WHOLE:
            return (Thing(),)
        if about == About.EACH_DAY:
            return self.days
        return sorted(self.sessions, key=lambda one: one.session_id not in self.attended)


class EvaluationForm(forms.Form):
    """All the questions, none of which has to be answered."""

    may_quote = forms.BooleanField(
        label=_("Det jag skriver får citeras, utan mitt namn"),
        required=False,
        help_text=_("Arrangören väljer ut citat till artikeln om hur dagen blev."),
    )
    insisted = forms.BooleanField(
        label=_("Jag har läst det som står vid mina svar och vill skicka ändå"), required=False
    )

    def __init__(self, data: Any = None, *, survey: SurveyFacts, occasion: Occasion) -> None:
        super().__init__(data, auto_id="utv-%s")
        self.occasion = occasion
        self.places: dict[str, tuple[Asked, Thing]] = {}
        for question in survey.questions:
            for thing in occasion.things(question.about):
                name = _name(question, thing)
                self.places[name] = question, thing
                self.fields[name] = _field(question)
        self.order_fields([*self.places, "may_quote", "insisted"])
        self.found: set[Kind] = set()

    def clean(self) -> dict[str, Any]:
        """Something answered, personal numbers hidden, and a warning about what gives somebody away."""
        given = super().clean() or self.cleaned_data
        for name in self._texts():
            text = seen(given.get(name, ""))
            kinds = {finding.kind for finding in find(text)}
            self.found |= kinds
            if kinds and not given.get("insisted"):
                self.add_error(name, _warning(kinds))
            given[name] = mask(text).text
        if not self.errors and not any(given.get(name) for name in self.places):
            self.add_error(None, gettext("Svara på minst en fråga."))
        return given

    def sheet(self) -> Sheet:
        """What was answered."""
        chosen: list[tuple[Point, str]] = []
        said: list[Said] = []
        for name, (question, thing) in self.places.items():
            value = self.cleaned_data.get(name)
            point = Point(question.id, thing.session_id, thing.day)
            if not value:
                continue
            if question.kind == Asks.TEXT:
                said.append(Said(point, value, self.cleaned_data["may_quote"]))
            else:
                chosen += [(point, one) for one in (value if isinstance(value, list) else [value])]
        return Sheet(tuple(chosen), tuple(said))

    @property
    def whole(self) -> tuple[Section, ...]:
        """The questions about the whole, and those about each day."""
        days = self.occasion.days
        told = [Section("", tuple(self._fields_of(Thing())))]
        for day in days:
            title = capfirst(formats.date_format(day.day, "l j F")) if day.day and len(days) > 1 else ""
            told.append(Section(title, tuple(self._fields_of(day))))
        return tuple(section for section in told if section.fields)

    @property
    def sessions(self) -> tuple[Section, ...]:
        """The questions about each session, those that somebody attended first."""
        things = self.occasion.things(About.SESSION)
        told = (
            Section(thing.title, tuple(self._fields_of(thing)), thing.session_id in self.occasion.attended)
            for thing in things
        )
        return tuple(section for section in told if section.fields)

    @property
    def asks_for_words(self) -> bool:
        """Whether there is anything that could be quoted."""
        return bool(self._texts())

    def _texts(self) -> list[str]:
        return [name for name, (question, _thing) in self.places.items() if question.kind == Asks.TEXT]

    def _fields_of(self, wanted: Thing) -> Iterator[forms.BoundField]:
        return (self[name] for name, (_question, thing) in self.places.items() if thing == wanted)


class SurveyForm(forms.Form):
    """Whether people are asked, and for how long."""

    is_on = forms.BooleanField(label=_("Fråga besökarna vad de tyckte"), required=False)
    days_open = forms.IntegerField(
        label=_("Så många dagar efter dagen går det att svara"), min_value=1, max_value=90
    )


class SurveyQuestionForm(forms.Form):
    """A question of the evaluation."""

    label = forms.CharField(label=_("Fråga"), max_length=200, error_messages={"required": _("Skriv frågan.")})
    hint = forms.CharField(label=_("Förklaring under frågan"), max_length=300, required=False)
    about = forms.ChoiceField(label=_("Frågan ställs om"), choices=About, widget=forms.RadioSelect)
    kind = forms.ChoiceField(label=_("Svaras med"), choices=Asks, widget=forms.RadioSelect)
    options = forms.CharField(
        label=_("Val, ett på varje rad"),
        required=False,
        max_length=2_000,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_("Bara för frågor med ett eller flera val."),
    )

    def __init__(self, data: Any = None, *, question: Asked | None = None, begun: bool = False) -> None:
        super().__init__(data, initial=_told(question) if question else {"about": About.WHOLE})
        self.question = question
        for name in ("about", "kind", "options") if begun and question else ():
            self.fields[name].disabled = True

    def clean(self) -> dict[str, Any]:
        """Choices where there is something to choose."""
        given = super().clean() or self.cleaned_data
        lines = (line.strip()[:200] for line in given.get("options", "").splitlines())
        given["options"] = tuple(dict.fromkeys(line for line in lines if line))
        if given.get("kind") in (Asks.CHOICE, Asks.CHOICES):
            if len(given["options"]) < 2:
                self.add_error("options", gettext("Skriv minst två val."))
        elif given.get("kind"):
            given["options"] = ()
        return given

    def facts(self) -> Facts:
        """What was filled in."""
        return Facts(standard=self.question.standard if self.question else "", **self.cleaned_data)


def seen(text: str) -> str:
    """A text as it is kept: composed letters, and no signs that nobody sees."""
    composed = unicodedata.normalize("NFC", text.replace("\r\n", "\n")).strip()
    return "".join(
        sign for sign in composed if sign in JOINERS or unicodedata.category(sign) not in ("Cf", "Cs", "Co")
    )


def _name(question: Asked, thing: Thing) -> str:
    if thing.session_id:
        return f"{question.id}-p{thing.session_id}"
    return f"{question.id}-{thing.day}" if thing.day else str(question.id)


def _field(question: Asked) -> forms.Field:
    said = words(question)
    told: dict[str, Any] = {"label": said.label, "help_text": said.hint, "required": False}
    if question.kind == Asks.TEXT:
        return forms.CharField(
            max_length=LONGEST,
            widget=forms.Textarea(attrs={"rows": 3}),
            error_messages={
                "max_length": _("Svaret har %(show_value)d tecken. Korta det till högst %(limit_value)d.")
            },
            **told,
        )
    if question.kind == Asks.CHOICES:
        return forms.MultipleChoiceField(choices=said.options, widget=forms.CheckboxSelectMultiple, **told)
    none = [("", gettext("Inget svar"))]
    return forms.ChoiceField(choices=[*said.options, *none], widget=forms.RadioSelect, initial="", **told)


def _warning(kinds: Iterable[Kind]) -> str:
    names = ", ".join(str(NAMES[kind]) for kind in sorted(kinds))
    told = gettext("Det här ser ut att vara {what}. Ta bort det, så att ingen kan kännas igen.")
    if all(kind in HIDDEN_ANYWAY for kind in kinds):
        told = gettext("Det här ser ut att vara {what}. Ta bort det. Skickar du ändå blir det dolt.")
    return told.format(what=names)


def _told(question: Asked) -> dict[str, Any]:
    said = words(question)
    return {
        "label": said.label,
        "hint": said.hint,
        "about": question.about,
        "kind": question.kind,
        "options": "\n".join(question.options),
    }
