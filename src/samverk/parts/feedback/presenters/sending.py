"""The form for comments and the pages around it, in the words of the screen."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.urls import reverse
from django.utils.formats import date_format, number_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from samverk.engine.language import Finding
from samverk.engine.language import Kind as Found
from samverk.parts.feedback.models import Kind
from samverk.parts.feedback.rules import marking, writing
from samverk.ui.frame import Link

NAMES = {
    Found.PERSONAL_NUMBER: gettext_lazy("personnummer"),
    Found.COORDINATION_NUMBER: gettext_lazy("samordningsnummer"),
    Found.TELEPHONE: gettext_lazy("telefonnummer"),
    Found.EMAIL: gettext_lazy("e-postadress"),
    Found.BANK_ACCOUNT: gettext_lazy("kontonummer"),
    Found.CARD: gettext_lazy("kortnummer"),
    Found.CARE: gettext_lazy("egen hälsa eller vård"),
}
NEVER_KEPT = gettext_lazy("Ta bort det. Vi sparar aldrig sådana nummer: skickar du ändå blir det dolt.")
SUGGESTIONS = {
    Found.PERSONAL_NUMBER: NEVER_KEPT,
    Found.COORDINATION_NUMBER: NEVER_KEPT,
    Found.TELEPHONE: gettext_lazy(
        "Ta bort det. Vill du ha svar, lämna din e-postadress i fältet under texten."
    ),
    Found.EMAIL: gettext_lazy(
        "Flytta den till fältet för e-post under texten, om den är din och du vill ha svar."
    ),
    Found.BANK_ACCOUNT: gettext_lazy("Ta bort det. Vi behöver det aldrig."),
    Found.CARD: gettext_lazy("Ta bort det, för din egen säkerhet. Vi behöver det aldrig."),
    Found.CARE: gettext_lazy(
        "Redaktionen kan inte hjälpa dig med vård och ska inte läsa om din hälsa. Skriv bara om sidan."
    ),
}


@dataclass(frozen=True)
class Words:
    """What the form says, for a comment or for a report of a shortcoming."""

    title: str
    lead: str
    label: str
    hint: str
    submit: str


@dataclass(frozen=True)
class Mark:
    """A part of the text; `name` says what was found in it, if anything."""

    text: str
    name: str = ""


@dataclass(frozen=True)
class Advice:
    """What to do about what was found of one kind."""

    name: str
    count: int
    suggestion: str
    is_care: bool


def receiver(site_name: str) -> str:
    """Who gets what is written."""
    return _("Det du skriver här går till webbredaktionen för %(site)s.") % {"site": site_name}


def words(kind: str) -> Words:
    """The words for what somebody wants to tell."""
    if kind == Kind.SHORTCOMING:
        return Words(
            title=_("Rapportera en brist"),
            lead=_("Berätta vad du inte kunde använda på webbplatsen."),
            label=_("Vad fungerar inte?"),
            hint=_("Berätta vad du ville göra och vad som hände. Högst %(most)s tecken.") % {"most": most()},
            submit=_("Skicka rapporten"),
        )
    return Words(
        title=_("Kommentera innehållet på sidan"),
        lead=_("Här kan du skicka synpunkter på sidan eller kommentera det som står på den."),
        label=_("Din synpunkt"),
        hint=_("Vad är bra, vad saknas, vad är fel? Högst %(most)s tecken.") % {"most": most()},
        submit=_("Skicka synpunkten"),
    )


def most() -> str:
    """How many characters a text may have."""
    return number_format(writing.LONGEST, use_l10n=True, force_grouping=True)


def too_large() -> str:
    """Why a text could not even be received."""
    return _("Texten är för lång för att tas emot. Korta den till högst %(most)s tecken.") % {"most": most()}


def marked(text: str, findings: Iterable[Finding]) -> tuple[Mark, ...]:
    """The text with what was found in it."""
    names = {str(kind): str(name) for kind, name in NAMES.items()}
    return tuple(Mark(piece.text, names.get(piece.kind, "")) for piece in marking.pieces(text, findings))


def advice(findings: Iterable[Finding]) -> tuple[Advice, ...]:
    """One suggestion for each kind of what was found, in the order of the text."""
    counts: dict[Found, int] = {}
    for finding in findings:
        counts[finding.kind] = counts.get(finding.kind, 0) + 1
    return tuple(
        Advice(str(NAMES[kind]), count, str(SUGGESTIONS[kind]), kind == Found.CARE)
        for kind, count in counts.items()
    )


def too_many(until: datetime, *, now: datetime) -> str:
    """When somebody may send again, in words."""
    moment = localtime(until)
    if moment - localtime(now) < timedelta(hours=1):
        return _("Du kan skicka igen klockan %(time)s.") % {"time": date_format(moment, "H:i")}
    return _("Du kan skicka igen i morgon.")


def about(*, path: str, title: str) -> Link | None:
    """The page that somebody comments, when it is known."""
    return Link(title or path, path) if path.startswith("/") else None


def reply_time(days: int) -> str:
    """When somebody who has left an address can expect an answer."""
    return ngettext("Vi svarar inom en arbetsdag.", "Vi svarar inom %(days)s arbetsdagar.", days) % {
        "days": days
    }


def thanks_url(kind: str) -> str:
    """Where a sender is thanked."""
    return reverse("feedback:reported" if kind == Kind.SHORTCOMING else "feedback:thanks")
