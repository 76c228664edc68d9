"""One comment: reading it, answering it, and what else can be done with it."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_POST, require_safe

from samverk.parts.feedback.actions import answers, duplicates, inbox
from samverk.parts.feedback.actions.taking import ChangedMeanwhileError
from samverk.parts.feedback.forms.inbox import Deed, Reply
from samverk.parts.feedback.permissions import may_answer
from samverk.parts.feedback.presenters import inbox as presenters
from samverk.parts.feedback.queries import comments as queries
from samverk.parts.feedback.queries import responsibility
from samverk.parts.feedback.views.screens import only, screen
from samverk.parts.site.queries.statement import reply_days

CHANGED = gettext_lazy(
    "Någon hann före dig: synpunkten har ändrats sedan du öppnade den. Så här ser den ut nu."
)
NOBODY = gettext_lazy("Adressen finns inte kvar, så svaret kan inte skickas.")


@only(may_answer)
@require_safe
def page(request: HttpRequest, comment_id: int) -> HttpResponse:
    """The comment, with all that belongs to it."""
    found = queries.comment(comment_id)
    if found is None:
        raise Http404
    return _show(request, found, Reply(initial={"version": found.version}))


@only(may_answer)
@require_POST
def answer(request: HttpRequest, comment_id: int) -> HttpResponse:
    """Send an answer. Whatever happens, what the editor wrote is still there."""
    form = Reply(request.POST)
    if not form.is_valid():
        return _again(request, comment_id, form, status=422)
    try:
        letters = answers.answer(
            comment_id=comment_id,
            version=form.cleaned_data["version"],
            text=form.cleaned_data["text"],
            by=request.user,
            now=timezone.now(),
        )
    except ChangedMeanwhileError:
        return _again(request, comment_id, form, status=409, problem=CHANGED)
    except answers.NobodyToAnswerError:
        return _again(request, comment_id, form, status=409, problem=NOBODY)
    said = ngettext("Svaret är på väg till %(n)d person.", "Svaret är på väg till %(n)d personer.", letters)
    messages.success(request, said % {"n": letters})
    return redirect("feedback_comment", comment_id)


@only(may_answer)
@require_POST
def act(request: HttpRequest, comment_id: int, deed: str) -> HttpResponse:
    """Do one of the other things that can be done with a comment."""
    if deed not in DEEDS:
        raise Http404
    sent = Deed(request.POST)
    try:
        said = DEEDS[deed](comment_id, sent, request.user)
    except ChangedMeanwhileError:
        messages.warning(request, CHANGED)
    except inbox.NoEditorError:
        messages.error(request, _("Den personen hanterar inte synpunkter längre. Välj någon annan."))
    else:
        messages.success(request, said)
        if deed == "ta-bort":
            return redirect("feedback_inbox")
    return redirect("feedback_comment", comment_id)


def _assign(comment_id: int, sent: Deed, by: Any) -> str:
    to = sent.value("who") or None
    inbox.assign(comment_id=comment_id, version=sent.value("version"), to=to, by=by)
    return _("Synpunkten är tilldelad.") if to else _("Synpunkten är tillbaka bland de nya.")


def _close(comment_id: int, sent: Deed, by: Any) -> str:
    inbox.close(comment_id=comment_id, version=sent.value("version"), by=by, now=timezone.now())
    return _("Synpunkten är avslutad.")


def _reopen(comment_id: int, sent: Deed, by: Any) -> str:
    inbox.reopen(comment_id=comment_id, version=sent.value("version"), by=by)
    return _("Synpunkten är öppen igen.")


def _let_in(comment_id: int, sent: Deed, by: Any) -> str:
    inbox.let_in(comment_id=comment_id, version=sent.value("version"), by=by)
    return _("Synpunkten är insläppt bland de nya.")


def _delete(comment_id: int, sent: Deed, by: Any) -> str:
    inbox.delete(comment_id=comment_id, version=sent.value("version"), by=by)
    return _("Synpunkten är borttagen.")


def _merge(comment_id: int, sent: Deed, by: Any) -> str:
    duplicates.merge(comment_id=comment_id, version=sent.value("version"), into=sent.value("other"), by=by)
    return _("Synpunkterna är sammanslagna.")


def _take_in(comment_id: int, sent: Deed, by: Any) -> str:
    duplicates.merge(comment_id=sent.value("other"), version=sent.value("version"), into=comment_id, by=by)
    return _("Synpunkterna är sammanslagna.")


def _part(comment_id: int, sent: Deed, by: Any) -> str:
    duplicates.part(comment_id=sent.value("other") or comment_id, by=by)
    return _("Synpunkten står för sig själv igen.")


def _pass_on(comment_id: int, _sent: Deed, by: Any) -> str:
    letters = answers.pass_on(comment_id=comment_id, by=by, now=timezone.now())
    said = ngettext("Svaret är på väg till %(n)d person.", "Svaret är på väg till %(n)d personer.", letters)
    return said % {"n": letters}


def _try_again(_comment_id: int, sent: Deed, by: Any) -> str:
    answers.try_again(delivery_id=sent.value("other"), by=by, now=timezone.now())
    return _("Vi försöker skicka svaret igen.")


DEEDS: dict[str, Callable[[int, Deed, Any], str]] = {
    "tilldela": _assign,
    "avsluta": _close,
    "oppna": _reopen,
    "slapp-in": _let_in,
    "ta-bort": _delete,
    "sla-ihop": _merge,
    "ta-in": _take_in,
    "skilj-at": _part,
    "skicka-vidare": _pass_on,
    "forsok-igen": _try_again,
}


def _again(
    request: HttpRequest, comment_id: int, form: Reply, *, status: int, problem: Promise | str = ""
) -> HttpResponse:
    """The comment as it stands now, with what the editor wrote."""
    found = queries.comment(comment_id)
    if found is None:
        return screen(
            request, "gone", title=_("Synpunkten är borttagen"), wrote=form.data.get("text", ""), status=410
        )
    if problem:
        form = Reply(initial={"text": form.data.get("text", ""), "version": found.version})
    return _show(request, found, form, status=status, problem=problem)


def _show(
    request: HttpRequest,
    found: queries.CommentInFull,
    form: Reply,
    *,
    status: int = 200,
    problem: Promise | str = "",
) -> HttpResponse:
    editors = responsibility.editors()
    words = presenters.comment(found, editors=editors, reply_days=reply_days(), now=timezone.now())
    return screen(
        request,
        "comment",
        title=_("Synpunkt %(number)d") % {"number": found.id},
        comment=found,
        words=words,
        editors=editors,
        form=form,
        wrote=form.data.get("text") or form.initial.get("text", ""),
        problem=problem,
        status=status,
    )
