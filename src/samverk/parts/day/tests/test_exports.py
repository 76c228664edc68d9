"""Long lists become files in the background, for whoever asked, for a day."""

from datetime import timedelta
from io import BytesIO

import pytest
from django.test import Client
from django.utils import timezone
from openpyxl import load_workbook

from samverk.base.organisations.models import Role
from samverk.base.people.tests.people import person, signed_in
from samverk.parts.day import jobs
from samverk.parts.day.actions import uploads
from samverk.parts.day.models import Export, TicketKind
from samverk.parts.day.presenters import exports as presenters
from samverk.parts.day.tests import build
from samverk.parts.day.views import exports as views

pytestmark = pytest.mark.django_db


@pytest.fixture
def organiser() -> Client:
    return signed_in(person("Amina Prov", Role.ORGANISER))


@pytest.fixture
def kind(monkeypatch: pytest.MonkeyPatch) -> TicketKind:
    monkeypatch.setattr(views, "MADE_AT_ONCE", 2)
    made = build.kind(quota=10)
    for number in range(3):
        build.registered(made, name=f"Person {number}", email=f"{number}@example.org", sensitive={"1": "ägg"})
    return made


def desk(kind: TicketKind, rest: str) -> str:
    return f"/arrangera/{kind.edition_id}/anmalda/{rest}"


@pytest.mark.parametrize(
    "rest", ["anmalda.xlsx", "anmalda.csv", "anmalda.pdf", "namnskyltar/90x55.pdf", "behov.xlsx", "behov.csv"]
)
def test_a_long_list_is_made_in_the_background_and_fetched_from_its_page(
    organiser: Client, kind: TicketKind, rest: str
) -> None:
    page = organiser.get(desk(kind, rest))["Location"]
    waiting = organiser.get(page).content.decode()
    assert "0 av 3 rader" in waiting
    assert "Ladda om sidan" in waiting
    assert organiser.get(f"{page}hamta/").status_code == 404

    jobs.make_export(reference=str(Export.objects.get().reference))

    ready = organiser.get(page).content.decode()
    assert f"{page}hamta/" in ready
    assert "hx-trigger" not in ready
    file = organiser.get(f"{page}hamta/")
    assert len(file.content) > 100
    assert file["Cache-Control"] == "no-store"
    assert Export.objects.get().done == 3


def test_a_short_list_comes_at_once(organiser: Client) -> None:
    kind = build.kind()
    build.registered(kind)

    file = organiser.get(desk(kind, "anmalda.xlsx"))

    assert load_workbook(BytesIO(file.content)).active.cell(2, 1).value == "Åsa Prov"  # type: ignore[union-attr]
    assert not Export.objects.exists()


def test_the_same_filter_applies_in_the_background(organiser: Client, kind: TicketKind) -> None:
    organiser.get(desk(kind, "anmalda.csv?q=person&state=confirmed"))

    jobs.make_export(reference=str(Export.objects.get().reference))

    assert Export.objects.get().wanted["words"] == "person"
    assert bytes(Export.objects.get().content or b"").decode().count("\r\n") == 4


def test_nobody_else_gets_the_file_and_after_a_day_nobody(organiser: Client, kind: TicketKind) -> None:
    page = organiser.get(desk(kind, "anmalda.csv"))["Location"]
    jobs.make_export(reference=str(Export.objects.get().reference))
    other = signed_in(person("Bo Prov", Role.ORGANISER))
    assert other.get(page).status_code == other.get(f"{page}hamta/").status_code == 404

    Export.objects.update(asked_at=timezone.now() - timedelta(hours=25))

    assert organiser.get(page).status_code == organiser.get(f"{page}hamta/").status_code == 404
    assert uploads.forget(now=timezone.now()) == 1
    assert not Export.objects.exists()


def test_the_right_to_see_is_asked_for_again_when_the_file_is_fetched(kind: TicketKind) -> None:
    amina = person("Amina Prov", Role.ORGANISER)
    page = signed_in(amina).get(desk(kind, "behov.csv"))["Location"]
    jobs.make_export(reference=str(Export.objects.get().reference))
    amina.affiliations.update(role=Role.ADMINISTRATOR)

    assert signed_in(amina).get(f"{page}hamta/").status_code == 403


def test_a_file_that_cannot_be_made_says_so(
    organiser: Client, kind: TicketKind, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = organiser.get(desk(kind, "anmalda.csv"))["Location"]

    def breaks(*_: object, **__: object) -> None:
        raise ArithmeticError

    monkeypatch.setattr(presenters, "file", breaks)
    with pytest.raises(ArithmeticError):
        jobs.make_export(reference=str(Export.objects.get().reference))

    assert "gick inte att skapa" in organiser.get(page).content.decode()
