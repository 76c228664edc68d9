"""What the administrators' screens have in common."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from samverk.base.organisations.permissions import demand, is_administrator

View = Callable[..., HttpResponse]
Crumb = tuple[str, str]


def administrators_only(view: View) -> View:
    """Let only administrators in; Wagtail leads others home with a message."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        demand(is_administrator, request.user)
        return view(request, *args, **kwargs)

    return guarded


def screen(
    request: HttpRequest, template: str, *, title: str, under: tuple[Crumb, ...] = (), **facts: Any
) -> HttpResponse:
    """A page in Wagtail's furniture, with the way to it."""
    way = [(reverse("wagtailadmin_home"), _("Hem")), *under, ("", title)]
    crumbs = [{"url": url, "label": label} for url, label in way]
    return render(
        request,
        f"people/admin/{template}.html",
        {"header_title": title, "page_title": title, "breadcrumbs_items": crumbs, **facts},
    )
