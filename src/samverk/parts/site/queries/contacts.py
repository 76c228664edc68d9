"""Whom to turn to about a page."""

from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.db.models import QuerySet
from wagtail.models import Page

from samverk.base.database.queries import Given, Prepared
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
    """The contacts of a page in the editors' order."""
    return tuple(_contact(*row) for row in _SAVED.rows(page=page.pk))


def of_preview(page: Page) -> tuple[Contact, ...]:
    """The same of a page as it stands in the editor's form, with those not saved yet."""
    people = [row.person for row in page.contacts.select_related("person").order_by("sort_order")]
    return tuple(_contact(person.name, person.role, person.telephone, person.email) for person in people)


def _saved() -> QuerySet[Any, tuple[Any, ...]]:
    rows = apps.get_model("site", "PageContact").objects.filter(page_id=Given("page")).order_by("sort_order")
    return rows.values_list("person__name", "person__role", "person__telephone", "person__email")


_SAVED = Prepared(_saved)


def _contact(name: str, role: str, number: str, email: str) -> Contact:
    shown = telephone.show(number) if number else ""
    return Contact(name=name, role=role, telephone=number, telephone_shown=shown, email=email)
