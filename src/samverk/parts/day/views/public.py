"""The pages of the Days that everybody may see. They are the same for every reader and may be kept."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.response import TemplateResponse
from django.templatetags.static import static
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from samverk.parts.day.presenters import calendar as calendars
from samverk.parts.day.presenters import choosing, overview, structured
from samverk.parts.day.presenters import page as presenters
from samverk.parts.day.queries import editions as queries
from samverk.parts.day.queries.editions import EditionFacts
from samverk.parts.day.queries.programme import Programme, SessionFacts, public_programme
from samverk.parts.day.rules import choice
from samverk.parts.site.presenters import rendered
from samverk.parts.site.queries.library import Use, pictures


@require_safe
def days(request: HttpRequest) -> HttpResponse:
    """All Days: those to come, and those that have been."""
    view = overview.days(queries.public_editions(), today=timezone.localdate())
    return render(request, "day/days.html", {"view": view})


@require_safe
def series(request: HttpRequest, series: str) -> HttpResponse:
    """A Day that comes back, with all its editions."""
    found = queries.public_series(series)
    if found is None or not found.editions:
        raise Http404
    view = overview.series(found, today=timezone.localdate())
    return render(request, "day/series.html", {"view": view})


@require_safe
def edition(request: HttpRequest, series: str, edition: str) -> HttpResponse:
    """The page of a Day: what it is, its programme, how to get there."""
    facts, programme = _found(series, edition)
    address = reverse("day:edition", args=[series, edition])
    feed = request.build_absolute_uri(reverse("day:calendar", args=[series, edition]))
    page_url = request.build_absolute_uri(address)
    image = request.build_absolute_uri(static("ui/og-default.png"))
    view = presenters.page(
        facts,
        programme,
        wanted=choosing.asked(request.GET),
        pictures=pictures(_portraits(programme)),
        today=timezone.localdate(),
        head=presenters.Head(
            page_url=page_url,
            feed_url=feed,
            webcal_url=f"webcal://{feed.split('://', 1)[1]}",
            data=structured.script(facts, programme, page_url=page_url, image=image),
        ),
    )
    return rendered.answer(request, TemplateResponse(request, "day/edition.html", {"view": view}))


@require_safe
def calendar(request: HttpRequest, series: str, edition: str) -> HttpResponse:
    """The whole programme to subscribe to, or the sessions that the address chooses."""
    facts, programme = _found(series, edition)
    chosen = choice.read(request.GET.get("val", ""))
    sessions = [one for one in programme.sessions if not chosen or one.id in chosen]
    return _calendar(request, facts, sessions, name=f"{series}-{edition}")


@require_safe
def session_calendar(request: HttpRequest, series: str, edition: str, session: int) -> HttpResponse:
    """One session, to put in one's own calendar."""
    facts, programme = _found(series, edition)
    sessions = [one for one in programme.sessions if one.id == session]
    if not sessions:
        raise Http404
    return _calendar(request, facts, sessions, name=f"{series}-{edition}-{session}")


def _found(series: str, edition: str) -> tuple[EditionFacts, Programme]:
    facts = queries.public_edition(series=series, edition=edition)
    if facts is None:
        raise Http404(_("Den dagen finns inte."))
    return facts, public_programme(facts.line.id)


def _portraits(programme: Programme) -> dict[int, tuple[Use, ...]]:
    people = (speaker for session in programme.sessions for speaker in session.speakers)
    return {speaker.picture_id: (Use.CARD,) for speaker in people if speaker.picture_id}


def _calendar(
    request: HttpRequest, facts: EditionFacts, sessions: list[SessionFacts], *, name: str
) -> HttpResponse:
    page = reverse("day:edition", args=[facts.line.series_slug, facts.line.slug])
    content = calendars.calendar(
        facts,
        sessions,
        page_url=request.build_absolute_uri(page),
        host=request.get_host().split(":")[0],
        now=timezone.now(),
    )
    headers = {"Content-Disposition": f'inline; filename="{name}.ics"'}
    return HttpResponse(content, content_type=calendars.TYPE, headers=headers)
