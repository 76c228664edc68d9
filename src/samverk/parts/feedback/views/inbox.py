"""The inbox: the list, what is done to many at once, and taking comments out of it."""

from collections.abc import Callable
from functools import partial
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from samverk.base.files.views.downloads import SPREADSHEETS, spreadsheet
from samverk.parts.feedback.actions import exporting, many
from samverk.parts.feedback.forms.inbox import Chosen, Find
from samverk.parts.feedback.permissions import may_answer
from samverk.parts.feedback.presenters import inbox as presenters
from samverk.parts.feedback.presenters import spreadsheets
from samverk.parts.feedback.queries import inbox as queries
from samverk.parts.feedback.queries import responsibility
from samverk.parts.feedback.views.screens import only, screen
from samverk.parts.site.queries.statement import reply_days


@only(may_answer)
@require_safe
def inbox(request: HttpRequest) -> HttpResponse:
    """The comments that an editor wants to see."""
    form = Find(request.GET, sections=responsibility.shared_sections())
    wanted = form.wanted()
    found = queries.inbox(wanted=wanted, user_id=_key(request), page=request.GET.get("p", 1))
    return screen(
        request,
        "list",
        title=_("Synpunkter"),
        is_inbox=True,
        form=form,
        wanted=wanted,
        tabs=presenters.tabs(found.counts, current=wanted.state, asked=request.GET),
        rows=presenters.rows(list(found.page), reply_days=reply_days(), now=timezone.now()),
        page=found.page,
        pages=found.page.paginator.get_elided_page_range(found.page.number),
        newest=found.newest,
        failing=queries.failing(),
        nothing=presenters.nothing(state=wanted.state, asked=request.GET),
        query=request.GET.urlencode(),
    )


@only(may_answer)
@require_POST
def several(request: HttpRequest) -> HttpResponse:
    """Do the same to several comments: those that are ticked, or all that the editor could see."""
    wanted = Find(request.GET, sections=responsibility.shared_sections()).wanted()
    chosen = Chosen(request.POST)
    command, _sep, scope = request.POST.get("do", "").partition(":")
    if scope != "all" and not chosen.ids():
        messages.warning(request, _("Kryssa för minst en synpunkt först."))
        return _back(request)
    only_these = () if scope == "all" else chosen.ids()
    everything: dict[str, Any] = {"wanted": wanted, "only": only_these, "by": request.user}
    deeds: dict[str, Callable[[], int]] = {
        "let_in": partial(many.let_in, **everything, newest=chosen.seen_until()),
        "throw_away": partial(many.throw_away, **everything, newest=chosen.seen_until()),
        "assign": partial(many.assign, **everything),
        "close": partial(many.close, **everything, now=timezone.now()),
    }
    if command not in deeds:
        raise Http404
    count = deeds[command]()
    said = ngettext("%(count)d synpunkt är ändrad.", "%(count)d synpunkter är ändrade.", count)
    messages.success(request, said % {"count": count})
    return _back(request)


@only(may_answer)
@require_safe
def export(request: HttpRequest, form: str) -> HttpResponseBase:
    """The comments that the list shows, as a spreadsheet."""
    wanted = Find(request.GET, sections=responsibility.shared_sections()).wanted()
    if form not in SPREADSHEETS:
        raise Http404
    exporting.note(wanted=wanted, form=form, by=request.user)
    rows = spreadsheets.rows(queries.rows(wanted=wanted, user_id=_key(request)))
    name = f"synpunkter-{timezone.localdate():%Y-%m-%d}"
    return spreadsheet(rows, form, name=name, title=_("Synpunkter"))


def _key(request: HttpRequest) -> int:
    return int(request.user.pk or 0)


def _back(request: HttpRequest) -> HttpResponse:
    query = request.GET.urlencode()
    return redirect(f"{reverse('feedback_inbox')}{'?' if query else ''}{query}")
