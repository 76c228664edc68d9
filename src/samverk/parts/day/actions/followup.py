"""The article about how a day was: a draft of what really happened, for an editor to finish."""

from collections.abc import Iterable
from datetime import date
from typing import Any
from uuid import uuid4

from django.conf import settings
from django.db import transaction
from django.utils import formats, translation
from django.utils.html import escape
from django.utils.translation import gettext as _

from samverk.base.audit import actions as audit
from samverk.base.organisations.permissions import OPERATOR, demand
from samverk.parts.day.models import Edition, Kind, State
from samverk.parts.day.permissions import may_arrange
from samverk.parts.day.queries.programme import SessionFacts, public_programme
from samverk.parts.day.queries.results import quotations
from samverk.parts.day.registry import figures
from samverk.parts.day.rules import followup as rules
from samverk.parts.site.actions import pages

CONTENT = [kind for kind in Kind if kind is not Kind.MEAL]


class NotYet(Exception):
    """There is nothing to tell of yet, or it has been told. Its text is for the screen."""


@transaction.atomic
def prepare(*, edition_id: int, by: Any, today: date) -> int:
    """Write a draft among the news, from the sessions that were held, those who took part, and the figures.

    The installation writes it, since organisers do not work in the editors' rooms. Returns the page's key.

    :raises PermissionDenied: when `by` may not arrange days.
    :raises NotYet: when the day is not over, was not held, or has its article already.
    """
    demand(may_arrange, by)
    row = Edition.objects.select_for_update(no_key=True).get(pk=edition_id)
    _demand_something_to_tell(row, today)
    section = pages.news_section(language=settings.LANGUAGE_CODE)
    if section is None:
        raise NotYet(_("Det finns ingen avdelning för nyheter att lägga utkastet i."))
    with translation.override(settings.LANGUAGE_CODE):
        day = _happened(row)
        facts = pages.ArticleFacts(
            title=_("Så blev {title}").format(title=day.title),
            lead=rules.lead(day),
            body=[block for part in rules.body(day) for block in _blocks(part)],
        )
    page = pages.create_article(section=section, facts=facts, by=OPERATOR)
    row.followup_id = page.pk
    row.save(update_fields=["followup"])
    audit.record(actor=by, action="day.prepare_followup", target=row, page=page.pk)
    return int(page.pk)


@transaction.atomic
def tell_of(*, edition_id: int, page_id: int, by: Any) -> None:
    """Say that a page which is there already tells how the day was.

    :raises PermissionDenied: when `by` may not arrange days.
    """
    demand(may_arrange, by)
    row = Edition.objects.select_for_update(no_key=True).get(pk=edition_id)
    row.followup_id = page_id
    row.save(update_fields=["followup"])
    audit.record(actor=by, action="day.tell_of", target=row, page=page_id)


def _happened(row: Edition) -> rules.Happened:
    """All that the system knows of a day that may be told to everybody."""
    held = [
        session
        for session in public_programme(row.pk).sessions
        if not session.is_cancelled and session.kind in CONTENT
    ]
    return rules.Happened(
        title=row.title,
        when=_when(row.starts_on, row.ends_on),
        place=row.venue_name,
        organiser=row.organiser or row.series.organiser.name,
        purpose=row.series.purpose,
        held=tuple(_held(session) for session in held),
        figures=tuple(_figures(row.pk)),
        quotations=tuple(quotation.text for quotation in quotations(row.pk)),
    )


def _demand_something_to_tell(row: Edition, today: date) -> None:
    if row.state == State.CANCELLED:
        raise NotYet(_("Dagen ställdes in, så det finns inget att berätta om."))
    if row.ends_on >= today or row.state == State.DRAFT:
        raise NotYet(_("Dagen har inte hållits än. Gör uppföljningen efteråt."))
    if row.followup_id:
        raise NotYet(_("Det finns redan en uppföljning. Den ligger bland nyheterna."))


def _when(starts_on: date, ends_on: date) -> str:
    first = formats.date_format(starts_on, "j F Y")
    return first if starts_on == ends_on else f"{first} till {formats.date_format(ends_on, 'j F Y')}"


def _held(session: SessionFacts) -> rules.Held:
    people = tuple(
        rules.TookPart(one.name, one.title, one.organisation, one.biography) for one in session.speakers
    )
    return rules.Held(
        title=session.title,
        kind=str(Kind(session.kind).label),
        description=session.description,
        people=people,
    )


def _figures(edition_id: int) -> Iterable[str]:
    for figure in figures.registered():
        value = figure.values([edition_id]).get(edition_id)
        if figure.sentence and value:
            yield figure.sentence(value)


def _blocks(part: rules.Part) -> list[dict[str, Any]]:
    """A part in the stored form of a page."""
    if part.kind is rules.Piece.HEADING:
        return [_block("heading", {"text": text, "level": "2"}) for text in part.texts]
    if part.kind is rules.Piece.LIST:
        items = [_block("item", f"<p>{escape(text)}</p>") for text in part.texts]
        return [_block("list", {"is_ordered": False, "items": items})]
    if part.kind is rules.Piece.QUOTES:
        return [_block("quote", {"text": text, "speaker": "", "role": rules.VISITOR}) for text in part.texts]
    return [_block("paragraph", f"<p>{escape(' '.join(part.texts))}</p>")]


def _block(kind: str, value: Any) -> dict[str, Any]:
    return {"type": kind, "value": value, "id": str(uuid4())}
