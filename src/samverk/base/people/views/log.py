"""The audit log, for administrators."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from samverk.base.audit import queries
from samverk.base.people import forms, presenters
from samverk.base.people.views.administration import administrators_only, screen


@administrators_only
def lines(request: HttpRequest) -> HttpResponse:
    """The log, filtered by who, what and when."""
    form = forms.FindInLog(request.GET, actions=presenters.actions_in_words(queries.actions_in_use()))
    wanted = form.cleaned_data if form.is_valid() else {}
    found = queries.lines(**wanted, page=request.GET.get("p", 1))
    return screen(
        request,
        "log",
        title=_("Händelselogg"),
        form=form,
        page=found,
        lines=presenters.log_lines(found),
        pages=found.paginator.get_elided_page_range(found.number),
    )
