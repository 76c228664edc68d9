"""The organisers' evaluation: its questions, the invitation, what people thought, and what may be quoted."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from samverk.base.files.views.downloads import spreadsheet
from samverk.parts.day.actions import evaluation as actions
from samverk.parts.day.forms.evaluation import SurveyForm, SurveyQuestionForm
from samverk.parts.day.models import About, Asks
from samverk.parts.day.permissions import may_arrange
from samverk.parts.day.presenters import results as presenters
from samverk.parts.day.presenters.survey import READY, words
from samverk.parts.day.queries import evaluation as queries
from samverk.parts.day.queries import results
from samverk.parts.day.queries.evaluation import Asked, SurveyFacts
from samverk.parts.day.views.screens import edition_or_404, only, screen, sent
from samverk.ui.frame import Link


@only(may_arrange)
@require_safe
def overview(request: HttpRequest, edition_id: int) -> HttpResponse:
    """What people thought, in charts and words."""
    found, survey = edition_or_404(edition_id), queries.survey(edition_id)
    today = timezone.localdate()
    told = (
        presenters.overview(survey, results.results(edition_id), results.before(edition_id), today=today)
        if survey
        else None
    )
    return screen(
        request,
        "evaluation",
        title=_("Utvärdering"),
        edition=found,
        survey=survey,
        told=told,
        quotations=results.quotations(edition_id),
        door=survey.door(today).value if survey else "",
    )


@only(may_arrange)
@require_POST
def begin(request: HttpRequest, edition_id: int) -> HttpResponse:
    """Begin an evaluation with the questions that stand ready."""
    edition_or_404(edition_id)
    ready = [
        actions.Facts(standard=name, about=one.about, kind=one.kind, options=one.options)
        for name, one in READY.items()
    ]
    actions.begin(edition_id=edition_id, questions=ready, by=request.user)
    messages.success(request, _("Utvärderingen är klar att användas. Läs frågorna och ändra om du vill."))
    return redirect("day_desk:survey_questions", edition_id)


@only(may_arrange)
@require_http_methods(["GET", "HEAD", "POST"])
def questions(request: HttpRequest, edition_id: int) -> HttpResponse:
    """The questions, and for how long one can answer them."""
    found, survey = edition_or_404(edition_id), _survey_or_404(edition_id)
    form = SurveyForm(sent(request), initial={"is_on": survey.is_on, "days_open": survey.days_open})
    if request.method == "POST" and form.is_valid():
        actions.set_up(edition_id=edition_id, by=request.user, **form.cleaned_data)
        messages.success(request, _("Ändringen är sparad."))
        return redirect("day_desk:survey_questions", edition_id)
    rows = [
        (one, words(one), str(Asks(one.kind).label), str(About(one.about).label)) for one in survey.questions
    ]
    title, status = _("Frågor i utvärderingen"), 422 if form.errors else 200
    return screen(
        request, "survey_questions", title=title, edition=found, form=form, rows=rows, way=(), status=status,
        begun=survey.has_begun,
    )  # fmt: skip


@only(may_arrange)
@require_http_methods(["GET", "HEAD", "POST"])
def new_question(request: HttpRequest, edition_id: int) -> HttpResponse:
    """Ask a question of one's own."""
    _survey_or_404(edition_id)
    form = SurveyQuestionForm(sent(request))
    if request.method == "POST" and form.is_valid():
        actions.add_question(edition_id=edition_id, facts=form.facts(), by=request.user)
        return redirect("day_desk:survey_questions", edition_id)
    return _form(request, edition_id, form, title=_("Ny fråga"))


@only(may_arrange)
@require_http_methods(["GET", "HEAD", "POST"])
def question(request: HttpRequest, edition_id: int, question_id: int) -> HttpResponse:
    """Change a question."""
    survey = _survey_or_404(edition_id)
    found = _question_or_404(survey, question_id)
    form = SurveyQuestionForm(sent(request), question=found, begun=survey.has_begun)
    if request.method == "POST" and form.is_valid():
        try:
            actions.change_question(question_id=question_id, facts=form.facts(), by=request.user)
        except actions.Begun:
            form.add_error(None, _("Någon kan ha svarat, så bara frågans ord kan ändras nu."))
        else:
            return redirect("day_desk:survey_questions", edition_id)
    return _form(request, edition_id, form, title=_("Ändra fråga"))


