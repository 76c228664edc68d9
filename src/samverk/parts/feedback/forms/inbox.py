"""What editors choose, write and tick in the inbox."""

from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from samverk.engine.language import Finding, find
from samverk.parts.feedback.models import Frequency, Kind, State
from samverk.parts.feedback.models.selection import EVERY_STATE, NO_SECTION, Wanted
from samverk.ui.fields import offer

LONGEST_ANSWER = 10_000
MOST_AT_ONCE = 1_000


class Find(forms.Form):
    """Which comments to show. What cannot be read is left out, never refused."""

    q = forms.CharField(label=_("Sök"), required=False, max_length=100)
    kind = forms.ChoiceField(label=_("Slag"), required=False)
    section = forms.TypedChoiceField(
        label=_("Del av webbplatsen"), required=False, coerce=int, empty_value=None
    )
    since = forms.DateField(
        label=_("Från"), required=False, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    until = forms.DateField(
        label=_("Till"), required=False, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    mine = forms.BooleanField(label=_("Bara sådant som väntar på mig"), required=False)
    failing = forms.BooleanField(label=_("Bara svar som inte har gått fram"), required=False)
    state = forms.CharField(required=False, widget=forms.HiddenInput)
    path = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, asked: QueryDict, *, sections: tuple[tuple[int, str], ...]) -> None:
        super().__init__({"state": State.NEW, **asked.dict()}, auto_id="filter-%s")
        choices: dict[str, list[tuple[Any, Any]]] = {
            "kind": [("", _("Alla")), *Kind.choices],
            "section": [("", _("Alla")), *sections, (NO_SECTION, _("Hör inte till någon del"))],
        }
        for name, values in choices.items():
            offer(self, name, values)

    def wanted(self) -> Wanted:
        """The filter that was asked for."""
        self.is_valid()
        chosen = self.cleaned_data
        state = chosen.get("state")
        return Wanted(
            state=state if state in {*State.values, EVERY_STATE} else State.NEW,
            mine=chosen.get("mine", False),
            failing=chosen.get("failing", False),
            section=chosen.get("section"),
            kind=chosen.get("kind", ""),
            path=chosen.get("path", ""),
            words=chosen.get("q", "").replace("\x00", ""),
            since=chosen.get("since"),
            until=chosen.get("until"),
        )


class Reply(forms.Form):
    """An answer. What looks like personal data is pointed out once, and sent if the editor says so."""

    text = forms.CharField(
        label=_("Ditt svar"),
        help_text=_(
            "Skriv det du vill säga. Hälsningsfrasen och det som personen skrev läggs till automatiskt."
        ),
        max_length=LONGEST_ANSWER,
        widget=forms.Textarea(attrs={"rows": 8}),
        error_messages={
            "required": _("Skriv ett svar."),
            "max_length": _("Svaret är för långt. Korta det till högst %(limit_value)d tecken."),
        },
    )
    version = forms.IntegerField(widget=forms.HiddenInput)
    anyway = forms.BooleanField(label=_("Skicka ändå"), required=False)

    found: tuple[Finding, ...] = ()

    def clean(self) -> dict[str, Any]:
        """Look for personal data in what the editor wrote."""
        given = super().clean() or self.cleaned_data
        self.found = find(given.get("text", ""))
        if self.found and not given.get("anyway"):
            self.add_error(
                None,
                _(
                    "Svaret ser ut att innehålla personuppgifter eller något om vård: %(what)s. "
                    "Ta bort det, eller kryssa för att skicka ändå."
                )
                % {"what": self.pointed_out()},
            )
        return given

    def pointed_out(self) -> str:
        """The pieces of the text that were found."""
        text = self.cleaned_data["text"]
        return ", ".join(f"”{text[finding.start : finding.end]}”" for finding in self.found)


class Deed(forms.Form):
    """What comes with a button: which version of the comment the editor saw, and whom or what it is about."""

    version = forms.IntegerField(required=False, min_value=0)
    who = forms.IntegerField(required=False, min_value=0)
    other = forms.IntegerField(required=False, min_value=0)

    def value(self, name: str) -> int:
        """A number that came along; 0 when it did not."""
        self.is_valid()
        return int(self.cleaned_data.get(name) or 0)


class Chosen(forms.Form):
    """Comments that were ticked in the list, and the newest that was there to see."""

    newest = forms.IntegerField(required=False, min_value=0)
    chosen = forms.TypedMultipleChoiceField(required=False, coerce=int)

    def __init__(self, post: QueryDict) -> None:
        super().__init__(post)
        offer(
            self,
            "chosen",
            [(key, key) for key in post.getlist("chosen")[:MOST_AT_ONCE] if key.isascii() and key.isdigit()],
        )

    def ids(self) -> list[int]:
        """The keys that were ticked."""
        self.is_valid()
        return list(self.cleaned_data.get("chosen", []))

    def seen_until(self) -> int:
        """The newest comment that the editor can have seen."""
        self.is_valid()
        return int(self.cleaned_data.get("newest") or 0)


class ShareOut(forms.Form):
    """Who answers for a part of the site."""

    editors = forms.TypedMultipleChoiceField(
        label=_("Ansvariga"),
        help_text=_("Ingen vald: synpunkterna går till alla redaktörer."),
        required=False,
        coerce=int,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args: Any, people: list[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "editors", people)


class ChooseDigest(forms.Form):
    """How often to get a letter about the inbox."""

    frequency = forms.ChoiceField(
        label=_("Hur ofta vill du ha ett brev om det som väntar?"),
        choices=Frequency,
        widget=forms.RadioSelect,
    )


class Period(forms.Form):
    """How far back the statistics go."""

    days = forms.TypedChoiceField(
        label=_("Period"),
        coerce=int,
        choices=[(30, _("30 dagar")), (90, _("90 dagar")), (365, _("ett år"))],
    )

    def chosen(self) -> int:
        """The number of days; a month when nothing sensible was asked for."""
        return int(self.cleaned_data["days"]) if self.is_valid() else 30
