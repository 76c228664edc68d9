"""What visitors' forms have in common: they are known by their origin, and are in no cache."""

from collections.abc import Callable
from functools import wraps
from typing import Any

import structlog
from django.core.exceptions import BadRequest, RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent
from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.http.multipartparser import MultiPartParserError
from django.shortcuts import render
from django.views.decorators.csrf import csrf_exempt

from samverk.parts.site.queries import origin

UNREADABLE = (RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent, MultiPartParserError, BadRequest)
AWAY = (OperationalError, InterfaceError)
CARRIED = 200
log = structlog.get_logger(__name__)

View = Callable[..., HttpResponse]


class DeadLink(Exception):
    """A secret link that we have not made, or that has been replaced by another."""


def personal(view: View) -> View:
    """A page for one visitor, who has no account: in no cache, and its address goes to nobody.

    Posts are known by their origin (decision 0006). When the database is away for a moment, what was
    written comes back with a button that sends it again; sending it twice does it once.
    """

    @csrf_exempt
    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            if request.method == "POST" and not origin.is_own(request):
                response = render(request, "day/registration/foreign.html", _carried(request), status=403)
            else:
                response = view(request, *args, **kwargs)
        except DeadLink:
            response = render(request, "day/registration/dead_link.html", status=404)
        except AWAY as problem:
            log.warning("database_away", problem=type(problem).__name__)
            response = render(request, "day/registration/try_again.html", _carried(request), status=503)
            response["Retry-After"] = "2"
        except UNREADABLE:
            response = render(request, "day/registration/too_large.html", status=413)
        response["Cache-Control"] = "no-store"
        response["Referrer-Policy"] = "same-origin"
        return response

    return guarded


def _carried(request: HttpRequest) -> dict[str, Any]:
    """What was written, to be sent again."""
    try:
        fields = [(name, value) for name, values in request.POST.lists() for value in values]
    except UNREADABLE:
        fields = []
    return {"fields": fields[:CARRIED], "path": request.path}
