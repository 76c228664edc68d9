"""The letter that asks what somebody thought of the day."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.conf import settings
from django.template.loader import render_to_string
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import override

from samverk.parts.day.actions.letters import Letter
from samverk.parts.day.models import RegistrationState
from samverk.parts.day.presenters import documents, personal, survey
from samverk.parts.day.queries import checkin, evaluation, registration
from samverk.parts.day.queries.evaluation import SurveyFacts
from samverk.parts.day.queries.registration import Registered, link


@dataclass(frozen=True)
class Way:
    """Somebody's link to the evaluation: one's own, or that of a colleague whom only oneself can reach."""

    name: str
    url: str


def invitations(references: Iterable[str]) -> Iterator[Letter]:
    """The letters to these registrations, as far as there still is somebody to ask."""
    surveys: dict[int, SurveyFacts | None] = {}
    came: dict[int, frozenset[int] | None] = {}
    for reference in references:
        registered = registration.registered(reference)
        if registered is None:
            continue
        day = registered.day.id
        if day not in surveys:
            surveys[day] = evaluation.survey(day)
            came[day] = checkin.who_came(day) if checkin.came([day]) else None
        facts = surveys[day]
        letter = invitation(registered, facts, came=came[day]) if facts and not facts.closed_on else None
        if letter:
            yield letter


def invitation(registered: Registered, facts: SurveyFacts, *, came: frozenset[int] | None) -> Letter | None:
    """The letter, in its reader's language; None when there is nobody to ask. No door: `came` is None."""
    with override(registered.language):
        own = _came(registered.id, registered.state, came)
        colleagues = tuple(
            Way(other.name or _("Kollega"), _url(link(other.reference, other.link_version)))
            for other in registered.colleagues
            if not other.email and _came(other.id, other.state, came)
        )
        if not registered.reaches or not (own or colleagues):
            return None
        context = {
            "registered": registered,
            "day": registered.day,
            "days": personal.days(registered.day),
            "url": _url(registered.link) if own else "",
            "colleagues": colleagues,
            "last": date_format(facts.closes_on, "j F"),
            "page": documents.page_url(registered),
            "site_name": settings.WAGTAIL_SITE_NAME,
            "site_url": settings.WAGTAILADMIN_BASE_URL,
        }
        return Letter(
            to=registered.reaches,
            subject=_("Vad tyckte du om %(day)s?") % {"day": registered.day.title},
            text=render_to_string("day/mail/evaluation.txt", context),
            html=render_to_string("day/mail/evaluation.html", context),
            reply_to=registered.day.contact_email,
        )


def _came(key: int, state: str, came: frozenset[int] | None) -> bool:
    return state == RegistrationState.CONFIRMED and (came is None or key in came)


def _url(code: str) -> str:
    return settings.WAGTAILADMIN_BASE_URL + survey.address(code)
