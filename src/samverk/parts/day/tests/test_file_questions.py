"""Questions that are answered with a file: judged, private, kept while the form is put right, forgotten."""

from datetime import timedelta
from io import BytesIO
from typing import Any

import pikepdf
import pytest
from bs4 import BeautifulSoup
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client
from PIL import Image

from samverk.base.audit.models import Entry
from samverk.base.organisations.models import Role
from samverk.base.organisations.permissions import OPERATOR
from samverk.base.people.tests.people import person, signed_in
from samverk.parts.day.actions import questions, registration, retention, uploads
from samverk.parts.day.models import Question, Registration, TicketKind, Upload
from samverk.parts.day.tests import build
from samverk.parts.day.tests.visitor import SAME_ORIGIN, Visitor, address

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("nothing_remembered")]


@pytest.fixture
def kind() -> TicketKind:
    return build.kind()


def asks(kind: TicketKind, **facts: Any) -> str:
    """Ask for a file; the name of its field."""
    told = questions.Facts("Er logotyp", kind="file", **facts)
    return f"fraga-{questions.add(edition_id=kind.edition_id, facts=told, by=OPERATOR)}"


def logo(name: str = "Återbruk.png") -> SimpleUploadedFile:
    drawn = BytesIO()
    Image.new("RGB", (40, 20), "teal").save(drawn, "PNG")
    return SimpleUploadedFile(name, drawn.getvalue(), content_type="image/png")


def pdf(*, script: bool = False) -> SimpleUploadedFile:
    drawn, document = BytesIO(), pikepdf.new()
    document.add_blank_page()
    if script:
        document.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert(1)")
    document.save(drawn)
    return SimpleUploadedFile("ark.pdf", drawn.getvalue(), content_type="application/pdf")


def faults(answer: HttpResponse) -> dict[str, str]:
    form = answer.context["form"]  # type: ignore[attr-defined]
    return {name: " ".join(told) for name, told in form.errors.items()}


def kept(answer: HttpResponse, name: str) -> str:
    field = BeautifulSoup(answer.content, "html5lib").select_one(f"[name={name}]")
    assert field is not None
    return str(field["value"])


def test_a_picture_is_drawn_anew_and_tied_to_the_registration(visitor: Visitor, kind: TicketKind) -> None:
    field = asks(kind)

    answer = visitor.sends(kind, **{field: logo()})

    upload = Upload.objects.get()
    assert answer.status_code == 303
    assert upload.registration == Registration.objects.get()
    assert (upload.name, upload.content_type) == ("Återbruk.png", "image/png")
    assert Registration.objects.get().answers == {field.removeprefix("fraga-"): "Återbruk.png"}


def test_a_pdf_is_let_in(visitor: Visitor, kind: TicketKind) -> None:
    visitor.sends(kind, **{asks(kind): pdf()})

    assert Upload.objects.get().content_type == "application/pdf"


@pytest.mark.parametrize(
    ("upload", "told"),
    [
        (SimpleUploadedFile("logo.svg", b"<svg onload='alert(1)'/>"), "Välj en bild"),
        (SimpleUploadedFile("logo.png", b"<?php echo 1;"), "känner inte igen"),
        (SimpleUploadedFile("virus.exe", b"MZ" + b"\0" * 100), "Välj en bild"),
        (SimpleUploadedFile("ark.pdf", b"MZ" + b"\0" * 100), "något annat än filnamnet"),
        (SimpleUploadedFile("tom.png", b""), "tom"),
        (SimpleUploadedFile("stor.png", b"\0" * (5 * 1024 * 1024 + 1)), "högst 5 MB"),
    ],
)
def test_a_file_of_a_wrong_kind_is_refused_on_its_field_and_the_rest_is_kept(
    visitor: Visitor, kind: TicketKind, upload: SimpleUploadedFile, told: str
) -> None:
    field = asks(kind)
    upload.seek(0)

    answer = visitor.sends(kind, name="Åsa Prov", **{field: upload})

    assert answer.status_code == 422
    assert [*faults(answer)] == [field]
    assert told in faults(answer)[field]
    assert kept(answer, "name") == "Åsa Prov"
    assert not Registration.objects.exists()
    assert not Upload.objects.exists()


def test_a_pdf_with_a_script_is_refused(visitor: Visitor, kind: TicketKind) -> None:
    field = asks(kind)

    assert "skript" in faults(visitor.sends(kind, **{field: pdf(script=True)}))[field]


def test_an_accepted_file_is_not_lost_when_something_else_is_wrong(
    visitor: Visitor, kind: TicketKind
) -> None:
    field = asks(kind, required=True)

    wrong = visitor.sends(kind, email="ingen adress", **{field: logo()})
    assert [*faults(wrong)] == ["email"]
    assert "Vald fil: Återbruk.png" in wrong.content.decode()
    assert Upload.objects.get().registration is None
    right = visitor.sends(kind, **{f"{field}-kvar": kept(wrong, f"{field}-kvar")})

    assert right.status_code == 303
    assert Upload.objects.get().registration == Registration.objects.get()


