"""The accessibility statement, and the way to report a shortcoming."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import translation
from django.views.decorators.http import require_safe

from samverk.parts.site.presenters import statement as presenters
from samverk.parts.site.queries import statement as queries
from samverk.parts.site.registry import reports


@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """How accessible the site is, and what to do when it is not. The same for everybody."""
    statement = queries.statement(request, language=translation.get_language() or "")
    return render(
        request,
        "site/statement.html",
        {
            "statement": statement,
            "compliance": presenters.compliance(statement),
            "reply_time": presenters.reply_time(statement),
            "testing": presenters.testing(statement),
            "dates": presenters.dates(statement),
            "report": reports.address(request.path),
            "authority": presenters.AUTHORITY_REPORT,
            "standard": presenters.STANDARD,
        },
    )


@require_safe
def report(request: HttpRequest) -> HttpResponse:
    """The address that the form for reports had: leads on to where it is now.

    :raises Http404: when no part receives reports.
    """
    address = reports.address(request.GET.get("sida") or reverse("site:statement"))
    if not address:
        raise Http404
    return redirect(address)
