"""What every request of somebody who has signed in passes through."""

from collections.abc import Callable

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.middleware.locale import LocaleMiddleware
from django.shortcuts import redirect, resolve_url
from django.urls import reverse
from django.utils import translation
from django.utils.functional import cached_property
from django.utils.http import urlencode

from samverk.base.organisations.permissions import needs_a_second_factor
from samverk.base.people.adapters import has_shown_second_factor

OPEN_WITHOUT = frozenset(
    {
        "people_second_factor",
        "mfa_activate_totp",
        "mfa_add_webauthn",
        "mfa_reauthenticate",
        "mfa_reauthenticate_webauthn",
        "account_reauthenticate",
        "account_logout",
    }
)


class LanguageMiddleware(LocaleMiddleware):
    """Public pages have their language in the address. One's own pages follow the browser's."""

    def process_request(self, request: HttpRequest) -> None:
        super().process_request(request)
        if request.path_info.startswith(settings.PATHS_IN_THE_LANGUAGE_OF_THE_BROWSER):
            translation.activate(translation.get_language_from_request(request))
            request.LANGUAGE_CODE = translation.get_language()


class SecondFactorMiddleware:
    """Leads those whose role needs a second factor to the page where it is set up, before anything else."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, *_: object) -> HttpResponse | None:
        """Answer with the way to the second factor, or let the request through. Visitors cost nothing."""
        if settings.SESSION_COOKIE_NAME not in request.COOKIES:
            return None
        match = request.resolver_match
        if (match and match.url_name in OPEN_WITHOUT) or not request.user.is_authenticated:
            return None
        if not needs_a_second_factor(request.user) or has_shown_second_factor(request):
            return None
        asked_for = (
            request.get_full_path() if request.method == "GET" else resolve_url(settings.LOGIN_REDIRECT_URL)
        )
        return redirect(f"{resolve_url('people_second_factor')}?{urlencode({'next': asked_for})}")


class EditorsDoorMiddleware:
    """Tells somebody who has signed in, but is no editor, that the editors' tool is not theirs.

    Wagtail would send them to sign in, and signing in would send them back, for ever.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, *_: object) -> None:
        """Let editors and visitors through; visitors are asked to sign in by Wagtail itself.

        :raises PermissionDenied: for everybody else.
        """
        if settings.SESSION_COOKIE_NAME not in request.COOKIES or not request.path.startswith(self.inside):
            return
        if request.user.is_authenticated and not request.user.has_perm("wagtailadmin.access_admin"):
            raise PermissionDenied

    @cached_property
    def inside(self) -> str:
        return reverse("wagtailadmin_home")
