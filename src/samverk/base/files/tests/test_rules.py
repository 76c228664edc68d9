from io import BytesIO

import pytest
from PIL import Image

from samverk.base.files.presenters.refusals import SENTENCES
from samverk.base.files.rules import captions, documents, films, pictures
from samverk.base.files.rules.refusal import Reason, Refused
from samverk.base.files.tests import crafted


def reason(function, *arguments) -> Reason:
    with pytest.raises(Refused) as refusal:
        function(*arguments)
    return refusal.value.reason


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP", "AVIF", "HEIF"])
def test_a_picture_keeps_neither_place_nor_camera(form):
    clean = pictures.cleaned(crafted.picture(form))

    drawn = Image.open(BytesIO(clean.content))
    assert b"Secret camera" not in clean.content
    assert not drawn.getexif()
    assert "icc_profile" not in drawn.info


@pytest.mark.parametrize(
    ("form", "extension"), [("JPEG", "jpg"), ("HEIF", "jpg"), ("AVIF", "jpg"), ("PNG", "png")]
)
def test_photographs_become_jpeg_and_drawings_png(form, extension):
    assert pictures.cleaned(crafted.picture(form)).extension == extension


def test_a_picture_taken_sideways_is_turned_upright():
    clean = pictures.cleaned(crafted.picture(size=(60, 40), turned=True))

    assert (clean.width, clean.height) == (40, 60)


def test_transparency_is_kept():
    clean = pictures.cleaned(crafted.picture("PNG", mode="RGBA"))

    assert Image.open(BytesIO(clean.content)).mode == "RGBA"


def test_a_large_picture_is_made_smaller():
    assert pictures.cleaned(crafted.picture(size=(5000, 1000))).width == pictures.MAX_SIDE


def test_what_hides_behind_the_picture_is_gone():
    clean = pictures.cleaned(crafted.picture() + b"<script>alert(1)</script>")

    assert b"<script>" not in clean.content


def test_a_bomb_is_refused_by_its_header():
    header = crafted.picture("PNG", size=(10, 10)).replace(
        b"\x00\x00\x00\x0a\x00\x00\x00\x0a", b"\x00\x00\x75\x30\x00\x00\x75\x30", 1
    )

    assert reason(pictures.cleaned, header) in {Reason.TOO_MANY_PIXELS, Reason.UNKNOWN_KIND}


def test_a_picture_with_very_many_pixels_is_refused():
    out = BytesIO()
    Image.new("1", (10_000, 5_001)).save(out, "PNG")

    assert reason(pictures.cleaned, out.getvalue()) is Reason.TOO_MANY_PIXELS


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", Reason.EMPTY),
        (b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>", Reason.UNKNOWN_KIND),
        (b"%PDF-1.7", Reason.UNKNOWN_KIND),
        (crafted.picture()[:-100], Reason.BROKEN),
        (crafted.animation(), Reason.ANIMATED),
    ],
)
def test_what_is_no_still_picture_is_refused(content, why):
    assert reason(pictures.cleaned, content) is why


@pytest.mark.parametrize(
    ("content", "extension"),
    [
        (crafted.pdf(), "pdf"),
        (crafted.docx(), "docx"),
        (crafted.archive({"mimetype": documents.ODF_KINDS["odt"], "content.xml": b"<x/>"}), "odt"),
        ("Namn;Ort\nKärngården;Luleå\n".encode(), "csv"),
        ("Å i gammal kodning".encode("cp1252"), "txt"),
    ],
)
def test_ordinary_documents_pass(content, extension):
    documents.check(content, extension)


@pytest.mark.parametrize(
    ("content", "extension", "why"),
    [
        (b"", "pdf", Reason.EMPTY),
        (b"MZ\x90\x00", "exe", Reason.UNKNOWN_KIND),
        (crafted.docx(), "docm", Reason.UNKNOWN_KIND),
        (crafted.pdf(), "docx", Reason.OTHER_KIND),
        (crafted.docx(), "xlsx", Reason.OTHER_KIND),
        (b"<html>" + crafted.pdf(), "pdf", Reason.OTHER_KIND),
        (crafted.pdf(action="JavaScript"), "pdf", Reason.ACTIVE),
        (crafted.pdf(action="JavaScript", hidden=True), "pdf", Reason.ACTIVE),
        (crafted.pdf(action="Launch"), "pdf", Reason.ACTIVE),
        (crafted.pdf(password="hemligt"), "pdf", Reason.LOCKED),
        (b"%PDF-1.7 and nothing more", "pdf", Reason.BROKEN),
        (crafted.docx({"word/vbaProject.bin": b"x"}), "docx", Reason.MACROS),
        (
            crafted.docx(kinds=b"application/vnd.ms-word.document.macroEnabled.main+xml"),
            "docx",
            Reason.MACROS,
        ),
        (crafted.docx({"word/embeddings/oleObject1.bin": b"x"}), "docx", Reason.MACROS),
        (crafted.docx()[:60], "docx", Reason.BROKEN),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "docx", Reason.LOCKED),
        (
            crafted.archive({"mimetype": b"application/vnd.oasis.opendocument.text-master"}),
            "odt",
            Reason.OTHER_KIND,
        ),
        (crafted.archive({"mimetype": documents.ODF_KINDS["odt"], "Basic/x.xml": b""}), "odt", Reason.MACROS),
        (b"a\0b", "txt", Reason.NOT_TEXT),
        (b"\xff\x01\x02", "csv", Reason.NOT_TEXT),
    ],
)
def test_documents_that_are_something_else_are_refused(content, extension, why):
    assert reason(documents.check, content, extension) is why


def test_an_archive_that_would_fill_the_disk_is_refused():
    bomb = crafted.docx({f"{number}.xml": b"0" * 40_000_000 for number in range(8)})

    assert reason(documents.check, bomb, "docx") is Reason.TOO_LARGE


@pytest.mark.parametrize(("head", "extension"), [(crafted.MP4, "mp4"), (crafted.WEBM, "webm")])
def test_films_that_browsers_play_pass(head, extension):
    films.check(head, extension)


@pytest.mark.parametrize(
    ("head", "extension", "why"),
    [
        (b"", "mp4", Reason.EMPTY),
        (crafted.MP4, "webm", Reason.OTHER_KIND),
        (crafted.MATROSKA, "webm", Reason.OTHER_KIND),
        (b"<html>", "mp4", Reason.OTHER_KIND),
        (crafted.MP4, "avi", Reason.UNKNOWN_KIND),
    ],
)
def test_other_films_are_refused(head, extension, why):
    assert reason(films.check, head, extension) is why


def test_captions_are_read():
    assert captions.cues(crafted.CAPTIONS) == [
        captions.Cue(0, 2500, "Hej på dig"),
        captions.Cue(63_000, 64_000, "Två rader"),
    ]


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", Reason.NOT_CAPTIONS),
        (b"1\n00:00:00,000 --> 00:00:02,000\nSubRip", Reason.NOT_CAPTIONS),
        (b"WEBVTT\n\nNOTE bara en anteckning", Reason.NOT_CAPTIONS),
        (b"WEBVTT\n\n00:02.000 --> 00:01.000\nBaklanges", Reason.NOT_CAPTIONS),
        (b"WEBVTT\n\n\xff", Reason.NOT_TEXT),
    ],
)
def test_other_captions_are_refused(content, why):
    assert reason(captions.cues, content) is why


def test_every_refusal_has_a_sentence():
    assert set(SENTENCES) == set(Reason)
