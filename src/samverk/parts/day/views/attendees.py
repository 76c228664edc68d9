"""The organisers' lists of those who have registered, and the files of them."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from samverk.parts.day.actions import questions as actions
from samverk.parts.day.actions import registration
from samverk.parts.day.actions.waiting import NotPossible
from samverk.parts.day.forms.tickets import FindForm
from samverk.parts.day.permissions import may_arrange, may_see_needs
from samverk.parts.day.presenters import lists as presenters
from samverk.parts.day.presenters import sheets
from samverk.parts.day.presenters.questions import words
from samverk.parts.day.queries import invoices, tickets, uploads
from samverk.parts.day.queries import lists as queries
from samverk.parts.day.queries.questions import QuestionLine, questions
from samverk.parts.day.rules import seats
from samverk.parts.day.rules.exporting import BADGES, LISTS, NEEDS
from samverk.parts.day.views.exports import give
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
    labels = {question.id: words(question).label for question in questions(edition_id)}
    return screen(
        request,
        "attendee",
        title=presenters.called(line),
        edition=found,
        facts=facts,
        may_cancel=may_cancel,
        leader_id=registration_id,
        files=[
            (labels[file.question_id], file)
            for file in uploads.of_registration(registration_id)
            if not file.sensitive or may_see_needs(request.user)
        ],
        invoices=invoices.of_group(registration_id),
        pays=invoices.payer(registration_id) is not None,
    )


@only(may_arrange)
@require_safe
def export(request: HttpRequest, edition_id: int, form: str) -> HttpResponseBase:
    """The list as a file."""
    edition_or_404(edition_id)
    wanted = FindForm(request.GET, kinds=tickets.kinds(edition_id)).wanted()
    if form not in LISTS:
        raise Http404
    total = queries.count(edition_id=edition_id, wanted=wanted)
    return give(request, edition_id=edition_id, what=form, wanted=vars(wanted), total=total)


@only(may_arrange)
@require_safe
def badges(request: HttpRequest, edition_id: int, labels: str) -> HttpResponseBase:
    """Badges for those who are coming, on sheets of labels."""
    edition_or_404(edition_id)
    if labels not in sheets.LABELS:
        raise Http404
    wanted = queries.Wanted(state="confirmed")
    total = queries.count(edition_id=edition_id, wanted=wanted)
    return give(request, edition_id=edition_id, what=BADGES + labels, wanted=vars(wanted), total=total)


@only(may_see_needs)
@require_safe
def needs(request: HttpRequest, edition_id: int) -> HttpResponse:
    """What those who are coming need."""
    found = edition_or_404(edition_id)
    page = queries.needs_page(edition_id, page=request.GET.get("sida", 1))
    actions.look_at_needs(edition_id=edition_id, by=request.user, people=len(page.object_list))
    sensitive = [question for question in questions(edition_id) if question.sensitive]
    return screen(
        request,
        "needs",
        title=_("Kost och tillgänglighet"),
        edition=found,
        page=page,
        table=presenters.needs_table(page.object_list, sensitive) if page.object_list else None,
        kitchen=_kitchen(edition_id, presenters.diet_of(sensitive)),
    )


@only(may_see_needs)
@require_safe
def export_needs(request: HttpRequest, edition_id: int, form: str) -> HttpResponseBase:
    """The same as a file. That somebody takes it out is written in the log."""
    edition_or_404(edition_id)
    if f"behov-{form}" not in NEEDS:
        raise Http404
    total = queries.count_needs(edition_id)
    actions.look_at_needs(edition_id=edition_id, by=request.user, people=total, as_file=True)
    return give(request, edition_id=edition_id, what=f"behov-{form}", wanted={}, total=total)


def _kitchen(edition_id: int, diet: QuestionLine | None) -> list[tuple[str, int]]:
    if diet is None:
        return []
    return presenters.for_kitchen(queries.counted_needs(edition_id, question_id=diet.id), diet)


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
