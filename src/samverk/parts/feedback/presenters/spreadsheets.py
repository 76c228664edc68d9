"""Comments as rows of a spreadsheet: no address comes along."""

from collections.abc import Iterable, Iterator
from datetime import datetime

from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from samverk.parts.feedback.queries.inbox import ExportRow


def headings() -> list[str | int]:
    """What stands above the columns."""
    return [
        _("Nummer"),
        _("Kom in"),
        _("Slag"),
        _("Läge"),
        _("Synpunkt"),
        _("Sida"),
        _("Adress"),
        _("Språk"),
        _("Del av webbplatsen"),
        _("Tilldelad"),
        _("Vill ha svar"),
        _("Sammanslagna"),
        _("Besvarad"),
        _("Avslutad"),
    ]


def rows(comments: Iterable[ExportRow]) -> Iterator[list[str | int]]:
    """The comments as rows of a file, headings first."""
    yield headings()
    for comment in comments:
        yield _values(comment)


def _values(row: ExportRow) -> list[str | int]:
    return [
        row.id,
        _moment(row.created_at),
        row.kind,
        row.state,
        row.text,
        row.page_title,
        row.path,
        row.language,
        row.section,
        row.assigned_to,
        _("ja") if row.wants_answer else _("nej"),
        row.duplicates,
        _moment(row.answered_at),
        _moment(row.closed_at),
    ]


def _moment(at: datetime | None) -> str:
    return f"{localtime(at):%Y-%m-%d %H:%M}" if at else ""
