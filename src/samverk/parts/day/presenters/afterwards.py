"""What somebody's own page offers once the day is over: the evaluation, and a certificate."""

from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from samverk.parts.day.models import RegistrationState
from samverk.parts.day.presenters import survey as wording
from samverk.parts.day.queries.evaluation import SurveyFacts
from samverk.parts.day.queries.registration import Registered
from samverk.parts.day.rules.evaluation import Door


@dataclass(frozen=True)
class Afterwards:
    """Links; empty when there is nothing behind them, with a sentence about why."""

    survey_url: str
    certificate_url: str
    no_certificate: str
    is_over: bool


def afterwards(
    registered: Registered, survey: SurveyFacts | None, *, came: bool, is_counted: bool, today: date
) -> Afterwards | None:
    """What there is to do afterwards. `is_counted`: whether anybody was checked in at all."""
    if registered.state != RegistrationState.CONFIRMED or today < registered.day.ends_on:
        return None
    may_answer = survey is not None and survey.door(today) is Door.OPEN and (came or not is_counted)
    return Afterwards(
        survey_url=wording.address(registered.link) if may_answer else "",
        certificate_url=reverse("day:certificate", args=[registered.link])
        if came and registered.name
        else "",
        no_certificate=_why_not(registered, came=came, is_counted=is_counted),
        is_over=today > registered.day.ends_on,
    )


def _why_not(registered: Registered, *, came: bool, is_counted: bool) -> str:
    if came:
        return "" if registered.name else _("Ditt namn är inte ifyllt, så det går inte att göra ett intyg.")
    if not is_counted:
        return _("Ingen checkades in den här gången, så det finns inga intyg.")
    return wording.absent(registered)
