"""What search engines read: schema.org descriptions as JSON-LD."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString

from samverk.parts.site.queries.contacts import Contact
from samverk.ui.frame import Link

Node = dict[str, Any]
CLOSING = {ord("<"): "\\u003C", ord(">"): "\\u003E", ord("&"): "\\u0026"}


@dataclass(frozen=True)
class Event:
    """A day or a meeting that a page tells of."""

    name: str
    starts_at: datetime
    ends_at: datetime | None = None
    place: str = ""


@dataclass(frozen=True)
class Story:
    """A page as search engines want to know it."""

    title: str
    description: str
    url: str
    language: str
    image: str = ""
    published_on: date | None = None
    changed_at: datetime | None = None
    event: Event | None = None
    based_on: str = ""


def script(nodes: Iterable[Node]) -> SafeString:
    """A script element with the nodes in it, which nothing in them can close."""
    text = json.dumps(
        {"@context": "https://schema.org", "@graph": [_filled(node) for node in nodes]}, ensure_ascii=False
    )
    return format_html(
        '<script type="application/ld+json">{}</script>',
        SafeString(text.translate(CLOSING)),
    )


def organisation(*, name: str, origin: str, logo: str) -> Node:
    """Who is behind the site."""
    return {
        "@type": "Organization",
        "@id": f"{origin}/#organisation",
        "name": name,
        "url": f"{origin}/",
        "logo": logo,
    }


def web_site(*, name: str, origin: str, language: str) -> Node:
    """The site itself, told on its home page."""
    return {
        "@type": "WebSite",
        "name": name,
        "url": f"{origin}/",
        "inLanguage": language,
        "publisher": {"@id": f"{origin}/#organisation"},
    }


def web_page(story: Story) -> Node:
    """A page that is no news."""
    return {
        "@type": "WebPage",
        "name": story.title,
        "description": story.description,
        "url": story.url,
        "inLanguage": story.language,
        "image": story.image,
        "dateModified": _iso(story.changed_at),
        "isBasedOn": story.based_on,
    }


def news_article(story: Story, *, origin: str) -> Node:
    """A piece of news, and the event that it tells of."""
    return {
        "@type": "NewsArticle",
        "headline": story.title,
        "description": story.description,
        "url": story.url,
        "mainEntityOfPage": story.url,
        "inLanguage": story.language,
        "image": story.image,
        "datePublished": _iso(story.published_on),
        "dateModified": _iso(story.changed_at),
        "author": {"@id": f"{origin}/#organisation"},
        "publisher": {"@id": f"{origin}/#organisation"},
        "about": {"@id": f"{story.url}#event"} if story.event else None,
    }


def event(story: Story, *, origin: str) -> Iterable[Node]:
    """The event that a story tells of, if it does."""
    if not story.event:
        return []
    return [
        {
            "@type": "Event",
            "@id": f"{story.url}#event",
            "name": story.event.name,
            "description": story.description,
            "startDate": _time(story.event.starts_at),
            "endDate": _time(story.event.ends_at),
            "location": _place(story.event.place),
            "image": story.image,
            "url": story.url,
            "eventStatus": "https://schema.org/EventScheduled",
            "eventAttendanceMode": "https://schema.org/OfflineEventAttendanceMode",
            "organizer": {"@id": f"{origin}/#organisation"},
        }
    ]


def person(contact: Contact, *, origin: str) -> Node:
    """Somebody to turn to."""
    return {
        "@type": "Person",
        "name": contact.name,
        "jobTitle": contact.role,
        "telephone": contact.telephone,
        "email": contact.email,
        "worksFor": {"@id": f"{origin}/#organisation"},
    }


def breadcrumb(links: Iterable[Link], *, origin: str) -> Node:
    """The way here."""
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": position, "name": link.label, "item": f"{origin}{link.url}"}
            for position, link in enumerate(links, start=1)
        ],
    }


def _filled(node: Node) -> Node:
    return {name: value for name, value in node.items() if value not in (None, "", [])}


def _iso(moment: date | None) -> str:
    return moment.isoformat() if moment else ""


def _time(moment: datetime | None) -> str:
    """A day whose hour is not known begins at midnight, and is told as a day."""
    local = moment.astimezone(timezone.get_current_timezone()) if moment else None
    return _iso(local.date() if local and local.time() == time() else local)


def _place(name: str) -> Node | None:
    return {"@type": "Place", "name": name, "address": name} if name else None
