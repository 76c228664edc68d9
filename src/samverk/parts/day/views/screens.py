"""What the organisers' screens have in common."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from rules.predicates import Predicate

from samverk.base.organisations.permissions import demand
from samverk.parts.day.presenters import desk as presenters
from samverk.parts.day.queries import editions
from samverk.parts.day.queries.editions import EditionFacts
from samverk.ui.frame import Link

View = Callable[..., HttpResponseBase]


def only(allowed: Predicate) -> Callable[[View], View]:
    """Let in only those whom the predicate lets in; whoever is not signed in is led to sign in first."""

    def guard(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            if not request.user.is_authenticated:
                return redirect_to_login(request.get_full_path())
            demand(allowed, request.user)
            return view(request, *args, **kwargs)

        return guarded

    return guard


def edition_or_404(edition_id: int) -> EditionFacts:
    """The edition with this key.

    :raises Http404: when there is none.
    """
    found = editions.edition(edition_id)
    if found is None:
        raise Http404
    return found


def sent(request: HttpRequest) -> QueryDict | None:
    """What was filled in; nothing when the form is only shown."""
    return request.POST if request.method == "POST" else None


def screen(
    request: HttpRequest,
    template: str,
    *,
    title: str,
    edition: EditionFacts | None = None,
    way: tuple[Link, ...] = (),
    status: int = 200,
    **facts: Any,
) -> HttpResponse:
    """A page of the workspace, with the way to it and, about an edition, the links to its other pages."""
    view = request.resolver_match.view_name if request.resolver_match else ""
    crumbs = [Link(_("Arrangera"), reverse("day_desk:shelf")), *way]
    context: dict[str, Any] = {"title": title, "edition": edition, **facts}
    if edition:
        context["rooms"] = presenters.rooms_of(edition.line, path=request.path)
        context["state"] = presenters.state(edition.line.state)
        if view != "day_desk:edition":
            crumbs.append(Link(edition.line.title, reverse("day_desk:edition", args=[edition.line.id])))
    context["crumbs"] = [*crumbs, Link(title, "", current=True)]
    return render(request, f"day/desk/{template}.html", context, status=status)
