"""The accessibility statement, and reporting a shortcoming."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from samverk.parts.site.actions import statement as actions
from samverk.parts.site.forms.statement import ShortcomingReportForm
from samverk.parts.site.presenters import statement as presenters
from samverk.parts.site.queries import statement as queries


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
            "authority": presenters.AUTHORITY_REPORT,
            "standard": presenters.STANDARD,
        },
    )


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def report(request: HttpRequest) -> HttpResponse:
    """The form for reporting a shortcoming."""
    if request.method != "POST":
        page = request.GET.get("sida", "")
        return render(
            request, "site/report.html", {"form": ShortcomingReportForm(initial={"page": page[:500]})}
        )
    form = ShortcomingReportForm(request.POST)
    if form.is_valid():
        try:
            actions.report_shortcoming(**form.report(), now=timezone.now())
        except actions.TooManyReportsError:
            form.add_error(
                None, _("Just nu kommer det in ovanligt många rapporter. Vänta en timme och skicka igen.")
            )
        else:
            return redirect("site:report_thanks")
    return render(request, "site/report.html", {"form": form}, status=422)


@require_safe
def thanks(request: HttpRequest) -> HttpResponse:
    """What happens with a report that has been sent."""
    statement = queries.statement(request, language=translation.get_language() or "")
    return render(request, "site/report_thanks.html", {"reply_time": presenters.reply_time(statement)})
