"""What Django knows of a request and the outermost layer wants to."""

from collections.abc import Callable
from typing import Any

from django.core.exceptions import DisallowedHost
from django.db import connection
from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest
from django.middleware.gzip import GZipMiddleware

from samverk.base.web import metrics
from samverk.base.web.rules import caching, policy

GetResponse = Callable[[HttpRequest], HttpResponse]


class _Counted:
    """Counts database queries."""

    def __init__(self) -> None:
        self.count = 0

    def __call__(self, execute: Callable[..., Any], *arguments: Any) -> Any:
        self.count += 1
        return execute(*arguments)


class Observe:
    """Names the view and counts its queries."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        counted = _Counted()
        with connection.execute_wrapper(counted):
            response = self.get_response(request)
        view = request.resolver_match.view_name if request.resolver_match else ""
        request.META[metrics.VIEW] = view or metrics.UNKNOWN_VIEW
        metrics.QUERIES.labels(view or metrics.UNKNOWN_VIEW).observe(counted.count)
        return response


class KnownHosts:
    """Turns away whoever asks for a host that is not ours, before anything needs to know which site it is."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        try:
            request.get_host()
        except DisallowedHost:
            return HttpResponseBadRequest("Not a host of this site.\n", content_type="text/plain")
        return self.get_response(request)


class Compress(GZipMiddleware):
    """Compresses what becomes smaller by it, and leaves pictures and films as they are."""

    def process_response(self, request: HttpRequest, response: Any) -> Any:
        if not caching.is_compressible(response.get("Content-Type", ""), caching.SMALLEST_COMPRESSED):
            return response
        return super().process_response(request, response)


class Protect:
    """Headers that neither Django nor django-csp sets, and the editors' own Content-Security-Policy."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        is_preview = getattr(request, "is_dummy", False)  # a page that Wagtail shows its editor in a frame
        if is_preview or request.path.startswith(policy.EDITORS_PATH):
            response._csp_replace = policy.editors()  # type: ignore[attr-defined] # read by django-csp
        response.headers.setdefault("Permissions-Policy", policy.PERMISSIONS)
        response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        return response
