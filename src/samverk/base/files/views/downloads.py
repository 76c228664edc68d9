"""Files that are made when somebody asks for them."""

from django.http import Http404, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.utils.http import content_disposition_header

from samverk.base.files.presenters import spreadsheets

CSV, XLSX = "csv", "xlsx"
SPREADSHEETS = {
    CSV: "text/csv; charset=utf-8",
    XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


def attachment(name: str) -> str:
    """The header that has a browser save an answer under this name instead of showing it."""
    return content_disposition_header(as_attachment=True, filename=name) or "attachment"


def download(content: bytes, content_type: str, *, name: str) -> HttpResponse:
    """A file to save."""
    headers = {"Content-Disposition": attachment(name)}
    return HttpResponse(content, content_type=content_type, headers=headers)


def spreadsheet(rows: spreadsheets.Rows, form: str, *, name: str, title: str) -> HttpResponseBase:
    """Rows, headings first, as a file to save. A CSV file is sent while it is made.

    :raises Http404: when it is no form of spreadsheet that we make.
    """
    if form not in SPREADSHEETS:
        raise Http404
    if form == XLSX:
        return download(spreadsheets.workbook(rows, title=title), SPREADSHEETS[form], name=f"{name}.{form}")
    headers = {"Content-Disposition": attachment(f"{name}.{form}")}
    lines = spreadsheets.csv_lines(rows)
    return StreamingHttpResponse(lines, content_type=SPREADSHEETS[form], headers=headers)
