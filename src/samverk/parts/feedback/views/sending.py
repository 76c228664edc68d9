"""Commenting on a page: the form, what was found in the text, and thanks."""

from typing import Any

from django.conf import settings
from django.core.exceptions import BadRequest, RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent
from django.http import HttpRequest, HttpResponse
from django.http.multipartparser import MultiPartParserError
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from samverk.base.people.adapters import client_address
from samverk.base.web.answers.onward import SeeOther
from samverk.engine.language import find, without
from samverk.parts.feedback.actions import sending as actions
from samverk.parts.feedback.actions import verification
from samverk.parts.feedback.actions.limits import TooMany
from samverk.parts.feedback.forms.sending import AUTO_ID, CommentForm
from samverk.parts.feedback.metrics import COMMENTS
from samverk.parts.feedback.models import Kind
from samverk.parts.feedback.presenters import sending as presenters
from samverk.parts.feedback.presenters.verification import can_speak
from samverk.parts.feedback.rules import writing
from samverk.parts.feedback.rules.keys import fingerprint
from samverk.parts.site.queries import origin
from samverk.parts.site.queries.contacts import Contact
from samverk.parts.site.queries.statement import statement
from samverk.ui.frame import Link
from samverk.ui.languages import spoken

UNREADABLE = (RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent, MultiPartParserError, BadRequest)
KINDS = {"brist": Kind.SHORTCOMING}


@csrf_exempt  # decision 0006: the form is the same for everybody, and is known by its origin
@require_http_methods(["GET", "HEAD", "POST"])
def page(request: HttpRequest) -> HttpResponse:
    """The form alone, or what becomes of it when it is sent."""
    if request.method != "POST":
        return _show(request, _empty(request), status=200)
    try:
        form = CommentForm.sent(request.POST)
    except UNREADABLE:
        form = CommentForm({"kind": Kind.COMMENT}, auto_id=AUTO_ID)
        form.refuse("text", presenters.too_large())
        return _refused(request, form, "too_large", status=413)
    return _private(_receive(request, form))


@require_safe
def thanks(request: HttpRequest) -> HttpResponse:
    """What happens now with what somebody has sent. The same for everybody."""
    return _thank(request, is_report=False)


@require_safe
def reported(request: HttpRequest) -> HttpResponse:
    """What happens now with a shortcoming that somebody has reported."""
    return _thank(request, is_report=True)


def _thank(request: HttpRequest, *, is_report: bool) -> HttpResponse:
    days = statement(request, language=spoken()).reply_days
    context = {"is_report": is_report, "reply_time": presenters.reply_time(days)}
    return render(request, "feedback/thanks.html", context)


def _receive(request: HttpRequest, form: CommentForm) -> HttpResponse:
    if not origin.is_own(request):
        form.refuse(None, _("Vi kunde inte se att formuläret kom härifrån. Läs igenom och skicka igen."))
        return _refused(request, form, "foreign", status=403, contact=_contact(request))
    if request.POST.get("do") == "remove":
        return _cleaned(request, form)
    if not form.is_valid():
        return _refused(request, form, "trap" if form.errors.get("website") else "invalid", status=422)
    findings = find(form.wrote)
    if findings and form.cleaned_data["insisted"] != _print_of(form.wrote):
        return _found(request, form, findings)
    return _verified(request, form)


def _cleaned(request: HttpRequest, form: CommentForm) -> HttpResponse:
    """The form again, without what was marked."""
    text = without(form.wrote, find(form.wrote))
    return _show(request, form.with_text(text), cleaned=bool(text), status=200)


def _found(request: HttpRequest, form: CommentForm, findings: Any) -> HttpResponse:
    COMMENTS.labels("personal_data").inc()
    context = {
        "marks": presenters.marked(form.wrote, findings),
        "advice": presenters.advice(findings),
        "seen": _print_of(form.wrote),
    }
    return _show(request, form, template="feedback/found.html", status=200, **context)


def _verified(request: HttpRequest, form: CommentForm) -> HttpResponse:
    """Keep the comment of somebody who has shown that they are no machine; ask others to."""
    now = timezone.now()
    proof = verification.read_solution(form.cleaned_data["proof"])
    problem = ""
    if not proof and request.POST.get("picture") and request.POST.get("do") != "picture":
        try:
            proof = verification.read_answer(request.POST["picture"], request.POST.get("answer", ""), now=now)
        except verification.WrongAnswer:
            COMMENTS.labels("wrong_answer").inc()
            problem = _("Siffrorna stämde inte. Här är nya.")
    if not proof:
        return _ask_for_digits(request, form, problem)
    try:
        received = actions.send(
            written=_written(form), proof=proof, address=client_address(request) or "", now=now
        )
    except verification.AlreadySpent:
        return _ask_for_digits(request, form, _("Skriv siffrorna i bilden, så skickas din text."))
    except TooMany as too_many:
        form.refuse(None, presenters.too_many(too_many.until, now=now))
        return _refused(request, form, "too_many", status=429, contact=_contact(request))
    COMMENTS.labels(received).inc()
    return SeeOther(presenters.thanks_url(form.cleaned_data["kind"]))


def _ask_for_digits(request: HttpRequest, form: CommentForm, problem: str) -> HttpResponse:
    COMMENTS.labels("picture").inc()
    context = {
        "picture": verification.new_picture(now=timezone.now()),
        "problem": problem,
        "can_speak": can_speak(),
        "contact": _contact(request),
    }
    return _show(request, form, template="feedback/digits.html", status=422 if problem else 200, **context)


def _written(form: CommentForm) -> actions.Written:
    given = form.cleaned_data
    page = given["page"]
    is_path = page.startswith("/")
    return actions.Written(
        kind=given["kind"],
        text=form.wrote,
        email=given["email"],
        path=writing.page_path(page) if is_path else "",
        title=given["title"] if is_path else page[:255],
        language=spoken(),
    )


def _empty(request: HttpRequest) -> CommentForm:
    kind = KINDS.get(request.GET.get("slag", ""), Kind.COMMENT)
    given = request.GET.get("sida", "")
    path = writing.page_path(given) if given or kind == Kind.COMMENT else ""
    return CommentForm(initial={"page": path, "kind": kind}, auto_id=AUTO_ID)


def _refused(
    request: HttpRequest, form: CommentForm, outcome: str, *, status: int, **more: Any
) -> HttpResponse:
    COMMENTS.labels(outcome).inc()
    return _private(_show(request, form, status=status, **more))


def _show(
    request: HttpRequest, form: CommentForm, *, status: int, template: str = "feedback/form.html", **more: Any
) -> HttpResponse:
    words = presenters.words(Kind.SHORTCOMING if form.is_report else Kind.COMMENT)
    context = {"form": form, "words": words, "about": _about(form), **more}
    return render(request, template, context, status=status)


def _contact(request: HttpRequest) -> Contact | None:
    """Another way to reach the editors, for whom the form does not work."""
    return statement(request, language=spoken()).contact


def _about(form: CommentForm) -> Link | None:
    if form.is_report:
        return None
    return presenters.about(path=str(form["page"].value() or ""), title=str(form["title"].value() or ""))


def _private(response: HttpResponse) -> HttpResponse:
    """What somebody wrote is for nobody else, and in no cache."""
    response["Cache-Control"] = "no-store"
    return response


def _print_of(text: str) -> str:
    return fingerprint(settings.SECRET_KEY, "seen", text)
