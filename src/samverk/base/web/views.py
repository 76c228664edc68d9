"""What operators and their machines look at."""

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseForbidden, JsonResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.crypto import constant_time_compare
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from samverk.base.mail import queries as mail
from samverk.base.people.views.administration import administrators_only
from samverk.base.queue import queries as queue
from samverk.base.web import actions, exposition, presenters, queries

LOOPBACK = ("127.0.0.1", "::1", "")


@require_safe
@never_cache
def healthz(request: HttpRequest) -> HttpResponse:
    """The process lives. It asks nothing of the database, so that a slow database does not kill the site."""
    return HttpResponse("ok\n", content_type="text/plain")


@require_safe
@never_cache
def readyz(request: HttpRequest) -> HttpResponse:
    """The site can serve, or what is missing."""
    findings = queries.readiness(now=timezone.now())
    ready = not any(finding.problem for finding in findings)
    response = JsonResponse(
        {"ready": ready, **{finding.name: finding.problem or "ok" for finding in findings}},
        status=200 if ready else 503,
    )
    response._has_been_logged = True  # type: ignore[attr-defined] # it is asked every few seconds
    return response


@require_safe
@never_cache
def metrics(request: HttpRequest) -> HttpResponse:
    """The figures in Prometheus' text format, for the machine itself or the holder of the token."""
    if not _may_read_metrics(request):
        return HttpResponseForbidden("Give the token in SAMVERK_METRICS_TOKEN as a bearer token.\n")
    return HttpResponse(exposition.text(now=timezone.now()), content_type=exposition.CONTENT_TYPE)


def _may_read_metrics(request: HttpRequest) -> bool:
    token = settings.METRICS_TOKEN
    if token:
        return constant_time_compare(request.headers.get("Authorization", ""), f"Bearer {token}")
    return request.META.get("REMOTE_ADDR", "") in LOOPBACK and "X-Forwarded-For" not in request.headers


@administrators_only
def operations(request: HttpRequest) -> HttpResponse:
    """How the queue is doing, with the jobs and mails that did not get through."""
    now = timezone.now()
    context = {
        "header_title": _("Drift"),
        "page_title": _("Drift"),
        "findings": presenters.in_words(queries.readiness(now=now)),
        "state": queue.state(now=now),
        "jobs": queue.failed_jobs(),
        "mails": mail.not_delivered(),
    }
    return TemplateResponse(request, "web/operations.html", context)


@administrators_only
@require_POST
def try_job_again(request: HttpRequest, job_id: int) -> HttpResponse:
    actions.try_job_again(actor=request.user, job_id=job_id, now=timezone.now())
    messages.success(request, _("Jobbet ligger i kön igen."))
    return redirect("drift:index")


@administrators_only
@require_POST
def try_mail_again(request: HttpRequest, mail_id: int) -> HttpResponse:
    actions.try_mail_again(actor=request.user, mail_id=mail_id)
    messages.success(request, _("Brevet skickas igen."))
    return redirect("drift:index")
