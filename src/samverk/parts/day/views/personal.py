"""The page of somebody who has registered, reached by a secret link."""

from collections.abc import Callable
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from samverk.base.files.views.downloads import download
from samverk.base.web.answers.onward import SeeOther
from samverk.parts.day.actions import registration as actions
from samverk.parts.day.actions import waiting
from samverk.parts.day.actions.waiting import NotPossible
from samverk.parts.day.forms.registration import AUTO_ID, ColleaguesForm, DetailsForm, HandOverForm
from samverk.parts.day.presenters import documents
from samverk.parts.day.presenters import personal as presenters
from samverk.parts.day.presenters.afterwards import Afterwards, afterwards
from samverk.parts.day.queries import checkin, evaluation, invoices, programme
from samverk.parts.day.queries import registration as queries
from samverk.parts.day.queries.registration import Registered
from samverk.parts.day.views.doorstep import DeadLink, personal
from samverk.parts.day.views.registration import keep_files


@personal
@require_safe
def page(request: HttpRequest, code: str) -> HttpResponse:
    """Everything about one's registration, and what one can do with it."""
    registered = _registered(code)
    online = programme.online(registered.day.id)
    pays = invoices.payer(registered.id) is not None
    context = {
        "code": code,
        "page": presenters.page(registered, now=timezone.now(), online=online),
        "afterwards": _afterwards(registered),
        "too_late": "hann-inte" in request.GET,
        "pays": pays,
        "invoices": invoices.of_group(registered.id) if pays else (),
    }
    return render(request, "day/registration/page.html", context)


@personal
@require_http_methods(["GET", "HEAD", "POST"])
def change(request: HttpRequest, code: str) -> HttpResponse:
    """Change who comes, or the answers."""
    registered = _registered(code)
    asked = queries.asked(series=registered.day.series_slug, edition=registered.day.slug)
    if asked is None:
        raise Http404
    form = DetailsForm(request.POST or None, request.FILES or None, registered=registered, asked=asked)
    is_right = request.method == "POST" and form.is_valid()
    keep_files(form, timezone.now())
    if is_right:
        return _done(
            code,
            lambda: actions.change(registration_id=registered.id, person=form.person(), now=timezone.now()),
        )
    return _form(request, registered, form, "change", _("Ändra uppgifter"), _("Spara"))


@personal
@require_http_methods(["GET", "HEAD", "POST"])
def hand_over(request: HttpRequest, code: str) -> HttpResponse:
    """Let somebody else come instead."""
    registered = _registered(code)
    form = HandOverForm(request.POST or None, auto_id=AUTO_ID)
    if request.method != "POST" or not form.is_valid():
        return _form(request, registered, form, "hand_over", _("Lämna över platsen"), _("Lämna över"))
    given = form.cleaned_data
    try:
        actions.hand_over(
            registration_id=registered.id, name=given["name"], email=given["email"], now=timezone.now()
        )
    except NotPossible:
        return SeeOther(_address(code))
    context = {"day": registered.day, "name": given["name"]}
    return render(request, "day/registration/handed_over.html", context)


@personal
@require_http_methods(["GET", "HEAD", "POST"])
def cancel(request: HttpRequest, code: str) -> HttpResponse:
    """Give up one's seat, offer or place in the queue, or those of the whole group, after a question."""
    registered = _registered(code)
    if request.method == "POST":
        whole = bool(registered.colleagues) and request.POST.get("who") == "group"
        action = actions.cancel_group if whole else actions.cancel
        return _done(code, lambda: action(registration_id=registered.id, now=timezone.now()))
    return render(
        request, "day/registration/cancel.html", {"page": presenters.page(registered, now=timezone.now())}
    )


@personal
@require_http_methods(["GET", "HEAD", "POST"])
def colleagues(request: HttpRequest, code: str) -> HttpResponse:
    """Say who one's colleagues are."""
    registered = _registered(code)
    form = ColleaguesForm(request.POST or None, colleagues=presenters.still_coming(registered))
    if request.method == "POST" and form.is_valid():
        people = form.people()
        return _done(
            code, lambda: actions.name_colleagues(leader_id=registered.id, people=people, now=timezone.now())
        )
    return _form(request, registered, form, "colleagues", _("Vilka är kollegorna?"), _("Spara"))


@personal
@require_POST
def accept(request: HttpRequest, code: str) -> HttpResponse:
    """Take the seat that was offered."""
    registered = _registered(code)
    return _done(code, lambda: waiting.accept(registration_id=registered.id, now=timezone.now()))


@personal
@require_POST
def rejoin(request: HttpRequest, code: str) -> HttpResponse:
    """Come back after all."""
    registered = _registered(code)
    return _done(code, lambda: waiting.rejoin(registration_id=registered.id, now=timezone.now()))


@personal
@require_safe
def ticket(request: HttpRequest, code: str) -> HttpResponse:
    """The tickets as a PDF file, one's own and those of colleagues who have no address of their own.

    :raises Http404: when there is no seat.
    """
    file = documents.tickets(_registered(code))
    if file is None:
        raise Http404
    return download(file.content, "application/pdf", name=file.name)


@personal
@require_safe
def calendar(request: HttpRequest, code: str) -> HttpResponse:
    """The day as a calendar file."""
    file = documents.calendar(_registered(code), now=timezone.now())
    return download(file.content, "text/calendar; charset=utf-8", name=file.name)


def _afterwards(registered: Registered) -> Afterwards | None:
    """What there is to do once the day is over."""
    today = timezone.localdate()
    if today < registered.day.ends_on:
        return None
    survey = evaluation.survey(registered.day.id)
    is_counted = bool(checkin.came([registered.day.id]))
    came = is_counted and checkin.attended(registered.id).came
    return afterwards(registered, survey, came=came, is_counted=is_counted, today=today)


def _registered(code: str) -> Registered:
    """The registration that the link leads to.

    :raises DeadLink: when it leads nowhere.
    """
    registered = queries.by_link(code)
    if registered is None:
        raise DeadLink
    return registered


def _done(code: str, action: Callable[[], object]) -> HttpResponse:
    """Do it if it still can be done; the page says how things are now."""
    try:
        action()
    except NotPossible:
        return SeeOther(f"{_address(code)}?hann-inte=1")
    return SeeOther(_address(code))


def _address(code: str) -> str:
    return reverse("day:registered", args=[code])


def _form(
    request: HttpRequest, registered: Registered, form: Any, what: str, title: str, submit: str
) -> HttpResponse:
    context = {"registered": registered, "form": form, "what": what, "heading": title, "submit": submit}
    return render(request, "day/registration/edit.html", context, status=422 if form.errors else 200)
