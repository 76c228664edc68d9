"""Answering the evaluation, by the personal link. Nothing of the answer is kept with the person."""

from contextlib import suppress

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from samverk.base.web.answers.onward import SeeOther
from samverk.parts.day.actions import answering
from samverk.parts.day.forms.evaluation import EvaluationForm, Occasion
from samverk.parts.day.presenters import survey as presenters
from samverk.parts.day.queries import checkin, registration
from samverk.parts.day.queries import evaluation as queries
from samverk.parts.day.queries.evaluation import SurveyFacts
from samverk.parts.day.queries.registration import Registered
from samverk.parts.day.views.doorstep import DeadLink, personal


@personal
@require_http_methods(["GET", "HEAD", "POST"])
def evaluation(request: HttpRequest, code: str) -> HttpResponse:
    """The questions, or thanks to whoever has answered them."""
    registered = registration.by_link(code)
    if registered is None:
        raise DeadLink
    survey = queries.survey(registered.day.id)
    attended = checkin.attended(registered.id)
    came = attended.came or not checkin.came([registered.day.id])
    if said := presenters.closed(survey, registered, came=came, today=timezone.localdate()):
        return _tell(request, registered, said)
    assert survey is not None  # noqa: S101 - what is not there is closed
    if queries.has_answered(survey_id=survey.id, reference=registered.reference):
        return _tell(request, registered, presenters.thanks(survey), is_done=True)
    occasion = Occasion(
        starts_on=registered.day.starts_on,
        ends_on=registered.day.ends_on,
        sessions=queries.judged_sessions(registered.day.id),
        attended=frozenset(session.id for session in attended.sessions),
    )
    form = EvaluationForm(
        request.POST if request.method == "POST" else None, survey=survey, occasion=occasion
    )
    if request.method == "POST" and form.is_valid():
        return _received(request, registered, survey, form)
    return _show(request, registered, survey, form)


def _received(
    request: HttpRequest, registered: Registered, survey: SurveyFacts, form: EvaluationForm
) -> HttpResponse:
    """Sent twice, it counts once, and the answer is the same."""
    with suppress(answering.Again, answering.NotOpen):  # the page says how it stands
        answering.answer(
            edition_id=registered.day.id,
            reference=registered.reference,
            sheet=form.sheet(),
            today=timezone.localdate(),
        )
    return SeeOther(request.path)


def _show(
    request: HttpRequest, registered: Registered, survey: SurveyFacts, form: EvaluationForm
) -> HttpResponse:
    sessions = form.sessions
    context = {
        "registered": registered,
        "survey": survey,
        "form": form,
        "near": [section for section in sessions if section.attended],
        "others": [section for section in sessions if not section.attended],
        "is_other_wrong": any(section.is_wrong for section in sessions if not section.attended),
    }
    return render(request, "day/evaluation/form.html", context, status=422 if form.errors else 200)


def _tell(
    request: HttpRequest, registered: Registered, said: presenters.Said, *, is_done: bool = False
) -> HttpResponse:
    context = {"registered": registered, "said": said, "is_done": is_done}
    return render(request, "day/evaluation/said.html", context)
