"""Pictures: only what the eye sees is kept."""

import warnings
from dataclasses import dataclass
from io import BytesIO

import pillow_heif
from PIL import Image, ImageCms, ImageOps, UnidentifiedImageError

from samverk.base.files.rules.refusal import Reason, Refused

MAX_PIXELS = 50_000_000
MAX_SIDE = 4096
FORMATS = ("JPEG", "PNG", "WEBP", "AVIF", "HEIF", "GIF")
PHOTO_FORMATS = {"JPEG", "HEIF", "AVIF"}
SRGB = ImageCms.createProfile("sRGB")

pillow_heif.register_heif_opener()


@dataclass(frozen=True)
class CleanPicture:
    """A picture made anew from the pixels of an upload, without any of its other content."""

    content: bytes
    extension: str
    width: int
    height: int


def cleaned(content: bytes) -> CleanPicture:
    """Draw the picture again: turned upright, in sRGB, at most 4096 pixels wide, without position and camera
    data.

    Animations are refused since a reader cannot stop them (WCAG 2.2, 2.2.2).

    :raises Refused: when it is not a picture, is broken, moves, or would fill the memory when opened.
    """
    if not content:
        raise Refused(Reason.EMPTY)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        picture = _opened(content)
        photo = picture.format in PHOTO_FORMATS
        try:
            return _encoded(_upright(picture), photo=photo)
        except (OSError, ValueError, SyntaxError, EOFError) as error:
            raise Refused(Reason.BROKEN) from error


def _opened(content: bytes) -> Image.Image:
    try:
        picture = Image.open(BytesIO(content), formats=FORMATS)
    except Image.DecompressionBombError as error:
        raise Refused(Reason.TOO_MANY_PIXELS) from error
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, EOFError) as error:
        raise Refused(Reason.UNKNOWN_KIND) from error
    if picture.width * picture.height > MAX_PIXELS:
        raise Refused(Reason.TOO_MANY_PIXELS)
    if getattr(picture, "is_animated", False) and picture.format != "HEIF":
        raise Refused(Reason.ANIMATED)
    return picture


def _upright(picture: Image.Image) -> Image.Image:
    if picture.format == "JPEG":
        picture.draft(None, (MAX_SIDE, MAX_SIDE))
    profile = picture.info.get("icc_profile")
    upright = ImageOps.exif_transpose(picture)
    transparent = upright.has_transparency_data
    upright = _in_srgb(upright, profile).convert("RGBA" if transparent else "RGB")
    upright.thumbnail((MAX_SIDE, MAX_SIDE))
    return upright


def _in_srgb(picture: Image.Image, profile: bytes | None) -> Image.Image:
    if not profile or picture.mode not in {"RGB", "RGBA", "CMYK", "L"}:
        return picture
    try:
        mode = picture.mode if picture.mode in {"RGB", "RGBA"} else "RGB"
        converted = ImageCms.profileToProfile(
            picture, ImageCms.ImageCmsProfile(BytesIO(profile)), SRGB, outputMode=mode
        )
    except (ImageCms.PyCMSError, OSError):
        return picture
    return converted or picture


def _encoded(picture: Image.Image, *, photo: bool) -> CleanPicture:
    as_jpeg = photo and picture.mode == "RGB"
    bare = Image.frombytes(picture.mode, picture.size, picture.tobytes())
    out = BytesIO()
    if as_jpeg:
        bare.save(out, "JPEG", quality=90, optimize=True, progressive=True)
    else:
        bare.save(out, "PNG", optimize=True)
    return CleanPicture(out.getvalue(), "jpg" if as_jpeg else "png", bare.width, bare.height)
