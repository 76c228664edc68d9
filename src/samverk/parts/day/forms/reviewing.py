"""What organisers fill in about proposals: the call, their grades, their decisions."""

from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from samverk.parts.day.actions.programme import SessionDraft
from samverk.parts.day.actions.reviewing import CallFacts, Judgement
from samverk.parts.day.forms.editions import a_date, a_text
from samverk.parts.day.forms.programme import PlaceInTime
from samverk.parts.day.models import GRADES, ProposalState
from samverk.parts.day.presenters import wording
from samverk.parts.day.queries import proposals as queries
from samverk.parts.day.queries.proposals import ProposalFacts
from samverk.parts.day.queries.reviews import UNDER_REVIEW, ReviewFacts
from samverk.parts.day.rules.proposals import MOST_CRITERIA
from samverk.parts.day.rules.shifting import midnight

A_DAY = timedelta(days=1)
LONGEST_CRITERION = 80
DEFAULT_MINUTES = 45


class CallForm(forms.Form):
    """The call for proposals."""

    is_on = forms.BooleanField(label=_("Ta emot förslag till programmet"), required=False)
    opens_on = a_date(_("Från och med"), required=False, help_text=_("Tomt: när upplagan är publicerad."))
    closes_on = a_date(_("Till och med"), required=False, help_text=_("Tomt: till dagen börjar."))
    text = a_text(_("Inbjudan"), rows=6, help_text=_("Vad söker ni? En tom rad ger ett nytt stycke."))
    criteria = forms.CharField(
        label=_("Det som förslagen bedöms efter, ett på varje rad"),
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Varje bedömare ger betyg från 1 till 5 på vart och ett."),
        error_messages={"required": _("Skriv minst en sak att bedöma.")},
    )

    def __init__(self, data: Any = None, *, known: queries.CallFacts | None) -> None:
        super().__init__(data, initial=_initial(known) if known else {"criteria": default_criteria()})

    def clean_criteria(self) -> list[str]:
        """Each on its line.

        :raises ValidationError: when they are too many or too long.
        """
        lines = [line.strip() for line in str(self.cleaned_data["criteria"]).splitlines()]
        criteria = list(dict.fromkeys(line for line in lines if line))
        if not criteria:
            raise forms.ValidationError(gettext("Skriv minst en sak att bedöma."))
        if len(criteria) > MOST_CRITERIA or any(len(line) > LONGEST_CRITERION for line in criteria):
            told = gettext("Skriv högst %(most)d rader, med högst %(longest)d tecken på varje.")
            raise forms.ValidationError(told % {"most": MOST_CRITERIA, "longest": LONGEST_CRITERION})
        return criteria

    def clean(self) -> dict[str, Any]:
        """An end after the beginning."""
        given = super().clean() or self.cleaned_data
        opens, closes = given.get("opens_on"), given.get("closes_on")
        if opens and closes and closes < opens:
            self.add_error("closes_on", gettext("Sista dagen kan inte vara före den första."))
        return given

    def facts(self) -> CallFacts:
        """What was filled in."""
        given = self.cleaned_data
        opens: date | None = given["opens_on"]
        closes: date | None = given["closes_on"]
        return CallFacts(
            is_on=given["is_on"],
            opens_at=midnight(opens) if opens else None,
            closes_at=midnight(closes + A_DAY) if closes else None,
            text=given["text"],
            criteria=tuple(given["criteria"]),
        )


def default_criteria() -> str:
    """What proposals are judged by, unless the organisers say something else."""
    return "\n".join((gettext("Nytta för besökarna"), gettext("Något nytt"), gettext("Passar dagens syfte")))


def _initial(known: queries.CallFacts) -> dict[str, Any]:
    return {
        "is_on": known.is_on,
        "opens_on": wording.local_day(known.opens_at) if known.opens_at else None,
        "closes_on": wording.local_day(known.closes_at - wording.A_MOMENT) if known.closes_at else None,
        "text": known.text,
        "criteria": "\n".join(known.criteria) or default_criteria(),
    }


