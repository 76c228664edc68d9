"""The organisers' lists of those who have registered, and the files of them."""

from collections.abc import Iterator

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from samverk.base.files.views.downloads import download, spreadsheet
from samverk.parts.day.actions import questions as actions
from samverk.parts.day.actions import registration
from samverk.parts.day.actions.waiting import NotPossible
from samverk.parts.day.forms.tickets import FindForm
from samverk.parts.day.permissions import may_arrange, may_see_needs
from samverk.parts.day.presenters import lists as presenters
from samverk.parts.day.presenters import sheets
from samverk.parts.day.queries import lists as queries
from samverk.parts.day.queries import tickets
from samverk.parts.day.queries.questions import QuestionLine, questions
from samverk.parts.day.rules import seats
from samverk.parts.day.views.screens import edition_or_404, only, screen


@only(may_arrange)
@require_safe
def registrations(request: HttpRequest, edition_id: int) -> HttpResponse:
    """Everybody who has registered."""
    return _list(request, edition_id, in_line=False)


@only(may_arrange)
@require_safe
def waiting_list(request: HttpRequest, edition_id: int) -> HttpResponse:
    """Those who wait, in the order in which seats will be offered them."""
    return _list(request, edition_id, in_line=True)


@only(may_arrange)
@require_http_methods(["GET", "HEAD", "POST"])
def attendee(request: HttpRequest, edition_id: int, registration_id: int) -> HttpResponse:
    """One registration: for somebody who calls and wants to cancel, or has lost the link."""
    found = edition_or_404(edition_id)
    line = queries.line(edition_id=edition_id, registration_id=registration_id)
    if line is None:
        raise Http404
    if request.method == "POST":
        messages.success(request, _do(request, registration_id))
        return redirect("day_desk:attendee", edition_id, registration_id)
    facts, may_cancel = presenters.facts(line), seats.allows(seats.Deed.CANCEL, line.state)
    title = presenters.called(line)
    return screen(request, "attendee", title=title, edition=found, facts=facts, may_cancel=may_cancel)


@only(may_arrange)
@require_safe
def export(request: HttpRequest, edition_id: int, form: str) -> HttpResponseBase:
    """The list as a file."""
    found = edition_or_404(edition_id)
    wanted = FindForm(request.GET, kinds=tickets.kinds(edition_id)).wanted()
    lines = queries.every_line(edition_id=edition_id, wanted=wanted)
    if form == "pdf":
        return _pdf(sheets.tick_list(lines, day=found.line.title), name=f"anmalda-{found.line.slug}")
    rows = presenters.file_rows(lines, questions(edition_id))
    return _file(rows, form, name=f"anmalda-{found.line.slug}", title=_("Anmälda"))


@only(may_arrange)
@require_safe
def badges(request: HttpRequest, edition_id: int, labels: str) -> HttpResponse:
    """Badges for those who are coming, on sheets of labels."""
    found, size = edition_or_404(edition_id), sheets.LABELS.get(labels)
    if size is None:
        raise Http404
    lines = queries.every_line(edition_id=edition_id, wanted=queries.Wanted(state="confirmed"))
    return _pdf(sheets.badges(lines, size, day=found.line.title), name=f"namnskyltar-{found.line.slug}")


@only(may_see_needs)
@require_safe
def needs(request: HttpRequest, edition_id: int) -> HttpResponse:
    """What those who are coming need."""
    found = edition_or_404(edition_id)
    told, sensitive = _needs(request, edition_id)
    return screen(
        request,
        "needs",
        title=_("Kost och tillgänglighet"),
        edition=found,
        table=presenters.needs_table(told, sensitive) if told else None,
        kitchen=presenters.for_kitchen(told, sensitive),
    )


@only(may_see_needs)
@require_safe
def export_needs(request: HttpRequest, edition_id: int, form: str) -> HttpResponseBase:
    """The same as a file."""
    found = edition_or_404(edition_id)
    told, sensitive = _needs(request, edition_id, as_file=True)
    rows = presenters.need_rows(told, sensitive)
    return _file(rows, form, name=f"behov-{found.line.slug}", title=_("Kost och tillgänglighet"))


def _needs(
    request: HttpRequest, edition_id: int, *, as_file: bool = False
) -> tuple[tuple[queries.Need, ...], list[QuestionLine]]:
    """What those who are coming need, and what they were asked. That somebody looks is written in the log."""
    told = queries.needs(edition_id)
    actions.look_at_needs(edition_id=edition_id, by=request.user, people=len(told), as_file=as_file)
    return told, [question for question in questions(edition_id) if question.sensitive]


def _do(request: HttpRequest, registration_id: int) -> str:
    """Do what an organiser was asked to, and say what was done."""
    if request.POST.get("do") != "cancel":
        registration.send_link_for(registration_id=registration_id, by=request.user)
        return _("Länken är på väg.")
    try:
        registration.cancel_for(registration_id=registration_id, by=request.user, now=timezone.now())
    except NotPossible:
        return _("Anmälan var redan avbokad.")
    return _("Anmälan är avbokad. Platsen erbjuds den som står först i kön.")


def _list(request: HttpRequest, edition_id: int, *, in_line: bool) -> HttpResponse:
    found = edition_or_404(edition_id)
    counted = tickets.counts(edition_id)
    form = FindForm(request.GET, kinds=[one.kind for one in counted])
    page = queries.lines(
        edition_id=edition_id, wanted=form.wanted(in_line=in_line), page=request.GET.get("sida", 1)
    )
    return screen(
        request,
        "waiting" if in_line else "registrations",
        title=_("Väntelista") if in_line else _("Anmälda"),
        edition=found,
        form=form,
        page=page,
        counts=presenters.counts(counted),
        table=presenters.table(page.object_list, edition_id=edition_id, in_line=in_line),
        badges=[(size, sheets.told(labels)) for size, labels in sheets.LABELS.items()],
        query=request.GET.urlencode(),
        sees_needs=may_see_needs(request.user),
    )


def _pdf(content: bytes, *, name: str) -> HttpResponse:
    response = download(content, "application/pdf", name=f"{name}.pdf")
    response["Cache-Control"] = "no-store"
    return response


def _file(rows: Iterator[list[str]], form: str, *, name: str, title: str) -> HttpResponseBase:
    response = spreadsheet(rows, form, name=name, title=title)
    response["Cache-Control"] = "no-store"
    return response
