"""What the site owner has decided about cookies, and what has been counted."""

from django.http import HttpRequest

from samverk.parts.site.models.routing import site_at
from samverk.parts.site.registry import cookies as registry
from samverk.parts.site.rules import cookies as rules


def counts_visits(request: HttpRequest) -> bool:
    """Whether the site owner counts visits. The site brings its settings, so this asks nothing more."""
    settings = getattr(site_at(request), "cookiesettings", None)
    return bool(settings and settings.statistics)


def answer_of(request: HttpRequest) -> rules.Answer | None:
    """What this visitor has answered to the question as it stands now."""
    return rules.standing(request.COOKIES.get(registry.ANSWER, ""), version=registry.question_version())


def may_count(request: HttpRequest) -> bool:
    """Whether this visit may be counted: the site owner counts, and the visitor has said yes."""
    return answer_of(request) is rules.Answer.ACCEPT and counts_visits(request)
