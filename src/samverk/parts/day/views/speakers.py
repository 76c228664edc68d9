"""Those who take part in an edition."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from samverk.parts.day.actions import speakers as actions
from samverk.parts.day.forms import speakers as forms
from samverk.parts.day.permissions import may_arrange
from samverk.parts.day.queries import programme as queries
from samverk.parts.day.queries.programme import SpeakerFacts
from samverk.parts.day.views.screens import edition_or_404, only, screen


@only(may_arrange)
@require_safe
def speakers(request: HttpRequest, edition_id: int) -> HttpResponse:
    """Everybody who takes part, and whether they have said yes to being shown."""
    found = edition_or_404(edition_id)
    people = queries.speakers_of(edition_id)
    return screen(request, "speakers", title=_("Föreläsare"), edition=found, people=people)


@only(may_arrange)
@require_http_methods(["GET", "HEAD", "POST"])
def new_speaker(request: HttpRequest, edition_id: int) -> HttpResponse:
    """Add somebody who takes part."""
    return _edit(request, edition_id, None)


@only(may_arrange)
@require_http_methods(["GET", "HEAD", "POST"])
def speaker(request: HttpRequest, edition_id: int, speaker_id: int) -> HttpResponse:
    """Change what is known about somebody who takes part."""
    return _edit(request, edition_id, _speaker_or_404(edition_id, speaker_id))


@only(may_arrange)
@require_POST
def remove(request: HttpRequest, edition_id: int, speaker_id: int) -> HttpResponse:
    """Forget somebody."""
    known = _speaker_or_404(edition_id, speaker_id)
    actions.remove_speaker(edition_id=edition_id, speaker_id=speaker_id, by=request.user)
    messages.success(request, _("{name} är borttagen, med bild och presentation.").format(name=known.name))
    return redirect("day_desk:speakers", edition_id)


def _edit(request: HttpRequest, edition_id: int, known: SpeakerFacts | None) -> HttpResponse:
    found = edition_or_404(edition_id)
    today = timezone.localdate()
    initial = forms.initial(known) if known else {}
    if request.method == "POST":
        form = forms.SpeakerForm(request.POST, request.FILES, today=today, initial=initial)
    else:
        form = forms.SpeakerForm(today=today, initial=initial)
    if request.method == "POST" and form.is_valid():
        actions.keep_speaker(
            edition_id=edition_id,
            speaker_id=known.id if known else None,
            draft=form.draft(),
            by=request.user,
        )
        messages.success(request, _("Uppgifterna är sparade."))
        return redirect("day_desk:speakers", edition_id)
    title = known.name if known else _("Ny föreläsare")
    status = 422 if form.errors else 200
    return screen(request, "speaker", title=title, edition=found, form=form, speaker=known, status=status)


def _speaker_or_404(edition_id: int, speaker_id: int) -> SpeakerFacts:
    found = (one for one in queries.speakers_of(edition_id) if one.id == speaker_id)
    known = next(found, None)
    if known is None:
        raise Http404
    return known
