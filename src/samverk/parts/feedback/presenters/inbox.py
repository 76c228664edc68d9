"""The inbox in the words of the screen."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.http import QueryDict
from django.urls import reverse
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from samverk.base.audit.queries import Line
from samverk.parts.feedback.models import Kind, State
from samverk.parts.feedback.models.selection import EVERY_STATE
from samverk.parts.feedback.queries.comments import CommentInFull, Letter, Other
from samverk.parts.feedback.queries.inbox import CommentRow
from samverk.parts.feedback.queries.responsibility import Editor
from samverk.parts.feedback.rules.due import due
from samverk.parts.feedback.rules.handling import OPEN

TABS = {
    State.NEW: gettext_lazy("Nya"),
    State.ASSIGNED: gettext_lazy("Tilldelade"),
    State.ANSWERED: gettext_lazy("Besvarade"),
    State.CLOSED: gettext_lazy("Avslutade"),
    State.HELD: gettext_lazy("Undanlagda"),
    EVERY_STATE: gettext_lazy("Alla"),
}
EMPTY = {
    State.NEW: gettext_lazy("Inga nya synpunkter. Allt är läst."),
    State.ASSIGNED: gettext_lazy("Ingen håller på med någon synpunkt just nu."),
    State.ANSWERED: gettext_lazy("Inga besvarade synpunkter ligger kvar."),
    State.CLOSED: gettext_lazy("Inga avslutade synpunkter ligger kvar."),
    State.HELD: gettext_lazy(
        "Inget är undanlagt. Här hamnar sådant som kommer i en flod och kan vara skräp."
    ),
    EVERY_STATE: gettext_lazy("Ingen har skrivit något än. Synpunkter från sidornas formulär hamnar här."),
}
EMPTY_AFTER_SEARCH = gettext_lazy("Inget stämmer med det du söker.")
DEEDS = {
    "feedback.assign": gettext_lazy("gav synpunkten till någon"),
    "feedback.answer": gettext_lazy("svarade"),
    "feedback.pass_on": gettext_lazy("skickade svaret till fler"),
    "feedback.try_again": gettext_lazy("försökte skicka svaret igen"),
    "feedback.close": gettext_lazy("avslutade"),
    "feedback.reopen": gettext_lazy("öppnade igen"),
    "feedback.let_in": gettext_lazy("släppte in"),
    "feedback.merge": gettext_lazy("slog ihop den med en annan"),
    "feedback.merged_here": gettext_lazy("slog ihop en annan med den här"),
    "feedback.part": gettext_lazy("skilde den från en annan"),
}
LETTERS = {
    "waiting": gettext_lazy("Brevet väntar på att skickas."),
    "sent": gettext_lazy("Brevet är skickat."),
    "failing": gettext_lazy("Brevet har inte gått fram än. Det skickas igen av sig självt."),
    "failed": gettext_lazy("Brevet gick inte fram."),
}
TONES = {"waiting": "info", "sent": "success", "failing": "warning", "failed": "critical"}
FILTERS = ("q", "kind", "section", "since", "until", "mine", "failing", "path")


@dataclass(frozen=True)
class Tab:
    """A state of the inbox, and how much there is in it."""

    label: str
    count: int
    url: str
    is_current: bool


@dataclass(frozen=True)
class Shown:
    """A comment in the list, with its words."""

    row: CommentRow
    url: str
    state: str
    shortcoming: str
    due: datetime | None
    is_late: bool


def tabs(counts: dict[str, int], *, current: str, asked: QueryDict) -> list[Tab]:
    """The states, each leading to itself with the rest of the filter kept."""
    found = []
    for state, label in TABS.items():
        query = asked.copy()
        query["state"] = state
        query.pop("p", None)
        url = f"{reverse('feedback_inbox')}?{query.urlencode()}"
        found.append(Tab(str(label), counts[state], url, state == current))
    return found


def rows(found: list[CommentRow], *, reply_days: int, now: datetime) -> list[Shown]:
    """The comments of a page of the list."""
    return [
        Shown(
            row=row,
            url=reverse("feedback_comment", args=[row.id]),
            state=str(State(row.state).label),
            shortcoming=str(Kind.SHORTCOMING.label) if row.kind == Kind.SHORTCOMING else "",
            **_due(row, reply_days, now),
        )
        for row in found
    ]


def nothing(*, state: str, asked: QueryDict) -> str:
    """What an empty list says."""
    return str(
        EMPTY_AFTER_SEARCH
        if any(asked.get(name) for name in FILTERS)
        else EMPTY[State(state) if state != EVERY_STATE else state]
    )


def comment(
    found: CommentInFull, *, editors: tuple[Editor, ...], reply_days: int, now: datetime
) -> dict[str, Any]:
    """What a comment's page shows beside the comment itself."""
    return {
        "state": State(found.state).label,
        "shortcoming": found.kind == Kind.SHORTCOMING,
        "page_url": local_address(found.path),
        "wish": _wish(found),
        "answers": [(given, [_letter(letter) for letter in given.letters]) for given in found.answers],
        "alike": [(other, State(other.state).label, _keeps(found, other)) for other in found.alike],
        "history": [_line(line, editors) for line in found.history],
        **_due(found, reply_days, now),
    }


def local_address(path: str) -> str:
    """The address as a link, if it is one of this site: what visitors send may be anything."""
    return path if path.startswith("/") and not path.startswith("//") and "\\" not in path else ""


def duration(wait: timedelta | None) -> str:
    """A wait in the unit that fits."""
    if wait is None:
        return "–"
    hours = wait.total_seconds() / 3600
    if hours < 1:
        return _("under en timme")
    if hours < 48:
        return ngettext("%(n)d timme", "%(n)d timmar", round(hours)) % {"n": round(hours)}
    return ngettext("%(n)d dag", "%(n)d dagar", round(hours / 24)) % {"n": round(hours / 24)}


def _due(found: CommentRow | CommentInFull, reply_days: int, now: datetime) -> dict[str, Any]:
    if found.kind != Kind.SHORTCOMING or found.state not in OPEN:
        return {"due": None, "is_late": False}
    moment = due(came=localtime(found.created_at), working_days=reply_days)
    return {"due": moment, "is_late": moment < now}


def _wish(found: CommentInFull) -> str:
    if found.has_address:
        return _("Vill ha svar med e-post.")
    if found.answers:
        return _("Har fått svar. Adressen är raderad.")
    return _("Har inte lämnat någon adress, så det går inte att svara.")


def _letter(letter: Letter) -> dict[str, Any]:
    return {"letter": letter, "words": str(LETTERS[letter.state]), "tone": TONES[letter.state]}


def _keeps(found: CommentInFull, other: Other) -> bool:
    """Whether the comment that is shown stays when the two are merged: the one that has got furthest does."""
    return other.state in OPEN or found.state not in OPEN


def _line(line: Line, editors: tuple[Editor, ...]) -> dict[str, Any]:
    names = {editor.id: editor.name for editor in editors}
    to = line.facts.get("to")
    about = line.facts.get("into") or line.facts.get("which")
    what = str(DEEDS.get(line.action, line.action))
    if line.action == "feedback.assign":
        what = (
            _("gav synpunkten till %(name)s") % {"name": names.get(to, _("någon"))}
            if to
            else _("lade tillbaka den")
        )
    return {"at": line.at, "who": line.actor or _("Systemet"), "what": what, "about": about}
