"""The demonstration's helping page."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from samverk.demo import accounts


@never_cache
@require_safe
def logins(request: HttpRequest) -> HttpResponse:
    """Whom one can sign in as, and how."""
    return render(request, "demo/logins.html", {"logins": accounts.logins(now=timezone.now())})
