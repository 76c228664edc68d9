"""The evaluation as whoever answers meets it: the questions in words, and how it stands."""

from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, gettext_noop

from samverk.parts.day.models import About, Asks, RegistrationState
from samverk.parts.day.queries.evaluation import Asked, SurveyFacts
from samverk.parts.day.queries.registration import Registered
from samverk.parts.day.rules import evaluation as rules
from samverk.parts.day.rules.evaluation import Door, Ready


@dataclass(frozen=True)
class ReadyQuestion:
    """A question that stands ready."""

    label: str | Promise
    about: str
    kind: str
    hint: str | Promise = ""
    options: tuple[str, ...] = ()


@dataclass(frozen=True)
class Words:
    """What a question says."""

    label: str
    hint: str
    options: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Said:
    """A heading and what there is to say under it."""

    title: str
    text: str


READY: dict[str, ReadyQuestion] = {
    Ready.GRADE: ReadyQuestion(
        gettext_lazy("Vilket betyg ger du dagen?"), About.WHOLE, Asks.SCALE, gettext_lazy("5 är bäst.")
    ),
    Ready.MET: ReadyQuestion(
        gettext_lazy("Träffade du någon som du har nytta av?"),
        About.WHOLE,
        Asks.CHOICE,
        options=(gettext_noop("Ja, flera"), gettext_noop("Ja, en"), gettext_noop("Nej, inte den här gången")),
    ),
    Ready.RECOMMEND: ReadyQuestion(
        gettext_lazy("Skulle du råda en kollega att komma nästa gång?"),
        About.WHOLE,
        Asks.CHOICE,
        options=(gettext_noop("Ja"), gettext_noop("Kanske"), gettext_noop("Nej")),
    ),
    Ready.TAKE_HOME: ReadyQuestion(gettext_lazy("Vad tar du med dig?"), About.WHOLE, Asks.TEXT),
    Ready.IMPROVE: ReadyQuestion(gettext_lazy("Vad kan bli bättre?"), About.WHOLE, Asks.TEXT),
    Ready.CONTENT: ReadyQuestion(
        gettext_lazy("Vilket betyg ger du innehållet?"), About.SESSION, Asks.SCALE, gettext_lazy("5 är bäst.")
    ),
    Ready.SESSION_WORDS: ReadyQuestion(
        gettext_lazy("Något du vill säga om punkten?"), About.SESSION, Asks.TEXT
    ),
}


def words(question: Asked) -> Words:
    """What a question says to its reader; what an organiser has written comes before what stands ready."""
    ready = READY.get(question.standard)
    label = question.label or (str(ready.label) if ready else "")
    hint = question.hint or (str(ready.hint) if ready and not question.label else "")
    if question.kind == Asks.SCALE:
        return Words(label, hint, tuple((grade, grade) for grade in rules.SCALE))
    return Words(label, hint, tuple((option, _(option)) for option in question.options))


def closed(survey: SurveyFacts | None, registered: Registered, *, came: bool, today: date) -> Said | None:
    """Why somebody cannot answer; None when they can."""
    door = survey.door(today) if survey else Door.OFF
    if survey is None or door is Door.OFF:
        return Said(_("Ingen utvärdering"), _("Arrangören frågar inte vad besökarna tyckte den här gången."))
    if door is Door.EARLY:
        told = _("Utvärderingen öppnar {day}. Välkommen tillbaka då.")
        return Said(_("Inte än"), told.format(day=date_format(survey.ends_on, "j F Y")))
    if door is Door.CLOSED:
        last = date_format(survey.closed_on or survey.closes_on, "j F Y")
        return Said(_("Utvärderingen är stängd"), _("Det gick att svara till {day}.").format(day=last))
    if registered.state != RegistrationState.CONFIRMED or not came:
        return Said(_("Frågorna är till dem som var där"), absent(registered))
    return None


def absent(registered: Registered) -> str:
    """What to say to somebody whom no door has seen."""
    told = _("Vi har ingen notering om att du checkade in.")
    if not registered.day.contact_email:
        return told
    ask = _("Var du där? Skriv till {email}, så rättar vi det.")
    return f"{told} {ask.format(email=registered.day.contact_email)}"


def thanks(survey: SurveyFacts) -> Said:
    """What somebody reads who has answered, the first time and every time after."""
    told = _("Ditt svar är inne, utan ditt namn. Det går inte att ändra, för vi vet inte vilket som är ditt.")
    return Said(_("Tack för ditt svar"), told)


def address(code: str) -> str:
    """Where somebody answers."""
    return reverse("day:evaluation", args=[code])
