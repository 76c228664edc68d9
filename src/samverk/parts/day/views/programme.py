"""The programme editor: a table and a list of forms. Dragging is an improvement on the same addresses."""

from datetime import date, datetime
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from samverk.parts.day.actions import programme as actions
from samverk.parts.day.actions.programme import Clashing, SessionDraft
from samverk.parts.day.forms import programme as forms
from samverk.parts.day.permissions import may_arrange
from samverk.parts.day.presenters import desk as presenters
from samverk.parts.day.queries import programme as queries
from samverk.parts.day.queries.editions import EditionFacts
from samverk.parts.day.queries.programme import SessionFacts
from samverk.parts.day.rules.shifting import STOCKHOLM
from samverk.parts.day.views.screens import edition_or_404, only, screen, sent

DEFAULT_START, DEFAULT_END = "09:00", "10:00"


@only(may_arrange)
@require_safe
def editor(request: HttpRequest, edition_id: int) -> HttpResponse:
    """The programme, to change, one day at a time."""
    found = edition_or_404(edition_id)
    day = _day(request.GET.get("dag", ""), found)
    whole = presenters.on(day, queries.programme(edition_id))
    return screen(
        request,
        "programme",
        title=_("Program"),
        edition=found,
        tables=presenters.tables(whole),
        days=presenters.days(found.line, chosen=day),
        blocks=presenters.blocks(whole),
        day=day,
        places=whole.rooms,
    )


@only(may_arrange)
@require_http_methods(["GET", "HEAD", "POST"])
def new_session(request: HttpRequest, edition_id: int) -> HttpResponse:
    """Put a session in the programme. The address may say when and where it begins."""
    found = edition_or_404(edition_id)
    wanted = {name: request.GET[name] for name in ("day", "starts", "room") if name in request.GET}
    form = _form(request, found, initial={"starts": DEFAULT_START, "ends": DEFAULT_END, **wanted})
    if request.method == "POST" and form.is_valid():
        kept = _tried(
            form,
            lambda: actions.add_session(edition_id=edition_id, draft=form.draft(), by=request.user),
        )
        if kept:
            messages.success(request, _("Punkten är med i programmet."))
            return _to_programme(edition_id, form.cleaned_data["day"])
    return _session_screen(request, found, form, title=_("Ny programpunkt"))


@only(may_arrange)
@require_http_methods(["GET", "HEAD", "POST"])
def session(request: HttpRequest, edition_id: int, session_id: int) -> HttpResponse:
    """Change a session."""
    found, held = _found(edition_id, session_id)
    form = _form(request, found, initial=forms.written(actions.draft_of(session_id=held.id)))
    if request.method == "POST" and form.is_valid():
        kept = _tried(
            form,
            lambda: actions.change_session(
                session_id=held.id, draft=form.draft(), by=request.user, now=timezone.now()
            ),
        )
        if kept:
            messages.success(request, _("Ändringen är sparad."))
            return _to_programme(edition_id, form.cleaned_data["day"])
    return _session_screen(request, found, form, title=held.title, session=held)


@only(may_arrange)
@require_POST
def move(request: HttpRequest, edition_id: int, session_id: int) -> HttpResponse:
    """Move a session in time or to another room; when it clashes, open it with the clash on its field."""
    found, held = _found(edition_id, session_id)
    form = forms.Move(request.POST, edition=found, programme=queries.programme(edition_id))
    if not form.is_valid():
        messages.error(
            request, _("Dit går det inte att flytta punkten. Välj en tid och en lokal ur programmet.")
        )
        return redirect("day_desk:programme", edition_id)
    starts_at, room_id = form.moment("starts"), form.cleaned_data["room"]
    try:
        actions.move_session(
            session_id=held.id, starts_at=starts_at, room_id=room_id, by=request.user, now=timezone.now()
        )
    except (Clashing, ValidationError) as problem:
        return _not_moved(request, found, held, starts_at, room_id, problem)
    messages.success(request, _("”{title}” är flyttad.").format(title=held.title))
    return _to_programme(edition_id, form.cleaned_data["day"], anchor=f"#p{held.id}")


@only(may_arrange)
@require_POST
def remove(request: HttpRequest, edition_id: int, session_id: int) -> HttpResponse:
    """Take a session out of the programme."""
    _edition, held = _found(edition_id, session_id)
    try:
        actions.remove_session(session_id=held.id, by=request.user)
    except actions.SomebodyCame:
        messages.error(request, _("Någon är incheckad till punkten, så den finns kvar. Ställ hellre in den."))
    else:
        messages.success(request, _("”{title}” är borttagen.").format(title=held.title))
    return _to_programme(edition_id, held.starts_at.astimezone(STOCKHOLM).date())


def _day(asked: str, found: EditionFacts) -> date:
    """The day that the address asks for, or the first."""
    return next((day for day in forms.days_of(found) if day.isoformat() == asked), found.line.starts_on)


def _to_programme(edition_id: int, day: date, *, anchor: str = "") -> HttpResponse:
    return redirect(f"{reverse('day_desk:programme', args=[edition_id])}?dag={day.isoformat()}{anchor}")


def _not_moved(
    request: HttpRequest,
    found: EditionFacts,
    held: SessionFacts,
    starts_at: datetime,
    room_id: int | None,
    problem: Clashing | ValidationError,
) -> HttpResponse:
    """The session's form with the place that was wished for, and what is in the way."""
    draft = actions.draft_of(session_id=held.id)
    wished = actions.moved_draft(draft, starts_at=starts_at.astimezone(STOCKHOLM), room_id=room_id)
    form = _bound(found, wished)
    form.is_valid()
    if isinstance(problem, Clashing):
        _say(form, problem)
    else:
        forms.refused(form, problem)
    return _session_screen(request, found, form, title=held.title, session=held)


def _tried(form: forms.SessionForm, keep: Any) -> bool:
    """Keep it, or say on the form why it cannot be kept."""
    try:
        keep()
    except Clashing as problem:
        _say(form, problem)
    except ValidationError as problem:
        forms.refused(form, problem)
    return not form.errors


def _say(form: forms.SessionForm, problem: Clashing) -> None:
    if problem.clashes:
        form.refuse(problem.clashes)
    else:
        form.add_error(None, _("Någon ändrade programmet samtidigt. Försök igen."))


def _found(edition_id: int, session_id: int) -> tuple[EditionFacts, SessionFacts]:
    held = queries.session(session_id, edition_id=edition_id)
    if held is None:
        raise Http404
    return edition_or_404(edition_id), held


def _form(request: HttpRequest, found: EditionFacts, *, initial: dict[str, Any]) -> forms.SessionForm:
    key = found.line.id
    return forms.SessionForm(
        sent(request),
        edition=found,
        programme=queries.programme(key),
        speakers=queries.speakers_of(key),
        initial=initial,
    )


def _bound(found: EditionFacts, draft: SessionDraft) -> forms.SessionForm:
    key = found.line.id
    return forms.SessionForm(
        forms.written(draft),
        edition=found,
        programme=queries.programme(key),
        speakers=queries.speakers_of(key),
    )


def _session_screen(
    request: HttpRequest,
    found: EditionFacts,
    form: forms.SessionForm,
    *,
    title: str,
    session: SessionFacts | None = None,
) -> HttpResponse:
    return screen(
        request,
        "session",
        title=title,
        edition=found,
        programme_url=reverse("day_desk:programme", args=[found.line.id]),
        form=form,
        session=session,
        status=422 if form.errors else 200,
    )
