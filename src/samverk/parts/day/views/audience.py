"""Questions from the audience, on everybody's phone. The page is the same for all; votes and questions are
known by their origin (decision 0006), and by a name that a phone has chosen for itself (decision 0020)."""

from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse, StreamingHttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from samverk.base.events.views import stream
from samverk.base.people.adapters import client_address
from samverk.base.web.answers.onward import SeeOther
from samverk.engine.language import find
from samverk.parts.day.actions import audience as actions
from samverk.parts.day.forms.live import AUTO_ID, AskForm
from samverk.parts.day.models import Asked
from samverk.parts.day.presenters import audience as presenters
from samverk.parts.day.queries import audience as queries
from samverk.parts.day.queries import editions, programme
from samverk.parts.day.queries.editions import EditionFacts
from samverk.parts.day.queries.programme import SessionFacts
from samverk.parts.day.rules import topics
from samverk.parts.day.rules.audience import seen_mark
from samverk.parts.day.rules.pace import Pace
from samverk.parts.day.views.doorstep import personal

QUESTIONS, VOTES = Pace(), Pace()
VOTES_FOR_EACH_QUESTION = 20
Found = tuple[EditionFacts, SessionFacts]


@csrf_exempt  # decision 0006: the page is the same for everybody, and its form is known by its origin
@require_http_methods(["GET", "HEAD", "POST"])
def page(request: HttpRequest, series: str, edition: str, session: int) -> HttpResponse:
    """The questions of a session; a post asks one."""
    if request.method == "POST":
        return _ask(request, series, edition, session)
    return _read(request, series, edition, session)


def _read(request: HttpRequest, series: str, edition: str, session: int) -> HttpResponse:
    told = presenters.told(request.GET.get("tack", ""))
    return _show(request, _found(series, edition, session), AskForm(auto_id=AUTO_ID), told=told)


@require_safe
def part(request: HttpRequest, series: str, edition: str, session: int) -> HttpResponse:
    """What changes of the page, for pages that are open: the same for everybody."""
    facts, held = _found(series, edition, session)
    context = {"line": facts.line, "view": presenters.page(held, queries.public_time(held.id))}
    return render(request, "day/live/questions.html", context)


@require_safe
def events(request: HttpRequest, series: str, edition: str, session: int) -> StreamingHttpResponse:
    """Tell open pages that something has changed."""
    return stream(request, topic=topics.questions(_found(series, edition, session)[1].id))


@personal
@require_POST
def vote(request: HttpRequest, series: str, edition: str, session: int) -> HttpResponse:
    """Say that one wonders the same."""
    told, status = _vote(request, session)
    if "application/json" in request.headers.get("Accept", ""):
        return JsonResponse({"told": presenters.told(told)}, status=status)
    return SeeOther(f"{reverse('day:ask', args=[series, edition, session])}?tack={told}#fragor")


@personal
def _ask(request: HttpRequest, series: str, edition: str, session: int) -> HttpResponse:
    place, form = _found(series, edition, session), AskForm.sent(request.POST)
    if not form.is_valid():
        return _show(request, place, form, status=422)
    text = form.cleaned_data["text"]
    findings = find(text)
    if findings and not form.insists:
        return _show(request, place, form, found=presenters.found(findings), seen=seen_mark(text))
    most = settings.AUDIENCE_QUESTIONS_IN_TEN_MINUTES
    if _comes_too_fast(QUESTIONS, request, most):
        form.add_error(None, _("Det kommer många frågor härifrån just nu. Vänta en stund och försök igen."))
        return _show(request, place, form, status=429)
    try:
        state = actions.ask(session_id=session, text=text, now=timezone.now())
    except actions.Closed:
        form.add_error(None, _("Frågestunden har stängt, så frågan kom inte med."))
    except actions.TooMany:
        form.add_error(None, _("Det har kommit så många frågor att inga fler ryms."))
    else:
        told = "vantar" if state == Asked.WAITING else "visas"
        return SeeOther(f"{reverse('day:ask', args=[series, edition, session])}?tack={told}#fragor")
    return _show(request, place, form, status=422)


def _vote(request: HttpRequest, session: int) -> tuple[str, int]:
    """What is said about a vote, and with which status."""
    most = settings.AUDIENCE_QUESTIONS_IN_TEN_MINUTES * VOTES_FOR_EACH_QUESTION
    if _comes_too_fast(VOTES, request, most):
        return "mycket", 429
    number = request.POST.get("question", "")
    try:
        is_new = actions.vote(
            session_id=session,
            question_id=int(number) if number.isascii() and number.isdigit() and len(number) < 19 else 0,
            phone=request.POST.get("phone", ""),
            network=client_address(request) or "",
            browser=request.headers.get("User-Agent", ""),
            today=timezone.localdate(),
        )
    except actions.Closed:
        return "stangd", 409
    except actions.Gone:
        return "borta", 410
    return ("rost" if is_new else "samma"), 200


def _comes_too_fast(pace: Pace, request: HttpRequest, most: int) -> bool:
    return pace.is_too_fast(client_address(request) or "", seconds=timezone.now().timestamp(), most=most)


def _found(series: str, edition: str, session: int) -> Found:
    facts = editions.public_edition(series=series, edition=edition)
    sessions = programme.public_programme(facts.line.id).sessions if facts else ()
    held = next((one for one in sessions if one.id == session), None)
    if facts is None or held is None:
        raise Http404
    return facts, held


def _show(
    request: HttpRequest, place: Found, form: AskForm, *, status: int = 200, **more: Any
) -> HttpResponse:
    facts, held = place
    view = presenters.page(held, queries.public_time(held.id))
    context = {"line": facts.line, "view": view, "form": form, **more}
    return render(request, "day/live/ask.html", context, status=status)
