"""The letters about a proposal: that it has come, what was decided, that it was withdrawn."""

from collections.abc import Iterator

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override

from samverk.parts.day.actions.letters import Letter
from samverk.parts.day.actions.proposals import RECEIVED, WITHDRAWN
from samverk.parts.day.models import ProposalState
from samverk.parts.day.presenters import documents, wording
from samverk.parts.day.presenters.wording import local_day
from samverk.parts.day.queries import proposals as queries
from samverk.parts.day.queries import reviews
from samverk.parts.day.queries.proposals import Proposed
from samverk.parts.day.queries.texts import Words
from samverk.parts.day.rules.texts import paragraphs, safe_name


def letters(reference: str, about: str) -> Iterator[Letter]:
    """The letters that something gives rise to; the organisers hear when an accepted one is withdrawn."""
    found = queries.proposed(reference)
    if found is None:
        return
    with override(found.proposal.language):
        words = _words(found, about)
        yield _letter(found, words, to=found.proposal.writer.email, reply_to=found.day.contact_email)
    history = reviews.decisions(found.proposal.id)
    was_accepted = bool(history) and history[-1].verdict == ProposalState.ACCEPTED
    if about == WITHDRAWN and was_accepted and found.day.contact_email:
        yield _to_organisers(found)


def decided(decision_id: int) -> Letter | None:
    """The letter that tells a decision, as the organiser wrote it."""
    told = reviews.decision_letter(decision_id)
    found = queries.proposed(told.reference) if told else None
    if told is None or found is None:
        return None
    with override(found.proposal.language):
        words = Words(told.subject, told.text)
        return _letter(found, words, to=found.proposal.writer.email, reply_to=found.day.contact_email)


def standard(found: Proposed, verdict: str) -> Words:
    """What the letter says before the organiser changes it, in the language of whoever proposed."""
    with override(found.proposal.language):
        facts = {"title": found.proposal.title, "day": found.day.title, "name": found.proposal.writer.name}
        subject, text = {
            ProposalState.ACCEPTED: (
                _("Ditt förslag till %(day)s är antaget"),
                _(
                    "Hej %(name)s!\n\nTack för ditt förslag ”%(title)s”. Vi vill gärna ha med det i "
                    "programmet. Vi hör av oss om tid och lokal."
                ),
            ),
            ProposalState.REJECTED: (
                _("Ditt förslag till %(day)s"),
                _(
                    "Hej %(name)s!\n\nTack för ditt förslag ”%(title)s”. Vi fick fler förslag än vi har "
                    "plats för, och kan inte ta med det den här gången. Vi hoppas att du kommer ändå."
                ),
            ),
            ProposalState.WAITING: (
                _("Ditt förslag till %(day)s väntar på besked"),
                _(
                    "Hej %(name)s!\n\nTack för ditt förslag ”%(title)s”. Vi vet inte än om det ryms i "
                    "programmet. Du får besked så snart vi vet."
                ),
            ),
        }[ProposalState(verdict)]
        return Words(subject % facts, text % facts)


def _words(found: Proposed, about: str) -> Words:
    facts = {"day": found.day.title, "title": found.proposal.title}
    name = safe_name(found.proposal.writer.name)
    hello = _("Hej %(name)s!") % {"name": name} if name else _("Hej!")
    if about == WITHDRAWN:
        told = _("Ditt förslag är tillbakadraget. Vi raderar det en tid efter dagen.")
        return Words(_("Ditt förslag till %(day)s är tillbakadraget") % facts, f"{hello}\n\n{told}")
    if about == RECEIVED:
        told = _("Tack för ditt förslag. Vi läser det och hör av oss. %(until)s") % {"until": _until(found)}
        return Words(_("Vi har fått ditt förslag till %(day)s") % facts, f"{hello}\n\n{told.strip()}")
    told = _("Här är länken till ditt förslag.")
    return Words(_("Din länk till förslaget till %(day)s") % facts, f"{hello}\n\n{told}")


def _until(found: Proposed) -> str:
    if found.call.closes_at is None:
        return ""
    last = wording.day(local_day(found.call.closes_at - wording.A_MOMENT)).lower()
    return _("Du kan ändra det till och med %(day)s.") % {"day": last}


def _letter(found: Proposed, words: Words, *, to: str, reply_to: str) -> Letter:
    context = {
        "title": words.subject,
        "paragraphs": paragraphs(words.text),
        "url": page_url(found),
        "proposal": found.proposal,
        "day": found.day,
        "days": wording.days(found.day.starts_on, found.day.ends_on),
        "site_name": settings.WAGTAIL_SITE_NAME,
        "site_url": settings.WAGTAILADMIN_BASE_URL,
    }
    return Letter(
        to=to,
        subject=words.subject,
        text=render_to_string("day/mail/proposal.txt", context),
        html=render_to_string("day/mail/proposal.html", context),
        reply_to=reply_to,
    )


def page_url(found: Proposed) -> str:
    """The whole address of a proposal's page."""
    return settings.WAGTAILADMIN_BASE_URL + reverse("day:proposed", args=[found.proposal.link])


def _to_organisers(found: Proposed) -> Letter:
    with override(settings.LANGUAGE_CODE):
        facts = {"title": found.proposal.title, "day": found.day.title, "name": found.proposal.writer.name}
        told = (
            _("Punkten står kvar i programmet, utan föreläsarens namn. Ställ in den eller ändra den där.")
            if found.proposal.session_id
            else _("Utkastet till punkt är borttaget ur programmet.")
        )
        text = _("%(name)s har dragit tillbaka ”%(title)s”, som var antaget.") % facts
        context = {
            "title": _("Ett antaget förslag till %(day)s är tillbakadraget") % facts,
            "paragraphs": (text, told),
            "day": found.day,
            "days": wording.days(found.day.starts_on, found.day.ends_on),
            "day_url": documents.day_url(found.day),
            "site_name": settings.WAGTAIL_SITE_NAME,
            "site_url": settings.WAGTAILADMIN_BASE_URL,
        }
        return Letter(
            to=found.day.contact_email,
            subject=str(context["title"]),
            text=render_to_string("day/mail/organisers.txt", context),
            html=render_to_string("day/mail/organisers.html", context),
        )
