"""Files made for the tests, good ones and bad ones."""

import zipfile
from io import BytesIO

import pikepdf
from PIL import Image

EXIF_ORIENTATION = 0x0112
EXIF_MAKER = 0x010F
EXIF_GPS = 0x8825


def picture(
    form: str = "JPEG", *, size: tuple[int, int] = (60, 40), mode: str = "RGB", turned: bool = False
) -> bytes:
    """A picture that says where and by which camera it was taken."""
    exif = Image.Exif()
    exif[EXIF_MAKER] = "Secret camera"
    exif[EXIF_GPS] = {1: "N", 2: (65.0, 35.0, 0.0)}
    if turned:
        exif[EXIF_ORIENTATION] = 6
    out = BytesIO()
    Image.linear_gradient("L").resize(size).convert(mode).save(
        out, form, **({"exif": exif} if form != "GIF" else {})
    )
    return out.getvalue()


def animation() -> bytes:
    """Two frames that take turns."""
    frames = [Image.new("RGB", (10, 10), colour) for colour in ("red", "blue")]
    out = BytesIO()
    frames[0].save(out, "GIF", save_all=True, append_images=frames[1:], duration=100)
    return out.getvalue()


def pdf(*, action: str = "", hidden: bool = False, password: str = "") -> bytes:
    """A page, which may want to do something when it is opened."""
    document = pikepdf.new()
    document.add_blank_page()
    if action:
        deed = pikepdf.Dictionary(
            S=pikepdf.Name(f"/{action}"), JS="app.alert(1)" if action == "JavaScript" else "x"
        )
        document.Root.OpenAction = document.make_indirect(deed) if hidden else deed
    out = BytesIO()
    document.save(
        out,
        object_stream_mode=pikepdf.ObjectStreamMode.generate if hidden else pikepdf.ObjectStreamMode.disable,
        encryption=pikepdf.Encryption(owner=password, user=password) if password else False,
    )
    return out.getvalue()


def archive(parts: dict[str, bytes]) -> bytes:
    """A zip file of these parts, the same at any time of day."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in parts.items():
            made.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def docx(extra: dict[str, bytes] | None = None, kinds: bytes = b"<Types/>") -> bytes:
    """A document of the word processor, with extra parts."""
    return archive({"[Content_Types].xml": kinds, "word/document.xml": b"<w:document/>", **(extra or {})})


MP4 = b"\x00\x00\x00\x18ftypisom\x00\x00\x02\x00isommp42" + b"\x00" * 64
WEBM = (
    b"\x1a\x45\xdf\xa3\x9f\x42\x86\x81\x01\x42\xf7\x81\x01\x42\xf2\x81\x04\x42\xf3\x81\x08\x42\x82\x84webm"
    + b"\x00" * 64
)
MATROSKA = WEBM.replace(b"\x84webm", b"\x88matroska")
CAPTIONS = (
    "\ufeffWEBVTT - Svenska\n\nNOTE gjord för hand\n\n"
    "1\n00:00.000 --> 00:02.500 align:start\n<v Anna>Hej på dig\n\n"
    "00:01:03.000 --> 00:01:04.000\nTvå\nrader\n"
).encode()
