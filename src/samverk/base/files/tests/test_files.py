import pytest
from django.core.exceptions import PermissionDenied
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError
from wagtail.documents.forms import get_document_form
from wagtail.images.forms import get_image_form
from wagtailmedia.forms import get_media_form

from samverk.base.files import actions
from samverk.base.files.models import File, Film, Picture
from samverk.base.files.rules.refusal import Refused
from samverk.base.files.tests import crafted
from samverk.base.people.models import User

pytestmark = pytest.mark.django_db


@pytest.fixture
def anna():
    return User.objects.create_superuser("anna@example.org", name="Anna")


def form_of(make, model, anna, upload, instance=None, **fields):
    collection = {"collection": "1", "title": "Titel", "tags": "", "duration": "0", "captions_language": "sv"}
    form = make(model)({**collection, **fields}, upload, user=anna, instance=instance or model())
    form.full_clean()
    return form


def test_a_picture_that_is_uploaded_is_drawn_anew(anna):
    upload = {"file": SimpleUploadedFile("Sommar.JPG", crafted.picture(), "image/jpeg")}

    picture = form_of(get_image_form, Picture, anna, upload).save()

    with picture.open_file() as file:
        assert b"Secret camera" not in file.read()
    assert picture.file.name.endswith(".jpg")
    assert (picture.region_id, picture.file_size) == (1, picture.file.size)


def test_a_phone_picture_becomes_one_that_browsers_show(anna):
    upload = {"file": SimpleUploadedFile("bild.heic", crafted.picture("HEIF"), "image/heic")}

    form = form_of(get_image_form, Picture, anna, upload)

    assert form.is_valid(), form.errors
    assert form.cleaned_data["file"].name == "bild.jpg"


@pytest.mark.parametrize("name", ["bild.svg", "bild.php", "bild.png"])
def test_a_picture_whose_name_says_something_else_is_refused(anna, name):
    upload = {"file": SimpleUploadedFile(name, crafted.picture(), "image/jpeg")}

    assert "file" in form_of(get_image_form, Picture, anna, upload).errors


def test_a_document_with_macros_is_refused_in_plain_words(anna):
    upload = {"file": SimpleUploadedFile("plan.docx", crafted.docx({"word/vbaProject.bin": b"x"}))}

    [error] = form_of(get_document_form, File, anna, upload).errors["file"]

    assert error == "Dokumentet innehåller makron eller program. Spara det utan makron och försök igen."


def test_a_film_with_sound_needs_captions(anna):
    upload = {"file": SimpleUploadedFile("film.mp4", crafted.MP4, "video/mp4")}

    form = form_of(get_media_form, Film, anna, upload, Film(type="video"))

    assert form.non_field_errors() == ["Lägg till undertexter, eller ange att filmen saknar ljud."]


def test_a_film_with_captions_is_kept(anna):
    upload = {
        "file": SimpleUploadedFile("film.mp4", crafted.MP4, "video/mp4"),
        "captions": SimpleUploadedFile("film.txt", crafted.CAPTIONS),
    }

    film = form_of(get_media_form, Film, anna, upload, Film(type="video")).save()

    assert film.captions.name.endswith(".vtt")


def test_sound_alone_is_refused(anna):
    upload = {"file": SimpleUploadedFile("ljud.mp4", crafted.MP4, "audio/mp4")}

    assert "file" in form_of(get_media_form, Film, anna, upload, Film(type="audio"), is_silent="on").errors


def test_the_database_wants_captions_too():
    with pytest.raises(IntegrityError):
        Film.objects.create(title="Film", type="video", file="media/film.mp4")


def test_a_picture_is_kept_by_the_installation_itself():
    picture = actions.add_picture(
        actor=None,
        name="dag.jpg",
        content=crafted.picture(),
        title="Dagen",
        default_alt="Två personer skakar hand",
    )

    assert picture.default_alt_text == "Två personer skakar hand"


def test_a_document_and_a_film_are_kept_by_the_installation_itself():
    file = actions.add_file(actor=None, name="plan.pdf", content=crafted.pdf(), title="Plan")
    film = actions.add_film(
        actor=None,
        name="dag.mp4",
        content=crafted.MP4,
        title="Dagen",
        captions=crafted.CAPTIONS,
        language="sv",
    )

    assert file.file_size == len(crafted.pdf())
    assert film.captions.size == len(crafted.CAPTIONS)


def test_a_broken_picture_is_not_kept():
    with pytest.raises(Refused):
        actions.add_picture(actor=None, name="dag.jpg", content=b"nej", title="Dagen")

    assert not Picture.objects.exists()


def test_only_those_who_may_add_files_can():
    visitor = User.objects.create_user("bo@example.org", name="Bo")

    with pytest.raises(PermissionDenied):
        actions.add_file(actor=visitor, name="plan.pdf", content=crafted.pdf(), title="Plan")


def kept(name: str, content: bytes) -> str:
    return f"/media/{default_storage.save(name, ContentFile(content))}"


def fetched(client, url: str, **headers: str):
    response = client.get(url, headers=headers)
    response.whole = b"".join(response)
    response.close()
    return response


def test_pictures_are_shown_and_cannot_run(client):
    response = fetched(client, kept("images/a.png", crafted.picture("PNG")))

    assert response["Content-Type"] == "image/png"
    assert response["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert "max-age" in response["Cache-Control"]


def test_a_film_can_be_had_in_parts(client):
    response = fetched(client, kept("media/a.mp4", crafted.MP4), Range="bytes=4-7")

    assert (response.status_code, response.whole) == (206, b"ftyp")


def test_a_file_that_was_not_changed_is_not_sent_again(client):
    url = kept("images/b.png", crafted.picture("PNG"))

    again = fetched(client, url, **{"If-None-Match": fetched(client, url)["ETag"]})

    assert (again.status_code, again.whole) == (304, b"")


def test_other_files_are_only_downloaded(client):
    response = fetched(client, kept("media/a.html", b"<script>alert(1)</script>"))

    assert response["Content-Type"] == "application/octet-stream"
    assert response["Content-Disposition"].startswith("attachment")


@pytest.mark.parametrize(
    "path", ["../secret-key", "images/%2e%2e/%2e%2e/secret-key", "documents/a.pdf", "images", ""]
)
def test_nothing_else_is_given_out(client, path):
    kept("documents/a.pdf", b"%PDF-")

    assert client.get(f"/media/{path}").status_code == 404
