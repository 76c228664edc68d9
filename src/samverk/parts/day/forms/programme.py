"""What organisers write about sessions, rooms and streams."""

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import formats
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from samverk.parts.day.actions.programme import SessionDraft
from samverk.parts.day.forms.editions import a_text
from samverk.parts.day.models import Kind
from samverk.parts.day.queries.editions import EditionFacts
from samverk.parts.day.queries.programme import Programme, SpeakerFacts
from samverk.parts.day.rules.clashes import Clash, Wanted
from samverk.parts.day.rules.shifting import STOCKHOLM
from samverk.ui.fields import offer

MIDNIGHT = time()


def a_time(label: Any) -> forms.TimeField:
    """A time of day, as browsers ask for it."""
    widget = forms.TimeInput(attrs={"type": "time"}, format="%H:%M")
    return forms.TimeField(label=label, widget=widget, input_formats=["%H:%M", "%H.%M", "%H:%M:%S"])


def days_of(facts: EditionFacts) -> list[date]:
    """The days of an edition."""
    length = (facts.line.ends_on - facts.line.starts_on).days
    return [facts.line.starts_on + timedelta(days=number) for number in range(length + 1)]


class PlaceInTime(forms.Form):
    """When and where: shared by writing a session and moving one."""

    day = forms.TypedChoiceField(label=_("Dag"), coerce=date.fromisoformat)
    starts = a_time(_("Börjar"))
    room = forms.TypedChoiceField(label=_("Lokal"), coerce=int, required=False, empty_value=None)

    def __init__(self, *args: Any, edition: EditionFacts, programme: Programme, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        days = [(day.isoformat(), formats.date_format(day, "l j F")) for day in days_of(edition)]
        rooms = [("", _("Ingen särskild")), *((room.id, room.name) for room in programme.rooms)]
        offer(self, "day", days)
        offer(self, "room", rooms)
        if len(days) == 1:
            self.fields["day"].widget = forms.HiddenInput()
            self.fields["day"].initial = days[0][0]

    def moment(self, name: str) -> datetime:
        """The day and a time of it, in the region's time."""
        return datetime.combine(self.cleaned_data["day"], self.cleaned_data[name], tzinfo=STOCKHOLM)

    def refuse(self, clashes: Iterable[Clash]) -> None:
        """Say, on the field that it is about, which sessions want the same at once."""
        for clash in clashes:
            field = "speakers" if clash.wanted is Wanted.SPEAKER else "room"
            self.add_error(field if field in self.fields else "room", told(clash))


class Move(PlaceInTime):
    """Where a session is moved."""


class SessionForm(PlaceInTime):
    """A session."""

    title = forms.CharField(label=_("Rubrik"), max_length=200)
    kind = forms.ChoiceField(label=_("Slag"), choices=Kind)
    ends = a_time(_("Slutar"))
    stream = forms.TypedChoiceField(label=_("Spår"), coerce=int, required=False, empty_value=None)
    speakers = forms.TypedMultipleChoiceField(
        label=_("Föreläsare"), coerce=int, required=False, widget=forms.CheckboxSelectMultiple
    )
    description = a_text(_("Beskrivning"))
    capacity = forms.IntegerField(
        label=_("Antal platser"),
        required=False,
        min_value=1,
        max_value=100_000,
        help_text=_("Tomt om alla ryms."),
    )
    online_url = forms.URLField(
        label=_("Länk för den som är med på distans"),
        required=False,
        max_length=500,
        assume_scheme="https",
        help_text=_("Visas bara för den som är anmäld."),
    )
    is_cancelled = forms.BooleanField(
        label=_("Punkten är inställd"),
        required=False,
        help_text=_("Den står kvar i programmet som inställd. Lokalen och föreläsarna blir lediga."),
    )

    is_draft = forms.BooleanField(
        label=_("Visa inte punkten för besökare än"),
        required=False,
        help_text=_("Den tar sin tid och sin lokal, men bara arrangörer ser den."),
    )

    field_order = ("title", "kind", "day", "starts", "ends", "room", "stream", "speakers")

    def __init__(self, *args: Any, speakers: tuple[SpeakerFacts, ...], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        streams = kwargs["programme"].streams
        offer(self, "stream", [("", _("Inget särskilt")), *((stream.id, stream.name) for stream in streams)])
        offer(self, "speakers", [(speaker.id, speaker.name) for speaker in speakers])
        if not speakers:
            del self.fields["speakers"]

    def clean(self) -> dict[str, Any]:
        """A session ends after it begins."""
        given = super().clean() or self.cleaned_data
        starts, ends = given.get("starts"), given.get("ends")
        if starts and ends and ends <= starts and ends != MIDNIGHT:
            self.add_error("ends", _("Punkten måste sluta efter att den har börjat."))
        return given

    def draft(self) -> SessionDraft:
        """The session as it was written."""
        given = self.cleaned_data
        return SessionDraft(
            title=given["title"],
            kind=given["kind"],
            starts_at=self.moment("starts"),
            ends_at=self.moment("ends") + timedelta(days=self.cleaned_data["ends"] == MIDNIGHT),
            description=given["description"],
            room_id=given["room"],
            stream_id=given["stream"],
            speaker_ids=tuple(given.get("speakers", ())),
            capacity=given["capacity"],
            online_url=given["online_url"],
            is_cancelled=given["is_cancelled"],
            is_draft=given["is_draft"],
        )


class RoomForm(forms.Form):
    """A room."""

    name = forms.CharField(label=_("Lokalens namn"), max_length=100)
    seats = forms.IntegerField(label=_("Antal platser"), required=False, min_value=1, max_value=100_000)


class StreamForm(forms.Form):
    """A stream."""

    name = forms.CharField(label=_("Spårets namn"), max_length=100)


def written(draft: SessionDraft) -> dict[str, Any]:
    """A session by the names of the form's fields."""
    starts, ends = (moment.astimezone(STOCKHOLM) for moment in (draft.starts_at, draft.ends_at))
    return {
        "title": draft.title,
        "kind": draft.kind,
        "day": starts.date().isoformat(),
        "starts": starts.strftime("%H:%M"),
        "ends": ends.strftime("%H:%M"),
        "room": draft.room_id,
        "stream": draft.stream_id,
        "speakers": list(draft.speaker_ids),
        "description": draft.description,
        "capacity": draft.capacity,
        "online_url": draft.online_url,
        "is_cancelled": draft.is_cancelled,
        "is_draft": draft.is_draft,
    }


def told(clash: Clash) -> str:
    """A clash in words, with both sessions named."""
    words = (
        gettext(
            "{name} är redan upptagen av ”{second}” klockan {start}–{end}, och kan inte också ha ”{first}”."
        )
        if clash.wanted is Wanted.ROOM
        else gettext(
            "{name} medverkar i ”{second}” klockan {start}–{end}, och kan inte också vara med i ”{first}”."
        )
    )
    start, end = (
        moment.astimezone(STOCKHOLM).strftime("%H.%M")
        for moment in (clash.second.starts_at, clash.second.ends_at)
    )
    return words.format(
        name=clash.name, first=clash.first.title, second=clash.second.title, start=start, end=end
    )


def refused(form: forms.Form, error: ValidationError) -> None:
    """Put what an action refused on the fields that it is about, as far as the form has them."""
    told_by_field = error.message_dict if hasattr(error, "error_dict") else {"": error.messages}
    for name, messages in told_by_field.items():
        for message in messages:
            form.add_error(name if name in form.fields and not form[name].is_hidden else None, message)
