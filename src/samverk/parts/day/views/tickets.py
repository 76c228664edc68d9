"""The organisers' pages for kinds of tickets and questions."""

from typing import Any

from django.contrib import messages
from django.db import IntegrityError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from samverk.parts.day.actions import questions as question_actions
from samverk.parts.day.actions import tickets as actions
from samverk.parts.day.actions.sellers import NoExemptNote, NoSeller
from samverk.parts.day.forms.tickets import KindForm, QuestionForm
from samverk.parts.day.models import QuestionKind
from samverk.parts.day.permissions import may_arrange
from samverk.parts.day.presenters import lists
from samverk.parts.day.presenters.questions import READY, ready_facts, words
from samverk.parts.day.queries import questions as question_queries
from samverk.parts.day.queries import tickets as queries
from samverk.parts.day.queries.tickets import KindLine
from samverk.parts.day.views.screens import edition_or_404, only, screen, sent
from samverk.ui.frame import Link


@only(may_arrange)
@require_safe
def tickets(request: HttpRequest, edition_id: int) -> HttpResponse:
    """The kinds of tickets, and how many have asked for each."""
    found, counted = edition_or_404(edition_id), queries.counts(edition_id)
    kinds, table = [one.kind for one in counted], lists.counts(counted) if counted else None
    return screen(request, "tickets", title=_("Biljetter"), edition=found, kinds=kinds, table=table)


@only(may_arrange)
@require_http_methods(["GET", "HEAD", "POST"])
def new_kind(request: HttpRequest, edition_id: int) -> HttpResponse:
    """Add a kind of ticket."""
    edition_or_404(edition_id)
    form = KindForm(sent(request))
    if (
        request.method == "POST"
        and form.is_valid()
        and _kept(form, lambda: _add_kind(request, edition_id, form))
    ):
        messages.success(request, _("Biljetten är skapad."))
        return redirect("day_desk:tickets", edition_id)
    return _form(request, edition_id, form, title=_("Ny biljett"), back="tickets")


@only(may_arrange)
@require_http_methods(["GET", "HEAD", "POST"])
def kind(request: HttpRequest, edition_id: int, kind_id: int) -> HttpResponse:
    """Change a kind of ticket."""
    form = KindForm.of(_kind_or_404(edition_id, kind_id), sent(request))
    if (
        request.method == "POST"
        and form.is_valid()
        and _kept(form, lambda: _change_kind(request, kind_id, form))
    ):
        messages.success(request, _("Biljetten är ändrad. Nya platser erbjuds dem som väntar."))
        return redirect("day_desk:tickets", edition_id)
    remove = reverse("day_desk:remove_kind", args=[edition_id, kind_id])
    return _form(request, edition_id, form, title=_("Ändra biljett"), back="tickets", remove=remove)


@only(may_arrange)
@require_POST
def remove_kind(request: HttpRequest, edition_id: int, kind_id: int) -> HttpResponse:
    """Remove a kind of ticket that nobody has asked for."""
    _kind_or_404(edition_id, kind_id)
    try:
        actions.remove(kind_id=kind_id, by=request.user)
    except actions.InUse:
        messages.error(
            request, _("Någon har anmält sig, så biljetten finns kvar. Sätt hellre antalet platser till 0.")
        )
        return redirect("day_desk:kind", edition_id, kind_id)
    messages.success(request, _("Biljetten är borttagen."))
    return redirect("day_desk:tickets", edition_id)


@only(may_arrange)
@require_safe
def questions(request: HttpRequest, edition_id: int) -> HttpResponse:
    """The questions, and those that stand ready to be added."""
    found = edition_or_404(edition_id)
    asked = question_queries.questions(edition_id)
    there = {question.standard for question in asked}
    rows = [(question, words(question), QuestionKind(question.kind).label) for question in asked]
    ready = [(name, one.label) for name, one in READY.items() if name not in there]
    return screen(request, "questions", title=_("Frågor"), edition=found, rows=rows, ready=ready)


