"""A visitor who registers, as a browser would."""

from dataclasses import dataclass
from typing import Any
from uuid import uuid4

from django.http import HttpResponse
from django.test import Client

from samverk.parts.day.models import TicketKind

SAME_ORIGIN = {"Sec-Fetch-Site": "same-origin"}


@dataclass(frozen=True)
class Visitor:
    """Somebody with a browser and no account."""

    client: Client

    def sends(self, kind: TicketKind, /, **fields: Any) -> HttpResponse:
        """Send the form; what is not given is filled in sensibly."""
        given = {"kind": kind.pk, "name": "Åsa Prov", "email": "asa@example.org", "key": uuid4(), **fields}
        return self.posts(address(kind), **given)

    def posts(self, path: str, **fields: Any) -> HttpResponse:
        """Post from a page of the site itself."""
        return self.client.post(path, fields, headers=SAME_ORIGIN)  # type: ignore[return-value]

    def reads(self, path: str) -> str:
        """The text of a page."""
        return self.client.get(path).content.decode()


def address(kind: TicketKind) -> str:
    """Where one registers."""
    return f"/dagar/{kind.edition.series.slug}/{kind.edition.slug}/anmalan/"
