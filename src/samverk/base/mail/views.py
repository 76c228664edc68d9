"""The mailbox of the demonstration: what would have been sent."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.views.decorators.http import require_safe

from samverk.base.files.views.downloads import attachment
from samverk.base.mail import presenters, queries

# The mail's own markup is shown in a frame where nothing runs and nothing is fetched.
SANDBOX = "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'"


@require_safe
def mailbox(request: HttpRequest) -> HttpResponse:
    return TemplateResponse(request, "mail/mailbox.html", {"mails": queries.latest()})


@require_safe
def mail(request: HttpRequest, mail_id: int) -> HttpResponse:
    found = _found(queries.mail(mail_id))
    return TemplateResponse(request, "mail/mail.html", {"mail": found, "facts": presenters.facts(found)})


@require_safe
def formatted(request: HttpRequest, mail_id: int) -> HttpResponse:
    response = HttpResponse(_found(queries.mail(mail_id)).html)
    response["Content-Security-Policy"] = SANDBOX
    response["X-Frame-Options"] = "SAMEORIGIN"
    return response


@require_safe
def file(request: HttpRequest, mail_id: int, file_id: int) -> HttpResponse:
    found = _found(queries.file(mail_id, file_id))
    return HttpResponse(
        found.content,
        content_type="application/octet-stream",
        headers={"Content-Disposition": attachment(found.name), "Content-Security-Policy": SANDBOX},
    )


def _found(thing: Any) -> Any:
    if thing is None:
        raise Http404
    return thing
