"""The organisers' pages for letters: their own words in them, and letters to everybody."""

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from samverk.parts.day.actions import notices as actions
from samverk.parts.day.actions import texts as text_actions
from samverk.parts.day.forms.letters import NoticeForm, WordsForm, named_fields
from samverk.parts.day.models import State
from samverk.parts.day.permissions import may_arrange
from samverk.parts.day.presenters import correspondence as presenters
from samverk.parts.day.presenters import texts
from samverk.parts.day.queries import notices as queries
from samverk.parts.day.queries import texts as text_queries
from samverk.parts.day.queries.editions import EditionFacts
from samverk.parts.day.queries.texts import Words
from samverk.parts.day.rules.texts import NOTICES, Letter
from samverk.parts.day.views.screens import edition_or_404, only, screen, sent
from samverk.ui.frame import Link


@only(may_arrange)
@require_safe
def letters(request: HttpRequest, edition_id: int) -> HttpResponse:
    """Every letter, whether its words are the standard ones, and how far those to everybody have come."""
    found, own = edition_or_404(edition_id), text_queries.own_words(edition_id)
    day = queries.day(edition_id)
    return screen(
        request,
        "letters",
        title=_("Brev"),
        edition=found,
        by_themselves=presenters.lines(edition_id, own, notices=False),
        to_everybody=presenters.lines(edition_id, own, notices=True),
        sendable=_sendable(found),
        sent=presenters.sent(queries.notices(edition_id), day) if day else (),
    )


@only(may_arrange)
@require_http_methods(["GET", "HEAD", "POST"])
def letter(request: HttpRequest, edition_id: int, letter: str, language: str) -> HttpResponse:
    """The words of a letter in one language: shown to an invented visitor, kept, or the standard again."""
    found, kind = edition_or_404(edition_id), _letter_or_404(letter)
    if language not in dict(settings.LANGUAGES):
        raise Http404
    if request.method == "POST" and request.POST.get("do") == "restore":
        text_actions.restore(edition_id=edition_id, letter=kind, language=language, by=request.user)
        messages.success(request, _("Brevet har standardtexten igen."))
        return redirect("day_desk:letter", edition_id, letter, language)
    own = text_queries.words(edition_id=edition_id, letter=kind, language=language)
    words = own or texts.standard(kind, language)
    form = WordsForm(sent(request), initial={"subject": words.subject, "text": words.text})
    if request.method == "POST" and form.is_valid():
        words = form.words()
        if request.POST.get("do") != "show":
            _keep(request, edition_id, kind, language, words)
            return redirect("day_desk:letters", edition_id)
    day = queries.day(edition_id)
    return screen(
        request,
        "letter",
        title=str(texts.STANDARD[kind].name),
        edition=found,
        form=form,
        when=texts.STANDARD[kind].when,
        language=dict(settings.LANGUAGES)[language],
        language_code=language,
        fields=named_fields(),
        is_own=own is not None,
        sample=texts.sample(words, day, language) if day and not form.errors else None,
        status=422 if form.errors else 200,
    )


@only(may_arrange)
@require_http_methods(["GET", "HEAD", "POST"])
def announce(request: HttpRequest, edition_id: int, letter: str) -> HttpResponse:
    """Write to everybody who is registered."""
    found, kind = edition_or_404(edition_id), _letter_or_404(letter)
    may_go = {link.url for link in _sendable(found)}
    if kind not in NOTICES or request.path not in may_go:
        raise Http404
    form = NoticeForm(sent(request), words=_words(edition_id, kind))
    if request.method == "POST" and form.is_valid():
        number = actions.announce(
            edition_id=edition_id, message=form.message(kind), by=request.user, now=timezone.now()
        )
        messages.success(request, _told(number))
        return redirect("day_desk:letters", edition_id)
    return _notice(request, edition_id, form, str(texts.STANDARD[kind].name))


@only(may_arrange)
@require_http_methods(["GET", "HEAD", "POST"])
def cancel(request: HttpRequest, edition_id: int) -> HttpResponse:
    """Cancel the day, with a letter to everybody who has a seat or waits."""
    found = edition_or_404(edition_id)
    form = NoticeForm(sent(request), words=_words(edition_id, Letter.DAY_CANCELLED))
    if request.method == "POST" and form.is_valid():
        _cancel(request, edition_id, form)
        return redirect("day_desk:letters", edition_id)
    if found.line.state != State.PUBLISHED:
        return redirect("day_desk:edition", edition_id)
    return _notice(request, edition_id, form, _("Ställ in dagen"), is_cancelling=True)


def _cancel(request: HttpRequest, edition_id: int, form: NoticeForm) -> None:
    message = form.message(Letter.DAY_CANCELLED)
    try:
        number = actions.cancel(edition_id=edition_id, message=message, by=request.user, now=timezone.now())
    except actions.AlreadyCancelled:
        messages.error(request, _("Någon hann före: dagen är redan inställd. Inga nya brev skickades."))
        return
    told = _("Upplagan är inställd. Sidan finns kvar och säger det. {letters}")
    messages.success(request, told.format(letters=_told(number)).strip())


def _notice(
    request: HttpRequest, edition_id: int, form: NoticeForm, title: str, *, is_cancelling: bool = False
) -> HttpResponse:
    reached = queries.readers(edition_id)
    return screen(
        request,
        "notice",
        title=title,
        edition=edition_or_404(edition_id),
        form=form,
        fields=named_fields(),
        number=reached.registered + reached.speakers,
        readers=presenters.readers(reached),
        is_cancelling=is_cancelling,
        status=422 if form.errors else 200,
    )


def _sendable(found: EditionFacts) -> tuple[Link, ...]:
    change = queries.about_change(found.line.id)
    return presenters.sendable(found, today=timezone.localdate(), change=change)


def _keep(request: HttpRequest, edition_id: int, kind: Letter, language: str, words: Words) -> None:
    """Keep the words; those that are the standard ones need not be kept."""
    if words == texts.standard(kind, language):
        text_actions.restore(edition_id=edition_id, letter=kind, language=language, by=request.user)
    else:
        text_actions.keep(
            edition_id=edition_id,
            letter=kind,
            language=language,
            subject=words.subject,
            text=words.text,
            by=request.user,
        )
    messages.success(request, _("Brevet är sparat."))


def _words(edition_id: int, kind: Letter) -> Words:
    language = settings.LANGUAGE_CODE
    own = text_queries.words(edition_id=edition_id, letter=kind, language=language)
    return own or texts.standard(kind, language)


def _told(number: int) -> str:
    if not number:
        return _("Ingen är anmäld, så inget brev skickades.")
    told = ngettext("%(number)d brev är på väg.", "%(number)d brev är på väg.", number)
    return told % {"number": number}


def _letter_or_404(letter: str) -> Letter:
    try:
        return Letter(letter)
    except ValueError as problem:
        raise Http404 from problem
