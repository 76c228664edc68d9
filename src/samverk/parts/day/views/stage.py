"""The organisers' screens while the day goes on: short notices, the audience's questions, the stage."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from samverk.base.events.views import stream
from samverk.parts.day.actions import audience as audience_actions
from samverk.parts.day.actions import live as actions
from samverk.parts.day.forms.live import NoticeForm
from samverk.parts.day.permissions import may_arrange
from samverk.parts.day.presenters import audience as presenters
from samverk.parts.day.queries import audience as queries
from samverk.parts.day.queries import live as live_queries
from samverk.parts.day.queries import programme
from samverk.parts.day.queries.programme import SessionFacts
from samverk.parts.day.rules import topics
from samverk.parts.day.rules.audience import Deed
from samverk.parts.day.views.screens import edition_or_404, only, screen
from samverk.ui.frame import Link


@only(may_arrange)
@require_http_methods(["GET", "HEAD", "POST"])
def desk(request: HttpRequest, edition_id: int) -> HttpResponse:
    """What can be said and opened while the day goes on."""
    found = edition_or_404(edition_id)
    form = NoticeForm(request.POST if request.POST.get("do") == "post" else None)
    if request.method == "POST" and _did(request, edition_id, form):
        return redirect("day_desk:live", edition_id)
    sessions = programme.public_programme(edition_id).sessions
    return screen(
        request,
        "live",
        title=_("På dagen"),
        edition=found,
        form=form,
        notices=live_queries.notices(edition_id),
        times=presenters.lines(sessions, queries.summaries(edition_id)),
        status=422 if form.errors else 200,
    )


@only(may_arrange)
@require_http_methods(["GET", "HEAD", "POST"])
def questions(request: HttpRequest, edition_id: int, session_id: int) -> HttpResponse:
    """The questions of a session, to let through, put on the stage and be done with."""
    held = _held(edition_id, session_id)
    if request.method == "POST":
        _moderate(request, edition_id, session_id)
        return redirect("day_desk:moderate", edition_id, session_id)
    way = (Link(_("På dagen"), reverse("day_desk:live", args=[edition_id])),)
    return screen(
        request,
        "moderate",
        title=held.title,
        edition=edition_or_404(edition_id),
        way=way,
        **_seen(session_id),
    )


@only(may_arrange)
@require_safe
def questions_part(request: HttpRequest, edition_id: int, session_id: int) -> HttpResponse:
    """What changes of that screen."""
    held = _held(edition_id, session_id)
    context = {"edition": edition_or_404(edition_id), "title": held.title, **_seen(session_id)}
    return render(request, "day/desk/piles.html", context)


@only(may_arrange)
@require_safe
def events(request: HttpRequest, edition_id: int, session_id: int) -> HttpResponseBase:
    """Tell the moderator's screen and the stage that something has changed."""
    return stream(request, topic=topics.questions(_held(edition_id, session_id).id))


@only(may_arrange)
@require_safe
def stage(request: HttpRequest, edition_id: int, session_id: int) -> HttpResponse:
    """The question that is to be answered now, in large letters for a projector."""
    return _stage(request, edition_id, session_id, "day/desk/stage.html")


@only(may_arrange)
@require_safe
def stage_part(request: HttpRequest, edition_id: int, session_id: int) -> HttpResponse:
    """What changes of the stage."""
    return _stage(request, edition_id, session_id, "day/desk/stage_part.html")


def _stage(request: HttpRequest, edition_id: int, session_id: int, template: str) -> HttpResponse:
    held, facts = _held(edition_id, session_id), queries.time(session_id)
    context = {
        "edition_id": edition_id,
        "session": held,
        "who": ", ".join(speaker.name for speaker in held.speakers if speaker.consented_on),
        "facts": facts,
        "lines": presenters.on_stage(facts),
    }
    return render(request, template, context)


def _did(request: HttpRequest, edition_id: int, form: NoticeForm) -> bool:
    """Do what the button says. False when something must be put right first."""
    do, key = request.POST.get("do", ""), request.POST.get("notice", "")
    if do == "post":
        if not form.is_valid():
            return False
        text = form.cleaned_data["text"]
        actions.post_notice(edition_id=edition_id, text=text, by=request.user, now=timezone.now())
        messages.success(request, _("Beskedet visas nu överst på sidan Nu."))
    elif do == "withdraw" and key.isascii() and key.isdigit():
        actions.withdraw_notice(
            edition_id=edition_id, notice_id=int(key), by=request.user, now=timezone.now()
        )
        messages.success(request, _("Beskedet är borttaget."))
    return True


def _moderate(request: HttpRequest, edition_id: int, session_id: int) -> None:
    do, key = request.POST.get("do", ""), request.POST.get("question", "")
    if do == "arrange":
        audience_actions.arrange(
            edition_id=edition_id,
            session_id=session_id,
            is_open=request.POST.get("is_open") == "1",
            read_first=request.POST.get("read_first") == "1",
            by=request.user,
        )
    elif do in set(Deed) and key.isascii() and key.isdigit():
        try:
            audience_actions.moderate(
                edition_id=edition_id,
                session_id=session_id,
                question_id=int(key),
                deed=Deed(do),
                by=request.user,
            )
        except audience_actions.Gone:
            messages.error(request, _("Frågan finns inte längre."))


def _held(edition_id: int, session_id: int) -> SessionFacts:
    held = programme.session(session_id, edition_id=edition_id)
    if held is None:
        raise Http404
    return held


def _seen(session_id: int) -> dict[str, Any]:
    facts = queries.time(session_id)
    return {"session_id": session_id, "facts": facts, "piles": presenters.piles(facts)}
