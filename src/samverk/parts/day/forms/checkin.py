"""What doors send: a phone's queue as JSON, and the plain forms of a door without JavaScript."""

import json
from datetime import datetime
from typing import Any
from uuid import UUID

from django import forms
from django.utils.dateparse import parse_datetime
from django.utils.timezone import is_aware
from django.utils.translation import gettext_lazy as _

from samverk.parts.day.actions.checkin import Batch, Sent
from samverk.parts.day.actions.walkins import Newcomer
from samverk.parts.day.models import Deed, Way
from samverk.parts.day.queries.tickets import KindLine
from samverk.parts.day.rules.checkin import MOST_AT_ONCE

LONGEST = 150
LARGEST_KEY = 2**63 - 1
LONGEST_NAME_OF_A_DOOR = 60


class Unreadable(Exception):
    """What came is nothing that a door sends."""


def read(raw: bytes, *, language: str) -> tuple[Batch, tuple[UUID, ...]]:
    """What a phone sent, and the keys of what in it could not be understood.

    :raises Unreadable: when it is no batch at all, or too large a one.
    """
    try:
        told = json.loads(raw)
        sent_at, passages = _moment(told["sent_at"]), list(told["passages"])
        device = UUID(told["device"])
    except (ValueError, TypeError, KeyError, AttributeError) as problem:
        raise Unreadable from problem
    if len(passages) > MOST_AT_ONCE:
        raise Unreadable
    understood, dark = [], []
    for one in passages:
        try:
            key = UUID(one["key"])
        except (ValueError, TypeError, KeyError, AttributeError):
            continue
        try:
            understood.append(_passage(key, one, language))
        except (ValueError, TypeError, KeyError, AttributeError):
            dark.append(key)
    return Batch(device, sent_at, understood, asks=told.get("asks") is True), tuple(dark)


def _passage(key: UUID, told: dict[str, Any], language: str) -> Sent:
    deed, way = Deed(told.get("deed", Deed.IN)), Way(told.get("way", Way.NAME))
    return Sent(
        key=key,
        device_at=_moment(told["at"]),
        deed=deed,
        registration_id=_key(told.get("who")),
        session_id=_key(told.get("session")),
        way=way,
        shown=_text(told.get("shown"), 40),
        undoes=UUID(told["undoes"]) if deed == Deed.UNDO else None,
        newcomer=_newcomer(told["newcomer"], language) if told.get("newcomer") else None,
    )


def _newcomer(told: dict[str, Any], language: str) -> Newcomer:
    return Newcomer(
        name=_text(told.get("name"), LONGEST),
        organisation=_text(told.get("organisation"), LONGEST),
        kind_id=_key(told.get("kind")) or 0,
        language=language,
        without_seat=told.get("without_seat") is True,
    )


def _moment(text: Any) -> datetime:
    found = parse_datetime(str(text))
    if found is None or not is_aware(found):
        raise ValueError
    return found


def _key(value: Any) -> int | None:
    number = int(value or 0)
    if not 0 <= number <= LARGEST_KEY:
        raise ValueError
    return number or None


def _text(value: Any, longest: int) -> str:
    return str(value or "").replace("\0", "").strip()[:longest]


class DoorForm(forms.Form):
    """A door to open."""

    name = forms.CharField(
        label=_("Dörrens namn"),
        max_length=LONGEST_NAME_OF_A_DOOR,
        help_text=_("Till exempel Norra entrén. Namnet syns på den andra dörrens skärm om något krockar."),
        error_messages={"required": _("Skriv ett namn, så att ni kan skilja dörrarna åt.")},
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )


class SettleForm(forms.Form):
    """What was decided about a clash."""

    note = forms.CharField(
        label=_("Vad hände?"), max_length=300, error_messages={"required": _("Skriv vad som hände.")}
    )


class NewcomerForm(forms.Form):
    """Somebody who came without having registered."""

    key = forms.UUIDField(widget=forms.HiddenInput)
    name = forms.CharField(
        label=_("Namn"), max_length=LONGEST, error_messages={"required": _("Skriv personens namn.")}
    )
    organisation = forms.CharField(label=_("Organisation"), max_length=LONGEST, required=False)
    kind = forms.ChoiceField(label=_("Biljett"), widget=forms.RadioSelect)
    without_seat = forms.BooleanField(label=_("Släpp in också utan plats"), required=False)

    def __init__(self, *args: Any, kinds: tuple[KindLine, ...], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["kind"]
        field.choices = [(one.id, one.name) for one in kinds]
        if len(kinds) == 1:
            self.initial["kind"] = kinds[0].id

    def newcomer(self, *, language: str) -> Newcomer:
        """The person, once the form is valid."""
        given = self.cleaned_data
        return Newcomer(
            name=given["name"],
            organisation=given["organisation"],
            kind_id=int(given["kind"]),
            language=language,
            without_seat=given["without_seat"],
        )
