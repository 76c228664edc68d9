"""Whom to turn to about a page."""

from dataclasses import dataclass
from typing import Any

from wagtail.models import Page

from samverk.parts.site.rules import telephone


@dataclass(frozen=True)
class Contact:
    """A contact person as the page shows them. What is not known is empty, and then not shown."""

    name: str
    role: str = ""
    telephone: str = ""
    telephone_shown: str = ""
    email: str = ""


def of_page(page: Page) -> tuple[Contact, ...]:
    """The contacts of a page in the editors' order; in a preview those not saved yet too."""
    return tuple(_contact(row) for row in page.contacts.select_related("person").order_by("sort_order"))


def _contact(row: Any) -> Contact:
    person = row.person
    return Contact(
        name=person.name,
        role=person.role,
        telephone=person.telephone,
        telephone_shown=telephone.show(person.telephone) if person.telephone else "",
        email=person.email,
    )
