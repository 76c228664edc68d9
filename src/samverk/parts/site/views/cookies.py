"""The cookie page, the answers to its question, and the count of visits."""

from uuid import UUID, uuid4

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseForbidden
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST, require_safe

from samverk.parts.site.actions import cookies as actions
from samverk.parts.site.models.routing import page_at, site_at
from samverk.parts.site.presenters import cookies as presenters
from samverk.parts.site.queries import cookies as queries
from samverk.parts.site.queries import origin
from samverk.parts.site.registry import cookies as registry
from samverk.parts.site.registry.cookies import Category, Place
from samverk.parts.site.rules import cookies as rules
from samverk.ui.languages import spoken

DAY = 24 * 60 * 60


@require_safe
@never_cache
def page(request: HttpRequest) -> HttpResponse:
    """What cookies are, which we use, and what this visitor has answered."""
    answer = queries.answer_of(request)
    return render(
        request,
        "site/cookies.html",
        {
            "asks": queries.counts_visits(request),
            "answer": answer,
            "answer_in_words": presenters.answer_in_words(answer),
            "question": translation.gettext(registry.QUESTION),
            "version": registry.question_version(),
            "necessary": presenters.table(Category.NECESSARY, Place.COOKIE),
            "statistics": presenters.table(Category.STATISTICS, Place.COOKIE),
            "in_browser": presenters.table(Category.NECESSARY, Place.LOCAL),
        },
    )


@require_POST
@csrf_exempt
def answer(request: HttpRequest) -> HttpResponse:
    """Take an answer, remember it in the answer cookie, and go back to where the visitor was."""
    if not origin.is_own(request):
        return HttpResponseForbidden(translation.gettext("Svara från en sida på den här webbplatsen."))
    response = redirect(_way_back(request))
    current = registry.question_version()
    given = request.POST.get("answer", "")
    if given not in set(rules.Answer) or request.POST.get("version") != current:
        return response
    remembered = _remember(request, rules.Answer(given), current)
    _set(response, registry.ANSWER, str(remembered), registry.ANSWER_DAYS)
    if remembered.answer is not rules.Answer.ACCEPT and registry.VISIT in request.COOKIES:
        response.delete_cookie(registry.VISIT, samesite="Lax")
    return response


@require_POST
@csrf_exempt
def count(request: HttpRequest) -> HttpResponse:
    """Count a view of a page, for a visitor who has said yes."""
    response = HttpResponse(status=204)
    if not (origin.is_own(request) and queries.may_count(request)):
        return response
    seen = _page_id(request, request.POST.get("path", ""))
    if seen is None:
        return response
    today = timezone.localdate()
    begins = request.COOKIES.get(registry.VISIT) != today.isoformat()
    actions.count_view(page_id=seen, begins_visit=begins, today=today)
    if begins:
        _set(response, registry.VISIT, today.isoformat(), registry.VISIT_DAYS)
    return response


def _remember(request: HttpRequest, given: rules.Answer, version: str) -> rules.Remembered:
    """Record a yes or a no under the key the visitor has, or a new one; a closed notice needs no record."""
    if given not in rules.CONSENTS:
        return rules.Remembered(given, version)
    before = rules.read(request.COOKIES.get(registry.ANSWER, ""))
    key = UUID(before.key) if before and before.answer in rules.CONSENTS else uuid4()
    actions.record_answer(
        key=key,
        answer=given,
        version=version,
        text=registry.QUESTION,
        language=spoken(),
        now=timezone.now(),
    )
    return rules.Remembered(given, version, key.hex)


def _way_back(request: HttpRequest) -> str:
    asked = request.POST.get("next", "")
    safe = url_has_allowed_host_and_scheme(asked, {request.get_host()}, require_https=request.is_secure())
    return asked if safe else reverse("site:cookies")


def _page_id(request: HttpRequest, path: str) -> int | None:
    """The live page at an address of this site, which begins with its language unless that is the default."""
    site = site_at(request)
    if site is None or not path.startswith("/"):
        return None
    language = translation.get_language_from_path(path)
    inner = path.removeprefix(f"/{language}/") if language else path
    page = page_at(site=site, path=inner, language=language or settings.LANGUAGE_CODE)
    return page.pk if page else None


def _set(response: HttpResponse, name: str, value: str, days: int) -> None:
    response.set_cookie(
        name, value, max_age=days * DAY, secure=settings.SESSION_COOKIE_SECURE, httponly=True, samesite="Lax"
    )
