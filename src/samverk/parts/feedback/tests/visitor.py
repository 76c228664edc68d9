"""A visitor who comments on a page, for tests: with proofs made beforehand, or by reading pictures."""

from dataclasses import dataclass, field
from typing import Any

import altcha
from bs4 import BeautifulSoup
from django.http import HttpResponse
from django.test import Client
from django.utils import timezone

from samverk.parts.feedback.actions import verification

SEND = "/synpunkter/"
THANKS = "/synpunkter/tack/"
PAGE = "/kakor/"


def proof() -> str:
    """A proof as a browser makes it."""
    challenge = altcha.Challenge.from_dict(verification.challenge(in_a_flood=False, now=timezone.now()))
    solution = altcha.solve_challenge(challenge)
    assert solution
    return altcha.Payload(challenge, solution).to_base64()


@dataclass
class Visitor:
    """Somebody at an address, with a browser that says where its forms come from."""

    address: str = "192.0.2.1"
    client: Client = field(default_factory=lambda: Client(SERVER_NAME="localhost"))

    def sends(self, text: str = "En bra sida.", *, proven: bool = True, **more: Any) -> HttpResponse:
        """Send the form; `proven` is what a browser with JavaScript does unseen."""
        given = {"text": text, "page": PAGE, "kind": "comment", "email": "", "website": "", **more}
        given.setdefault("proof", proof() if proven else "")
        return self.posts(given)

    def posts(self, given: dict[str, Any], **headers: str) -> Any:
        origin = headers or {"HTTP_SEC_FETCH_SITE": "same-origin"}
        return self.client.post(SEND, given, REMOTE_ADDR=self.address, **origin)


@dataclass(frozen=True)
class Screen:
    """What an answer shows."""

    soup: BeautifulSoup

    @classmethod
    def of(cls, answer: Any) -> "Screen":
        return cls(BeautifulSoup(answer.content, "html5lib"))

    @property
    def text(self) -> str:
        return " ".join(self.soup.find("main").get_text(" ").split())

    @property
    def written(self) -> str:
        """The text in the form, wherever it is carried."""
        shown = self.soup.find("textarea", attrs={"name": "text"})
        if shown:
            return str(shown.get_text()).removeprefix("\n")
        return str(self.soup.find("input", attrs={"name": "text"})["value"])

    def value(self, name: str) -> str:
        return str(self.soup.find(attrs={"name": name}).get("value", ""))

    @property
    def marks(self) -> list[str]:
        return [mark.get_text() for mark in self.soup.find_all("mark")]

    @property
    def errors(self) -> list[str]:
        return [line.get_text() for line in self.soup.select(".ds-error-summary li")]
