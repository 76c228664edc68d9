"""Lists as files: the same ones, whether they are made at once or in the background."""

from collections.abc import Callable, Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import override

from samverk.base.files.presenters import spreadsheets
from samverk.parts.day.actions.uploads import File
from samverk.parts.day.presenters import lists as presenters
from samverk.parts.day.presenters import sheets
from samverk.parts.day.queries import editions
from samverk.parts.day.queries import lists as queries
from samverk.parts.day.queries.lists import Wanted
from samverk.parts.day.queries.questions import questions
from samverk.parts.day.queries.uploads import ExportState
from samverk.parts.day.rules.exporting import BADGES, NEEDS, counted

TYPES = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "pdf": "application/pdf",
}
Tell = Callable[[int], None]


def made(state: ExportState, tell: Tell) -> File:
    """The file of a list that somebody has asked for; `tell` hears how many rows are done."""
    with override(state.language):
        return file(edition_id=state.edition_id, what=state.what, wanted=state.wanted, tell=tell)


def file(*, edition_id: int, what: str, wanted: Mapping[str, Any], tell: Tell = lambda number: None) -> File:
    """A list as a file.

    :raises LookupError: when there is no such list or edition.
    """
    found = editions.edition(edition_id)
    if found is None:
        raise LookupError(edition_id)
    title, slug = found.line.title, found.line.slug
    if what in NEEDS:
        form = what.rpartition("-")[2]
        sensitive = [question for question in questions(edition_id) if question.sensitive]
        needs = counted(queries.needs(edition_id), tell)
        rows = presenters.need_rows(needs, sensitive)
        return _sheet(rows, form, name=f"behov-{slug}", title=_("Kost och tillgänglighet"))
    lines = counted(queries.every_line(edition_id=edition_id, wanted=Wanted(**wanted)), tell)
    if what.startswith(BADGES):
        labels = sheets.LABELS[what.removeprefix(BADGES)]
        content = sheets.badges(lines, labels, day=title)
        return File(f"namnskyltar-{slug}.pdf", TYPES["pdf"], content)
    if what == "pdf":
        return File(f"anmalda-{slug}.pdf", TYPES["pdf"], sheets.tick_list(lines, day=title))
    rows = presenters.file_rows(lines, questions(edition_id))
    return _sheet(rows, what, name=f"anmalda-{slug}", title=_("Anmälda"))


def _sheet(rows: Any, form: str, *, name: str, title: str) -> File:
    if form == "csv":
        content = "".join(spreadsheets.csv_lines(rows)).encode()
    else:
        content = spreadsheets.workbook(rows, title=title)
    return File(f"{name}.{form}", TYPES[form], content)