class ReviewForm(forms.Form):
    """A grade for each criterion, and a note; or that one should not judge, and then no grades."""

    note = a_text(_("Anteckning"), rows=3, help_text=_("De andra ser den när de själva har bedömt."))
    has_conflict = forms.BooleanField(
        label=_("Jag är jävig"),
        required=False,
        help_text=_("Till exempel om du känner den som föreslår. Då varken bedömer eller beslutar du."),
    )

    def __init__(self, data: Any = None, *, criteria: tuple[str, ...], own: ReviewFacts | None) -> None:
        first: dict[str, Any] = {"note": own.note, "has_conflict": own.has_conflict} if own else {}
        for number, grade in enumerate(own.grades if own else ()):
            first[f"grade_{number}"] = grade
        super().__init__(data, initial=first)
        self.criteria = criteria
        for number, criterion in enumerate(criteria):
            self.fields[f"grade_{number}"] = forms.TypedChoiceField(
                label=criterion,
                coerce=int,
                required=not (data and data.get("has_conflict")),
                empty_value=None,
                error_messages={"required": _("Välj ett betyg.")},
                widget=forms.RadioSelect,
                choices=[(grade, _grade(grade)) for grade in GRADES],
            )
        self.order_fields([*(f"grade_{number}" for number in range(len(criteria))), "note", "has_conflict"])

    def judgement(self) -> Judgement:
        """What was filled in."""
        given = self.cleaned_data
        if given["has_conflict"]:
            return Judgement(note=given["note"], has_conflict=True)
        grades = tuple(given[f"grade_{number}"] for number in range(len(self.criteria)))
        return Judgement(grades=grades, note=given["note"])


def _grade(grade: int) -> str:
    worst, best = GRADES[0], GRADES[-1]
    if grade == worst:
        return gettext("%(grade)d, svagt") % {"grade": grade}
    return gettext("%(grade)d, mycket bra") % {"grade": grade} if grade == best else str(grade)


class LetterForm(forms.Form):
    """The letter that tells a decision, and which decisions had been made when it was written."""

    subject = forms.CharField(
        label=_("Ämne"), max_length=150, error_messages={"required": _("Skriv ett ämne.")}
    )
    text = forms.CharField(
        label=_("Brev"),
        max_length=5_000,
        widget=forms.Textarea(attrs={"rows": 9}),
        help_text=_("Länken till förslaget läggs till under texten."),
        error_messages={"required": _("Skriv något i brevet.")},
    )
    seen = forms.IntegerField(widget=forms.HiddenInput, min_value=0)

    def clean_subject(self) -> str:
        """The subject on one line."""
        return " ".join(str(self.cleaned_data["subject"]).split())


class PlaceForm(PlaceInTime):
    """Where an accepted proposal is put in the programme to begin with."""

    minutes = forms.IntegerField(label=_("Längd i minuter"), min_value=5, max_value=600)

    field_order = ("day", "starts", "minutes", "room")

    def place(self, proposal: ProposalFacts) -> SessionDraft:
        """The session that the proposal becomes."""
        starts_at = self.moment("starts")
        return SessionDraft(
            title=proposal.title,
            kind=proposal.kind,
            starts_at=starts_at,
            ends_at=starts_at + timedelta(minutes=self.cleaned_data["minutes"]),
            description=proposal.description,
            room_id=self.cleaned_data["room"],
        )


class FilterForm(forms.Form):
    """Which proposals to show. What cannot be read is left out, never refused."""

    lage = forms.ChoiceField(label=_("Läge"), required=False)
    egna = forms.BooleanField(label=_("Bara de jag inte har bedömt"), required=False)

    def __init__(self, asked: Any) -> None:
        super().__init__(asked, auto_id="filter-%s")
        self.fields["lage"] = forms.ChoiceField(
            label=_("Läge"), required=False, choices=[("", _("Alla")), *stages()]
        )
        self.order_fields(["lage", "egna"])
        self.is_valid()


def stages() -> list[tuple[str, Any]]:
    """What may have become of a proposal, in the order that it happens."""
    states = dict(ProposalState.choices)
    first = (ProposalState.NEW, states[ProposalState.NEW])
    rest = [(state, label) for state, label in ProposalState.choices if state != ProposalState.NEW]
    return [first, (UNDER_REVIEW, _("under bedömning")), *rest]