@only(may_arrange)
@require_POST
def turn_question(request: HttpRequest, edition_id: int, question_id: int) -> HttpResponse:
    """Move a question up, or ask it no more."""
    _question_or_404(_survey_or_404(edition_id), question_id)
    if request.POST.get("do") == "up":
        actions.move_question_up(question_id=question_id, by=request.user)
        return redirect("day_desk:survey_questions", edition_id)
    try:
        actions.remove_question(question_id=question_id, by=request.user)
    except actions.Begun:
        messages.error(request, _("Någon kan ha svarat på frågan, så den finns kvar."))
    return redirect("day_desk:survey_questions", edition_id)


@only(may_arrange)
@require_POST
def turn(request: HttpRequest, edition_id: int) -> HttpResponse:
    """Invite now, or close now."""
    _survey_or_404(edition_id)
    today = timezone.localdate()
    if request.POST.get("do") == "close":
        actions.close(edition_id=edition_id, by=request.user, today=today)
        messages.success(request, _("Utvärderingen är stängd. Vem som har svarat är raderat."))
        return redirect("day_desk:evaluation", edition_id)
    try:
        letters = actions.invite(edition_id=edition_id, by=request.user, today=today)
    except actions.NotNow:
        messages.error(request, _("Det går inte att bjuda in nu, eller så är inbjudan redan skickad."))
    else:
        messages.success(request, _("%(letters)d brev är på väg.") % {"letters": letters})
    return redirect("day_desk:evaluation", edition_id)


@only(may_arrange)
@require_POST
def quote(request: HttpRequest, edition_id: int) -> HttpResponse:
    """Release words as a quotation, or take them back."""
    _survey_or_404(edition_id)
    back = reverse("day_desk:evaluation", args=[edition_id]) + "#citat"
    if key := request.POST.get("take_back", ""):
        if key.isdecimal() and any(one.id == int(key) for one in results.quotations(edition_id)):
            actions.take_back(edition_id=edition_id, quotation_id=int(key), by=request.user)
            messages.success(request, _("Citatet är inte längre släppt."))
        return redirect(back)
    try:
        text_id = UUID(request.POST.get("text", ""))
        quoted = request.POST.get("quoted", "")
        actions.release(
            edition_id=edition_id, text_id=text_id, quoted=quoted, by=request.user, today=timezone.localdate()
        )
    except (ValueError, actions.NotTheirWords):
        messages.error(
            request, _("Citatet måste vara en del av svaret, ord för ord. Korta det, men ändra inget.")
        )
    else:
        messages.success(request, _("Citatet är släppt och kan användas i artikeln om dagen."))
    return redirect(back)


@only(may_arrange)
@require_safe
def export(request: HttpRequest, edition_id: int, form: str) -> HttpResponseBase:
    """What may be shown, as a file."""
    found = edition_or_404(edition_id)
    _survey_or_404(edition_id)
    rows = presenters.file_rows(results.results(edition_id))
    name = f"utvardering-{found.line.slug}"
    response = spreadsheet(rows, form, name=name, title=_("Utvärdering"))
    response["Cache-Control"] = "no-store"
    return response


def _survey_or_404(edition_id: int) -> SurveyFacts:
    edition_or_404(edition_id)
    found = queries.survey(edition_id)
    if found is None:
        raise Http404
    return found


def _question_or_404(survey: SurveyFacts, question_id: int) -> Asked:
    found = next((one for one in survey.questions if one.id == question_id), None)
    if found is None:
        raise Http404
    return found


def _form(request: HttpRequest, edition_id: int, form: Any, *, title: str) -> HttpResponse:
    back = Link(_("Tillbaka utan att spara"), reverse("day_desk:survey_questions", args=[edition_id]))
    status = 422 if form.errors else 200
    return screen(
        request, "form", title=title, edition=edition_or_404(edition_id), form=form, submit=_("Spara"),
        back=back, status=status,
    )  # fmt: skip
