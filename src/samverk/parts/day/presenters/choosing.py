"""What a visitor asks the page of a Day for, and chooses from it. All of it is carried in the address."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samverk.parts.day.models import Kind
from samverk.parts.day.queries.editions import EditionFacts
from samverk.parts.day.queries.programme import Programme, SessionFacts
from samverk.parts.day.rules import choice
from samverk.ui.frame import Link

LIST, TABLE = "lista", "tabell"


@dataclass(frozen=True)
class Asked:
    """What a visitor asks the page for, all of it in the address."""

    chosen: tuple[int, ...] = ()
    stream: int | None = None
    kind: str = ""
    form: str = LIST
    only_mine: bool = False

    def address(self, *, anchor: str = "program", **changes: object) -> str:
        """The same question with something else in it."""
        now = {
            "val": choice.written(self.chosen),
            "spar": self.stream or "",
            "slag": self.kind,
            "som": "" if self.form == LIST else self.form,
            "mina": "1" if self.only_mine else "",
        }
        query = urlencode({name: value for name, value in (now | changes).items() if value}, safe=",")
        return f"?{query}#{anchor}" if query else f".#{anchor}"


@dataclass(frozen=True)
class Mine:
    """A visitor's own choice of sessions."""

    count: str
    overlaps: tuple[str, ...]
    toggle: Link
    clear_url: str
    calendar_url: str


def asked(query: Mapping[str, str]) -> Asked:
    """What the address asks for. What cannot be read is left out, never refused."""
    stream = query.get("spar", "")
    return Asked(
        chosen=choice.read(query.get("val", "")),
        stream=int(stream) if stream.isascii() and stream.isdigit() and len(stream) < 19 else None,
        kind=query.get("slag", "") if query.get("slag", "") in Kind.values else "",
        form=TABLE if query.get("som") == TABLE else LIST,
        only_mine=query.get("mina") == "1",
    )


def mine(facts: EditionFacts, programme: Programme, wanted: Asked) -> Mine | None:
    """What the visitor has chosen, when anything."""
    chosen = [session for session in programme.sessions if session.id in wanted.chosen]
    if not chosen:
        return None
    number = len(chosen)
    toggle = (
        Link(_("Visa hela programmet"), wanted.address(mina=""))
        if wanted.only_mine
        else Link(_("Visa bara mina val"), wanted.address(mina="1"))
    )
    calendar = reverse("day:calendar", args=[facts.line.series_slug, facts.line.slug])
    return Mine(
        count=ngettext("Du har valt %(number)d punkt", "Du har valt %(number)d punkter", number)
        % {"number": number},
        overlaps=tuple(_overlaps(chosen)),
        toggle=toggle,
        clear_url=wanted.address(val="", mina=""),
        calendar_url=f"{calendar}?val={choice.written(tuple(session.id for session in chosen))}",
    )


def _overlaps(chosen: list[SessionFacts]) -> Iterable[str]:
    for number, one in enumerate(chosen):
        for other in chosen[number + 1 :]:
            if one.placed.overlaps(other.placed) and not (one.is_cancelled or other.is_cancelled):
                yield _("”{one}” och ”{other}” pågår samtidigt.").format(one=one.title, other=other.title)
