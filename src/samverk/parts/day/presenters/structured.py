"""What search engines read about a Day: an event with its sessions as events (schema.org)."""

from collections.abc import Iterable
from typing import Any

from django.utils.safestring import SafeString

from samverk.parts.day.models import State
from samverk.parts.day.queries.editions import EditionFacts
from samverk.parts.day.queries.programme import Programme, SessionFacts
from samverk.parts.day.rules.shifting import STOCKHOLM
from samverk.parts.site.presenters import structured_data

SCHEDULED, CANCELLED = ("https://schema.org/EventScheduled", "https://schema.org/EventCancelled")
OFFLINE = "https://schema.org/OfflineEventAttendanceMode"
MIXED = "https://schema.org/MixedEventAttendanceMode"

Node = dict[str, Any]


def script(facts: EditionFacts, programme: Programme, *, page_url: str, image: str) -> SafeString:
    """The event as a script element of data."""
    return structured_data.script([event(facts, programme, page_url=page_url, image=image)])


def event(facts: EditionFacts, programme: Programme, *, page_url: str, image: str) -> Node:
    """An edition as an event."""
    line, place = facts.line, _place(facts)
    is_cancelled = line.state == State.CANCELLED
    can_be_followed = any(session.is_online for session in programme.sessions)
    return _filled(
        {
            "@type": "Event",
            "@id": f"{page_url}#event",
            "name": line.title,
            "description": line.lead,
            "url": page_url,
            "image": image,
            "startDate": line.starts_on.isoformat(),
            "endDate": line.ends_on.isoformat(),
            "eventStatus": CANCELLED if is_cancelled else SCHEDULED,
            "eventAttendanceMode": MIXED if can_be_followed else OFFLINE,
            "location": place,
            "organizer": {"@type": "Organization", "name": facts.organiser},
            "maximumAttendeeCapacity": facts.capacity,
            "subEvent": [
                _session(session, place, page_url=page_url, is_cancelled=is_cancelled)
                for session in programme.sessions
            ],
        }
    )


def _session(session: SessionFacts, place: Node | None, *, page_url: str, is_cancelled: bool) -> Node:
    room = {"@type": "Place", "name": session.room.name, "containedInPlace": place} if session.room else place
    return _filled(
        {
            "@type": "Event",
            "name": session.title,
            "description": session.description,
            "url": f"{page_url}#p{session.id}",
            "startDate": session.starts_at.astimezone(STOCKHOLM).isoformat(),
            "endDate": session.ends_at.astimezone(STOCKHOLM).isoformat(),
            "eventStatus": CANCELLED if is_cancelled or session.is_cancelled else SCHEDULED,
            "location": _filled(room) if room else None,
            "performer": [_performer(speaker.name, speaker.title) for speaker in session.speakers],
        }
    )


def _performer(name: str, title: str) -> Node:
    return _filled({"@type": "Person", "name": name, "jobTitle": title})


def _place(facts: EditionFacts) -> Node | None:
    if not facts.venue_name:
        return None
    return _filled({"@type": "Place", "name": facts.venue_name, "address": facts.venue_address})


def _filled(node: Node) -> Node:
    """Without what is not known."""
    return dict(_known(node.items()))


def _known(items: Iterable[tuple[str, Any]]) -> Iterable[tuple[str, Any]]:
    return ((name, value) for name, value in items if value not in (None, "", []))
