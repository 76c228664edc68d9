"""How many came, and who, in the words of the screen and of files."""

from collections.abc import Iterable, Iterator

from django.urls import reverse
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from samverk.parts.day.presenters.checkin import clock
from samverk.parts.day.presenters.sheets import attendance_list
from samverk.parts.day.queries.attendance import Counter, Visit
from samverk.parts.day.queries.doors import Place
from samverk.ui.frame import Link
from samverk.ui.table import Column, Table


def counts(counted: Counter) -> Table:
    """How many of those with each kind of ticket came."""
    columns = (
        Column(_("Biljett")),
        Column(_("Kom"), numeric=True),
        Column(_("Av"), numeric=True),
    )
    rows: list[tuple[object, ...]] = [(one.name, one.came, one.expected) for one in counted.kinds]
    if counted.without_seat:
        rows.append((_("Utan plats"), counted.without_seat, "–"))
    return Table(columns, [*rows, (_("Alla"), counted.came, counted.expected)])


def sessions(places: Iterable[Place]) -> Table:
    """How many were checked in to each session where somebody was."""
    columns = (Column(_("Programpunkt")), Column(_("Kom"), numeric=True), Column(_("Platser"), numeric=True))
    rows = [(one.title, one.inside, one.capacity or "–") for one in places if one.inside]
    return Table(columns, rows)


def now_in_sessions(places: Iterable[Place]) -> list[Place]:
    """The sessions that people have been checked in to, for the large screen."""
    return [one for one in places if one.inside]


def last(counted: Counter) -> str:
    """When somebody came last."""
    return _("Senast %(time)s") % {"time": clock(counted.last_at)} if counted.last_at else ""


def table(visits: Iterable[Visit], *, edition_id: int) -> Table:
    """The list on the screen."""
    columns = (
        Column(_("Namn")),
        Column(_("Organisation")),
        Column(_("Biljett")),
        Column(_("Kom in")),
        Column(_("Programpunkter"), numeric=True),
    )
    rows = [
        (
            (called(one), reverse("day_desk:attendee", args=[edition_id, one.id])),
            one.organisation,
            one.kind if one.has_seat else _("%(kind)s, utan plats") % {"kind": one.kind},
            clock(one.came_at) if one.came_at else _("nej"),
            one.sessions,
        )
        for one in visits
    ]
    return Table(columns, rows)


def choices(chosen: str) -> list[Link]:
    """Everybody, those who came, those who did not."""
    told = (("", _("Alla")), ("came", _("Kom")), ("absent", _("Kom inte")))
    return [Link(label, f"?visa={value}" if value else "?", current=value == chosen) for value, label in told]


def called(visit: Visit) -> str:
    """What to call somebody whose name may not be known."""
    return visit.name or (_("Kollega till %(name)s") % {"name": visit.leader} if visit.leader else "–")


def file_rows(visits: Iterable[Visit]) -> Iterator[list[str]]:
    """The list as rows of a file, headings first."""
    yield [_("Namn"), _("Organisation"), _("Biljett"), _("Hade plats"), _("Kom in"), _("Programpunkter")]
    for one in visits:
        yield [
            called(one),
            one.organisation,
            one.kind,
            _("ja") if one.has_seat else _("nej"),
            f"{localtime(one.came_at):%Y-%m-%d %H:%M}" if one.came_at else "",
            str(one.sessions),
        ]


def sheet(visits: Iterable[Visit], *, day: str) -> bytes:
    """The list on paper."""
    rows = (
        (clock(one.came_at) if one.came_at else "–", called(one), one.organisation, one.kind)
        for one in visits
    )
    return attendance_list(rows, day=day)
