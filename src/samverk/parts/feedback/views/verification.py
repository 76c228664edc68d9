"""What proves that a sender is no machine: work for their browser, or digits to see or to hear."""

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from samverk.base.region.queries import current_region_id
from samverk.parts.feedback.actions import verification as actions
from samverk.parts.feedback.presenters import verification as presenters
from samverk.parts.feedback.queries.sending import is_flooded


@require_safe
@never_cache
def challenge(request: HttpRequest) -> HttpResponse:
    """Work for the sender's browser. There is more of it while very much comes in."""
    now = timezone.now()
    flooded = is_flooded(region_id=current_region_id(), now=now)
    return JsonResponse(actions.challenge(in_a_flood=flooded, now=now))


@require_safe
@never_cache
def picture(request: HttpRequest, ticket: str) -> HttpResponse:
    """The digits of a ticket, drawn; another drawing each time.

    :raises Http404: when the ticket is too old.
    """
    read = actions.read_picture(ticket, now=timezone.now())
    if not read:
        raise Http404
    return HttpResponse(presenters.drawn(read.digits), content_type="image/png")


@require_safe
@never_cache
def sound(request: HttpRequest, ticket: str) -> HttpResponse:
    """The digits of a ticket, read out over a murmur; another reading each time.

    :raises Http404: when the ticket is too old, or nothing here can speak.
    """
    read = actions.read_picture(ticket, now=timezone.now())
    spoken = presenters.read_out(read.digits, language=get_language() or "") if read else b""
    if not spoken:
        raise Http404
    return HttpResponse(spoken, content_type="audio/wav")
