"""The organisers' workspace: series, their editions, what an edition says of itself, its state."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from samverk.base.organisations.queries import organisation_choices
from samverk.parts.day.actions import editions as actions
from samverk.parts.day.actions import followup
from samverk.parts.day.actions.editions import Outline
from samverk.parts.day.forms import editions as forms
from samverk.parts.day.forms.programme import refused
from samverk.parts.day.models import State
from samverk.parts.day.permissions import may_arrange
from samverk.parts.day.presenters import desk as presenters
from samverk.parts.day.presenters.comparing import comparison
from samverk.parts.day.queries import editions as queries
from samverk.parts.day.queries import notices
from samverk.parts.day.queries.editions import SeriesLine
from samverk.parts.day.queries.programme import programme
from samverk.parts.day.views.screens import edition_or_404, only, screen, sent
from samverk.ui.frame import Link


@only(may_arrange)
@require_safe
def shelf(request: HttpRequest) -> HttpResponse:
    """Every series with its editions."""
    today = timezone.localdate()
    lines = [
        (series, [(line, presenters.state(line.state), line.is_over(today)) for line in series.editions])
        for series in queries.shelf()
    ]
    return screen(request, "shelf", title=_("Arrangera"), shelf=lines, is_shelf=True)


@only(may_arrange)
@require_http_methods(["GET", "HEAD", "POST"])
def new_series(request: HttpRequest) -> HttpResponse:
    """Begin a day that comes back."""
    form = forms.SeriesForm(sent(request), organisations=_organisations())
    if request.method == "POST" and form.is_valid():
        try:
            key = actions.create_series(**_series_facts(form), by=request.user)
        except ValidationError as error:
            form.add_error("name", error.messages[0])
        else:
            messages.success(request, _("Dagen är skapad. Skapa dess första upplaga."))
            return redirect("day_desk:new_edition", key)
    return _form_screen(request, form, title=_("Ny återkommande dag"), submit=_("Skapa"))


@only(may_arrange)
@require_http_methods(["GET", "HEAD", "POST"])
def series(request: HttpRequest, series_id: int) -> HttpResponse:
    """Change the words about a series."""
    found = _series_or_404(series_id)
    initial = {"name": found.name, "purpose": found.purpose, "organiser": found.organiser_id}
    form = forms.SeriesForm(sent(request), organisations=_organisations(), initial=initial)
    if request.method == "POST" and form.is_valid():
        actions.change_series(series_id=series_id, **_series_facts(form), by=request.user)
        messages.success(request, _("Ändringen är sparad."))
        return redirect("day_desk:shelf")
    return _form_screen(request, form, title=found.name, submit=_("Spara"))


@only(may_arrange)
@require_http_methods(["GET", "HEAD", "POST"])
def new_edition(request: HttpRequest, series_id: int) -> HttpResponse:
    """Begin an edition, from nothing or as a copy of an earlier one."""
    found = _series_or_404(series_id)
    form = forms.NewEdition(sent(request), series=found.name, editions=found.editions)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        outline = Outline(given["title"], given["starts_on"], given["ends_on"])
        if given["source"]:
            key = actions.copy_edition(source_id=given["source"], outline=outline, by=request.user)
            messages.success(request, _("Upplagan är kopierad, med datumen flyttade. Ingen ser den än."))
        else:
            key = actions.create_edition(series_id=series_id, outline=outline, by=request.user)
            messages.success(request, _("Upplagan är skapad. Ingen ser den än."))
        return redirect("day_desk:edition", key)
    title = _("Ny upplaga av {series}").format(series=found.name)
    return _form_screen(request, form, title=title, submit=_("Skapa upplagan"))


@only(may_arrange)
@require_safe
def edition(request: HttpRequest, edition_id: int) -> HttpResponse:
    """An edition at a glance, and what can be done with it."""
    found = edition_or_404(edition_id)
    summary = presenters.summary(found, programme(edition_id))
    is_over = found.line.is_over(timezone.localdate())
    is_open = found.line.state == State.PUBLISHED and not is_over
    return screen(
        request,
        "edition",
        title=found.line.title,
        edition=found,
        summary=summary,
        is_over=is_over,
        are_unaware=is_open and notices.are_unaware(edition_id),
        unaware_letter=notices.about_change(edition_id) if is_open else "",
    )


@only(may_arrange)
@require_http_methods(["GET", "HEAD", "POST"])
def texts(request: HttpRequest, edition_id: int) -> HttpResponse:
    """What an edition says of itself."""
    found = edition_or_404(edition_id)
    form = forms.EditionForm(sent(request), initial=forms.initial(found))
    if request.method == "POST" and form.is_valid():
        try:
            actions.change_edition(edition_id=edition_id, facts=form.cleaned_data, by=request.user)
        except ValidationError as error:
            refused(form, error)
        else:
            messages.success(request, _("Texterna är sparade."))
            if notices.are_unaware(edition_id) and found.line.state == State.PUBLISHED:
                return redirect("day_desk:announce", edition_id, notices.about_change(edition_id))
            return redirect("day_desk:texts", edition_id)
    status = 422 if form.errors else 200
    return screen(request, "texts", title=_("Texter och plats"), edition=found, form=form, status=status)


@only(may_arrange)
@require_POST
def turn(request: HttpRequest, edition_id: int) -> HttpResponse:
    """Publish an edition or make it a draft again. Cancelling has a page of its own."""
    deeds = {
        "publish": (actions.publish, _("Upplagan är publicerad.")),
        "hide": (actions.hide, _("Upplagan är ett utkast igen. Besökare ser den inte.")),
    }
    edition_or_404(edition_id)
    if request.POST.get("do") not in deeds:
        raise Http404
    deed, said = deeds[request.POST["do"]]
    deed(edition_id=edition_id, by=request.user)
    messages.success(request, said)
    return redirect("day_desk:edition", edition_id)


@only(may_arrange)
@require_safe
def compare(request: HttpRequest, series_id: int) -> HttpResponse:
    """The editions of a series side by side."""
    found = _series_or_404(series_id)
    return screen(
        request,
        "compare",
        title=_("Jämför upplagor"),
        series=found,
        told=comparison(found.editions) if found.editions else None,
    )


@only(may_arrange)
@require_POST
def prepare_followup(request: HttpRequest, edition_id: int) -> HttpResponse:
    """Have a draft article made of what happened."""
    edition_or_404(edition_id)
    try:
        followup.prepare(edition_id=edition_id, by=request.user, today=timezone.localdate())
    except followup.NotYet as problem:
        messages.error(request, str(problem))
    else:
        messages.success(request, _("Utkastet ligger bland nyheterna. En redaktör kan göra det färdigt."))
    return redirect("day_desk:edition", edition_id)


def _organisations() -> list[tuple[int, str]]:
    return list(organisation_choices())


def _series_or_404(series_id: int) -> SeriesLine:
    found = queries.series(series_id)
    if found is None:
        raise Http404
    return found


def _series_facts(form: forms.SeriesForm) -> dict[str, Any]:
    given = form.cleaned_data
    return {"name": given["name"], "purpose": given["purpose"], "organiser_id": given["organiser"]}


def _form_screen(request: HttpRequest, form: Any, *, title: str, submit: str) -> HttpResponse:
    status = 422 if form.errors else 200
    back = Link(_("Tillbaka utan att spara"), reverse("day_desk:shelf"))
    return screen(request, "form", title=title, form=form, submit=submit, back=back, status=status)