@only(may_arrange)
@require_POST
def add_ready(request: HttpRequest, edition_id: int) -> HttpResponse:
    """Ask one of the questions that stand ready, or all of them."""
    edition_or_404(edition_id)
    question_actions.add_ready(
        edition_id=edition_id, which=request.POST.get("which", ""), ready=ready_facts(), by=request.user
    )
    return redirect("day_desk:questions", edition_id)


@only(may_arrange)
@require_http_methods(["GET", "HEAD", "POST"])
def new_question(request: HttpRequest, edition_id: int) -> HttpResponse:
    """Ask a question of one's own."""
    edition_or_404(edition_id)
    form = QuestionForm(sent(request), others=question_queries.questions(edition_id))
    if request.method == "POST" and form.is_valid():
        question_actions.add(edition_id=edition_id, facts=form.facts(), by=request.user)
        return redirect("day_desk:questions", edition_id)
    return _form(request, edition_id, form, title=_("Ny fråga"), back="questions")


@only(may_arrange)
@require_http_methods(["GET", "HEAD", "POST"])
def question(request: HttpRequest, edition_id: int, question_id: int) -> HttpResponse:
    """Change a question."""
    asked = question_queries.questions(edition_id)
    found = next((one for one in asked if one.id == question_id), None)
    if found is None:
        raise Http404
    form = QuestionForm(sent(request), others=asked, question=found)
    if request.method == "POST" and form.is_valid():
        question_actions.change(question_id=question_id, facts=form.facts(), by=request.user)
        return redirect("day_desk:questions", edition_id)
    remove = reverse("day_desk:turn_question", args=[edition_id, question_id])
    return _form(request, edition_id, form, title=_("Ändra fråga"), back="questions", remove=remove)


@only(may_arrange)
@require_POST
def turn_question(request: HttpRequest, edition_id: int, question_id: int) -> HttpResponse:
    """Move a question up, or ask it no more."""
    if not any(one.id == question_id for one in question_queries.questions(edition_id)):
        raise Http404
    if request.POST.get("do") == "up":
        question_actions.move_up(question_id=question_id, by=request.user)
    else:
        question_actions.remove(question_id=question_id, by=request.user)
    return redirect("day_desk:questions", edition_id)


def _add_kind(request: HttpRequest, edition_id: int, form: KindForm) -> None:
    actions.add(edition_id=edition_id, facts=form.facts(), by=request.user)


def _change_kind(request: HttpRequest, kind_id: int, form: KindForm) -> None:
    actions.change(kind_id=kind_id, facts=form.facts(), by=request.user, now=timezone.now())


def _kept(form: KindForm, action: Any) -> bool:
    """Do it, or tell on the field why it cannot be done."""
    try:
        action()
    except actions.BelowTaken as problem:
        form.add_error("quota", _("%(taken)d platser är redan tagna.") % {"taken": problem.taken})
    except actions.AboveCapacity as problem:
        form.add_error("quota", _("Dagen har plats för högst %(left)d till.") % {"left": problem.left})
    except NoSeller:
        form.add_error("price", _("Fyll först i vem som skickar fakturan, under Fakturor."))
    except NoExemptNote:
        form.add_error("vat_percent", _("Skriv först varför ingen moms tas ut, under Fakturor."))
    except IntegrityError:
        form.add_error("name", _("Det finns redan en biljett med det namnet."))
    return not form.errors


def _kind_or_404(edition_id: int, kind_id: int) -> KindLine:
    found = queries.kind(kind_id)
    if found is None or found.edition_id != edition_id:
        raise Http404
    return found


def _form(
    request: HttpRequest, edition_id: int, form: Any, *, title: str, back: str, remove: str = ""
) -> HttpResponse:
    link = Link(_("Tillbaka utan att spara"), reverse(f"day_desk:{back}", args=[edition_id]))
    status, submit = 422 if form.errors else 200, _("Spara")
    return screen(
        request,
        "ticket_form",
        title=title,
        edition=edition_or_404(edition_id),
        form=form,
        submit=submit,
        back=link,
        remove=remove,
        status=status,
    )
