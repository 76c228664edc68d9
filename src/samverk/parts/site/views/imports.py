"""Importing a page: taking it in, and correcting it."""

from functools import partial

from django.contrib import messages
from django.core.exceptions import RequestDataTooBig, ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_http_methods

from samverk.base.organisations.permissions import demand
from samverk.parts.site.actions import imports as actions
from samverk.parts.site.forms.desk import SAVE, Desk
from samverk.parts.site.forms.imports import SourceForm
from samverk.parts.site.permissions import may_import
from samverk.parts.site.presenters.imports import sentence
from samverk.parts.site.queries import imports as queries


@csrf_exempt  # only until it is known that the request can be read at all; then `_take_in` checks
@require_http_methods(["GET", "HEAD", "POST"])
def start(request: HttpRequest) -> HttpResponse:
    """Ask for a page. What is too large to be taken in is refused as kindly as anything else."""
    demand(may_import, request.user)
    try:
        request.POST  # noqa: B018 reads the request
    except RequestDataTooBig:
        form = SourceForm({})
        form.is_valid()
        form.errors.clear()
        form.refuse_for_size()
        return _ask(request, form, status=413)
    return _take_in(request)


@csrf_protect
def _take_in(request: HttpRequest) -> HttpResponse:
    if request.method != "POST":
        return _ask(request, SourceForm())
    form = SourceForm(request.POST, request.FILES)
    if not form.is_valid():
        return _ask(request, form, status=422)
    begun = actions.begin(**form.source(), by=request.user, now=timezone.now())
    return redirect("site_import_correct", begun.pk)


def _ask(request: HttpRequest, form: SourceForm, status: int = 200) -> HttpResponse:
    return render(request, "site/import/start.html", {"form": form}, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
def correct(request: HttpRequest, import_id: int) -> HttpResponse:
    """Show a page that was taken in, piece by piece, until it is right and kept as a draft."""
    demand(may_import, request.user)
    begun = queries.begun(id=import_id, by=request.user)
    if not begun:
        raise Http404
    sections = [(section.id, str(section)) for section in queries.sections_for(by=request.user)]
    if request.method != "POST":
        return _show(request, begun, Desk.of(begun.article, sections=sections))
    keep = partial(actions.keep_picture, by=request.user)
    desk = Desk.sent(request.POST, request.FILES, sections=sections, keep=keep)
    command = request.POST.get("do", SAVE)
    if command != SAVE:
        return _show(request, begun, desk.after(command))
    if not desk.is_valid():
        return _show(request, begun, desk, status=422)
    return _keep(request, begun, desk)


def _keep(request: HttpRequest, begun: queries.Begun, desk: Desk) -> HttpResponse:
    section_id = int(desk.facts.cleaned_data["section"])
    try:
        page = actions.import_page(
            article=desk.article(),
            pictures=desk.pictures(),
            section_id=section_id,
            by=request.user,
            begun=begun.id,
        )
    except ValidationError as problem:
        desk.facts.add_error(None, problem.messages)
        return _show(request, begun, desk, status=422)
    messages.success(request, _("Sidan är sparad som utkast. Läs igenom den och publicera när den är klar."))
    return redirect("wagtailadmin_pages:edit", page.pk)


def _show(request: HttpRequest, begun: queries.Begun, desk: Desk, status: int = 200) -> HttpResponse:
    notes = [sentence(note) for note in begun.article.notes]
    context = {"begun": begun, "desk": desk, "notes": notes}
    return render(request, "site/import/correct.html", context, status=status)
