"""Questions in the words of the screen. Those that stand ready are worded here, in the reader's language."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, gettext_noop

from samverk.parts.day.actions.questions import Facts
from samverk.parts.day.models import QuestionKind, Standard
from samverk.parts.day.queries.questions import QuestionLine

YES, NO = "ja", "nej"


@dataclass(frozen=True)
class Ready:
    """A question that stands ready."""

    label: str | Promise
    hint: str | Promise
    kind: QuestionKind
    sensitive: bool = False
    options: tuple[str, ...] = ()


@dataclass(frozen=True)
class Words:
    """What a question says."""

    label: str
    hint: str
    options: tuple[tuple[str, str], ...]


READY: dict[str, Ready] = {
    Standard.DIET: Ready(
        gettext_lazy("Allergi eller särskild kost"),
        gettext_lazy("Bara det som köket behöver veta."),
        QuestionKind.TEXT,
        sensitive=True,
    ),
    Standard.ACCESS: Ready(
        gettext_lazy("Vad behöver du för att kunna delta?"),
        gettext_lazy("Till exempel hörslinga, plats för rullstol eller en ledsagare."),
        QuestionKind.TEXT,
        sensitive=True,
    ),
    Standard.INTERPRETER: Ready(
        gettext_lazy("Behöver du tolk?"),
        gettext_lazy("Vi hör av oss om vilket språk du vill ha."),
        QuestionKind.CHOICE,
        sensitive=True,
        options=(
            gettext_noop("Teckenspråkstolk"),
            gettext_noop("Skrivtolk"),
            gettext_noop("Dövblindtolk"),
            gettext_noop("Tolk till ett annat språk"),
        ),
    ),
    Standard.PHOTO: Ready(
        gettext_lazy("Får du synas på bilder från dagen?"),
        gettext_lazy("Du kan ändra dig fram till dagen."),
        QuestionKind.YES_NO,
    ),
    Standard.MEETINGS: Ready(
        gettext_lazy("Vill du ha affärsmöten under dagen?"),
        gettext_lazy("Korta, bokade möten mellan sociala företag och köpare."),
        QuestionKind.YES_NO,
    ),
}


def ready_facts() -> dict[str, Facts]:
    """The questions that stand ready, as they are added: without words, which are the reader's language's."""
    return {
        name: Facts(label="", standard=name, kind=one.kind, options=one.options, sensitive=one.sensitive)
        for name, one in READY.items()
    }


def words(question: QuestionLine) -> Words:
    """What a question says to its reader; what an organiser has written comes before what stands ready."""
    ready = READY.get(question.standard)
    label = question.label or (str(ready.label) if ready else "")
    hint = question.hint or (str(ready.hint) if ready and not question.label else "")
    if question.kind == QuestionKind.YES_NO:
        return Words(label, hint, ((YES, _("Ja")), (NO, _("Nej"))))
    return Words(label, hint, tuple((option, _(option)) for option in question.options))


def said(question: QuestionLine, value: object) -> str:
    """An answer in words."""
    is_chosen = question.options or question.kind == QuestionKind.YES_NO
    names = dict(words(question).options) if is_chosen else {}
    values = value if isinstance(value, list) else [value]
    return ", ".join(names.get(str(one), str(one)) for one in values if one not in (None, ""))
