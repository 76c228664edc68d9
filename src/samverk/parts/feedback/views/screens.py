"""What the inbox's screens have in common."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from rules.predicates import Predicate

from samverk.base.organisations.permissions import demand
from samverk.parts.feedback.permissions import may_share_out

View = Callable[..., HttpResponseBase]


def only(allowed: Predicate) -> Callable[[View], View]:
    """Let in only those whom the predicate lets in; Wagtail leads others home with a message."""

    def guard(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            demand(allowed, request.user)
            return view(request, *args, **kwargs)

        return guarded

    return guard


def screen(
    request: HttpRequest,
    template: str,
    *,
    title: str,
    is_inbox: bool = False,
    status: int = 200,
    **facts: Any,
) -> HttpResponse:
    """A page in Wagtail's furniture, with the way to it and to its neighbours."""
    way = [(reverse("wagtailadmin_home"), _("Hem"))]
    way += [] if is_inbox else [(reverse("feedback_inbox"), _("Synpunkter"))]
    crumbs = [{"url": url, "label": label} for url, label in [*way, ("", title)]]
    words = {
        "header_title": title,
        "page_title": title,
        "breadcrumbs_items": crumbs,
        "header_icon": "comment",
    }
    may = {"may_share_out": may_share_out(request.user)}
    return render(request, f"feedback/inbox/{template}.html", {**words, **may, **facts}, status=status)