def test_a_forged_or_somebody_elses_key_brings_no_file(visitor: Visitor, kind: TicketKind) -> None:
    field = asks(kind, required=True)
    visitor.sends(kind, **{field: logo()})
    taken = Upload.objects.get().token

    for token in ("x", "00000000-0000-4000-8000-000000000000", str(taken)):
        answer = visitor.sends(kind, email="annan@example.org", **{f"{field}-kvar": token})
        assert [*faults(answer)] == [field]
    assert Registration.objects.count() == 1


def test_a_file_is_asked_for_only_after_the_answer_it_hangs_on(visitor: Visitor, kind: TicketKind) -> None:
    on = questions.add(
        edition_id=kind.edition_id, facts=questions.Facts("Ställer ni ut?", kind="yes_no"), by=OPERATOR
    )
    field = asks(kind, required=True, depends_on=on, depends_on_answer="ja")

    assert visitor.sends(kind, **{f"fraga-{on}": "nej"}).status_code == 303
    refused = visitor.sends(kind, email="b@example.org", **{f"fraga-{on}": "ja"})
    assert [*faults(refused)] == [field]
    visitor.sends(kind, email="b@example.org", **{f"fraga-{on}": "ja", field: logo()})

    assert Upload.objects.get().registration == Registration.objects.get(email="b@example.org")


def test_a_file_is_changed_kept_and_taken_away_on_ones_own_page(visitor: Visitor, kind: TicketKind) -> None:
    field = asks(kind)
    own = visitor.sends(kind, **{field: logo()})["Location"]
    told = {"name": "Åsa Prov", "email": "asa@example.org"}

    visitor.posts(f"{own}andra/", **told)
    assert Upload.objects.get().name == "Återbruk.png"
    visitor.posts(f"{own}andra/", **told, **{field: logo("ny.png")})
    assert Upload.objects.get().name == "ny.png"
    visitor.posts(f"{own}andra/", **told, **{f"{field}-bort": "on"})

    assert not Upload.objects.exists()
    assert Registration.objects.get().answers == {}


def test_only_organisers_open_a_file_and_every_look_at_a_sensitive_one_is_logged(
    visitor: Visitor, kind: TicketKind, client: Client
) -> None:
    field = asks(kind, sensitive=True)
    visitor.sends(kind, **{field: logo()})
    upload = Upload.objects.get()
    path = f"/arrangera/{kind.edition_id}/anmalda/filer/{upload.token}/"

    assert client.get(path).status_code == 302
    assert signed_in(person("Ada Prov", Role.ADMINISTRATOR)).get(path).status_code == 403
    organiser = signed_in(person("Amina Prov", Role.ORGANISER))
    answer = organiser.get(path)

    assert bytes(answer.content).startswith(b"\x89PNG")
    assert answer["Content-Disposition"].startswith("attachment")
    assert answer["Cache-Control"] == "no-store"
    assert Entry.objects.filter(action="day.see_upload").count() == 1
    page = organiser.get(f"/arrangera/{kind.edition_id}/anmalda/{upload.registration_id}/")
    assert "Återbruk.png" in page.content.decode()
    assert organiser.get(path.replace(str(kind.edition_id), str(kind.edition_id + 1), 1)).status_code == 404


def test_files_are_forgotten_with_what_they_belong_to(visitor: Visitor, kind: TicketKind) -> None:
    secret, plain = asks(kind, sensitive=True), asks(kind)
    visitor.sends(kind, **{secret: logo(), plain: logo()})
    visitor.sends(kind, email="ingen adress", **{plain: logo()})
    assert Upload.objects.count() == 3

    waited = Upload.objects.get(registration=None).uploaded_at
    assert uploads.forget(now=waited + timedelta(hours=25)) == 1
    day = kind.edition.ends_on
    retention.forget(today=day + timedelta(days=15), sensitive_days=14, registration_days=365)
    assert [row.question.sensitive for row in Upload.objects.all()] == [False]
    retention.forget(today=day + timedelta(days=366), sensitive_days=14, registration_days=365)
    assert not Upload.objects.exists()


def test_a_cancelled_or_handed_over_registration_keeps_no_sensitive_file(
    visitor: Visitor, kind: TicketKind
) -> None:
    secret = asks(kind, sensitive=True)
    visitor.sends(kind, **{secret: logo()})

    registration.cancel(registration_id=Registration.objects.get().pk, now=build.NOW)

    assert not Upload.objects.exists()


def test_the_form_says_that_it_sends_files(visitor: Visitor, kind: TicketKind) -> None:
    assert "multipart/form-data" not in visitor.reads(address(kind))
    asks(kind)

    assert 'enctype="multipart/form-data"' in visitor.reads(address(kind))
    assert visitor.client.post(address(kind), {}, headers=SAME_ORIGIN).status_code == 422
    assert Question.objects.get().kind == "file"
