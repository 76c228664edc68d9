"""Pictures, documents and films that a page shows, fetched together however many they are."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from mimetypes import guess_type
from typing import Any

from django.db.models import QuerySet
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.images.models import AbstractImage, AbstractRendition, Filter
from wagtailmedia.models import get_media_model

from samverk.base.database.queries import Given, IsOneOf, Prepared


class Use(StrEnum):
    """What a picture is for, and so which sizes of it are made."""

    TEXT = "text"
    CARD = "card"
    SHARE = "share"


SIZES: dict[Use, tuple[str, ...]] = {
    Use.TEXT: ("width-480|format-webp", "width-800|format-webp", "width-1280|format-webp"),
    Use.CARD: ("fill-640x400|format-webp",),
    Use.SHARE: ("fill-1200x630|format-jpeg",),
}


@dataclass(frozen=True)
class Size:
    """A picture in one size."""

    url: str
    width: int
    height: int


@dataclass(frozen=True)
class Picture:
    """A picture in the sizes asked for, and the words it carries itself."""

    sizes: dict[Use, tuple[Size, ...]]
    alt: str = ""
    caption: str = ""
    credit: str = ""


@dataclass(frozen=True)
class Document:
    """A document to download."""

    url: str
    title: str
    kind: str
    size: int


@dataclass(frozen=True)
class Film:
    """A film to play."""

    url: str
    title: str
    type: str
    captions: str = ""
    captions_language: str = ""
    poster: str = ""
    transcript: str = ""


@dataclass(frozen=True)
class Library:
    """What a body refers to, by key. Something that has been deleted is not there."""

    pictures: Mapping[int, Picture] = field(default_factory=dict)
    documents: Mapping[int, Document] = field(default_factory=dict)
    films: Mapping[int, Film] = field(default_factory=dict)
    addresses: Mapping[int, str] = field(default_factory=dict)


# a picture's key, what is done to it, and round which point it is cut
Made = tuple[int, str, str]


def pictures(uses: Mapping[int, Collection[Use]]) -> dict[int, Picture]:
    """The pictures with these keys, in the sizes that their uses want: two queries, when those are made."""
    if not uses:
        return {}
    made = _made(uses)
    found = get_image_model().objects.filter(pk__in=uses)
    return {picture.pk: _picture(picture, uses[picture.pk], made) for picture in found}


def _made(uses: Mapping[int, Collection[Use]]) -> dict[Made, Size]:
    """The sizes that are there: plain values, since Wagtail's own objects take three times as long."""
    wanted = {size for kinds in uses.values() for use in kinds for size in SIZES[use]}
    url = get_image_model().get_rendition_model()._meta.get_field("file").storage.url
    rows = _RENDITIONS.rows(keys=list(uses), specs=list(wanted))
    return {(key, spec, focus): Size(url(file), *measures) for key, spec, focus, file, *measures in rows}


def _renditions() -> QuerySet[AbstractRendition, tuple[Any, ...]]:
    made = get_image_model().get_rendition_model().objects
    wanted = made.filter(IsOneOf("image_id", Given("keys")), IsOneOf("filter_spec", Given("specs")))
    return wanted.values_list("image_id", "filter_spec", "focal_point_key", "file", "width", "height")


_RENDITIONS = Prepared(_renditions)


def documents(keys: Collection[int]) -> dict[int, Document]:
    """The documents with these keys."""
    if not keys:
        return {}
    return {
        document.pk: Document(
            url=document.url,
            title=document.title,
            kind=document.file_extension.upper(),
            size=document.file_size or 0,
        )
        for document in get_document_model().objects.filter(pk__in=keys)
    }


def films(keys: Collection[int]) -> dict[int, Film]:
    """The films with these keys."""
    if not keys:
        return {}
    return {
        film.pk: Film(
            url=film.url,
            title=film.title,
            type=guess_type(film.filename)[0] or "video/mp4",
            captions=film.captions.url if film.captions else "",
            captions_language=film.captions_language,
            poster=film.thumbnail.url if film.thumbnail else "",
            transcript=film.transcript,
        )
        for film in get_media_model().objects.filter(pk__in=keys)
    }


def _picture(picture: AbstractImage, uses: Collection[Use], made: Mapping[Made, Size]) -> Picture:
    return Picture(
        sizes={
            use: tuple({size.width: size for size in _sizes(picture, use, made)}.values()) for use in uses
        },
        alt=picture.default_alt_text,
        caption=picture.caption,
        credit=picture.credit,
    )


def _sizes(picture: AbstractImage, use: Use, made: Mapping[Made, Size]) -> Iterator[Size]:
    """The sizes of a use; one that is not there is made now."""
    for spec in SIZES[use]:
        size = made.get((picture.pk, spec, _filter(spec).get_cache_key(picture)))
        yield size or _size(picture.get_rendition(spec))


@cache
def _filter(spec: str) -> Filter:
    return Filter(spec=spec)


def _size(rendition: AbstractRendition) -> Size:
    return Size(url=rendition.url, width=rendition.width, height=rendition.height)
