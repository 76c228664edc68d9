"""Who takes care of which part of the site, and how often each wants a letter."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from samverk.parts.feedback.actions import digest as digests
from samverk.parts.feedback.actions import responsibility as actions
from samverk.parts.feedback.forms.inbox import ChooseDigest, ShareOut
from samverk.parts.feedback.permissions import may_answer, may_share_out
from samverk.parts.feedback.queries import digest as chosen
from samverk.parts.feedback.queries import responsibility as queries
from samverk.parts.feedback.views.screens import only, screen


@only(may_share_out)
@require_safe
def sections(request: HttpRequest) -> HttpResponse:
    """Every part of the site, and who answers for it."""
    return screen(request, "responsibility", title=_("Vem ansvarar för vad"), sections=queries.sections())


@only(may_share_out)
@require_http_methods(["GET", "HEAD", "POST"])
def section(request: HttpRequest, section_id: int) -> HttpResponse:
    """Choose who answers for a part of the site."""
    found = queries.section(section_id)
    if found is None:
        raise Http404
    people = [(editor.id, editor.name) for editor in queries.editors()]
    sent = request.POST if request.method == "POST" else None
    now_there = {"editors": [editor.id for editor in found.editors]}
    form = ShareOut(sent, people=people, initial=now_there)
    if request.method == "POST" and form.is_valid():
        actions.share_out(section_id=section_id, editors=form.cleaned_data["editors"], by=request.user)
        messages.success(request, _("Ansvaret är sparat. Öppna synpunkter är omfördelade."))
        return redirect("feedback_sections")
    return screen(request, "section", title=found.title, section=found, form=form)


@only(may_answer)
@require_http_methods(["GET", "HEAD", "POST"])
def digest(request: HttpRequest) -> HttpResponse:
    """Choose how often to get a letter about the inbox."""
    mine = {"frequency": chosen.choice(user_id=int(request.user.pk or 0))}
    form = ChooseDigest(request.POST if request.method == "POST" else None, initial=mine)
    if request.method == "POST" and form.is_valid():
        digests.choose(frequency=form.cleaned_data["frequency"], by=request.user)
        messages.success(request, _("Ditt val är sparat."))
        return redirect("feedback_inbox")
    return screen(request, "digest", title=_("Brev om synpunkter"), form=form)
