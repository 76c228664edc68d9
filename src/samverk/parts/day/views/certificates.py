"""Certificates of attendance: one's own, everybody's for organisers, and where anybody checks one."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from samverk.base.files.views.downloads import download
from samverk.base.web.answers.onward import SeeOther
from samverk.parts.day.permissions import may_arrange
from samverk.parts.day.presenters import certificates as presenters
from samverk.parts.day.presenters.survey import absent
from samverk.parts.day.queries import certificates as queries
from samverk.parts.day.queries import checkin, registration
from samverk.parts.day.views.doorstep import DeadLink, personal
from samverk.parts.day.views.screens import edition_or_404, only, screen

LONGEST = 200


@personal
@require_safe
def certificate(request: HttpRequest, code: str) -> HttpResponse:
    """One's own certificate, or a kind word about why there is none."""
    registered = registration.by_link(code)
    if registered is None:
        raise DeadLink
    found = queries.certificate(registered.id)
    file = presenters.document([found] if found else [], today=timezone.localdate())
    if file is None:
        said = {"title": _("Inget intyg"), "text": absent(registered)}
        return render(
            request, "day/evaluation/said.html", {"registered": registered, "said": said}, status=404
        )
    return download(file.content, "application/pdf", name=file.name)


@never_cache
@require_safe
def check(request: HttpRequest) -> HttpResponse:
    """Whether a certificate is one that we have made. It tells what stands on the paper, and nothing else."""
    code, name = (request.GET.get(key, "").strip()[:LONGEST] for key in ("kod", "namn"))
    found = queries.check(code, name=name) if code else None
    context = {
        "code": code,
        "name": name,
        "facts": presenters.facts(found) if found else (),
        "found": found,
        "asks_for_name": bool(code) and found is None and queries.is_forgotten(code),
    }
    response = render(request, "day/evaluation/check.html", context)
    response["Referrer-Policy"] = "no-referrer"
    return response


@only(may_arrange)
@require_safe
def overview(request: HttpRequest, edition_id: int) -> HttpResponse:
    """How many certificates there are to take out."""
    found, number = edition_or_404(edition_id), queries.how_many(edition_id)
    return screen(
        request,
        "certificates",
        title=_("Intyg"),
        edition=found,
        number=number,
        parts=presenters.parts(number, edition_id=edition_id),
        is_counted=bool(checkin.came([edition_id])),
        check_url=presenters.check_url(),
    )


@only(may_arrange)
@require_safe
def everybodys(request: HttpRequest, edition_id: int, part: int) -> HttpResponse:
    """A page for each of those who came, in files that are not too large to make while somebody waits."""
    edition_or_404(edition_id)
    file = presenters.document(queries.certificates(edition_id, part=part), today=timezone.localdate())
    if file is None:
        return SeeOther("../")
    response = download(file.content, "application/pdf", name=file.name)
    response["Cache-Control"] = "no-store"
    return response
