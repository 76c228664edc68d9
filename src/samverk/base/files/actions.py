"""Keeping files that come from elsewhere than the editors' forms."""

from pathlib import PurePath
from typing import Any

from django.core.exceptions import PermissionDenied
from django.core.files.base import ContentFile
from django.db import transaction
from django.db.models import Model
from wagtail.models import Collection
from wagtail.permissions import policy_registry

from samverk.base.files.models import File, Film, Picture
from samverk.base.files.rules import captions as caption_rules
from samverk.base.files.rules import documents, films, pictures


@transaction.atomic
def add_picture(
    *,
    actor: Any,
    name: str,
    content: bytes,
    title: str,
    default_alt: str = "",
    caption: str = "",
    credit: str = "",
) -> Picture:
    """Keep a picture, drawn anew. `actor` is None when the installation itself adds it.

    :raises Refused: when the content is not a picture that we keep.
    :raises PermissionDenied: when `actor` may not add pictures.
    """
    _demand_may_add(Picture, actor)
    clean = pictures.cleaned(content)
    picture = Picture(
        title=title,
        default_alt=default_alt,
        caption=caption,
        credit=credit,
        file=ContentFile(clean.content, name=f"{PurePath(name).stem}.{clean.extension}"),
        uploaded_by_user=actor,
        collection=Collection.get_first_root_node(),
    )
    picture._set_image_file_metadata()
    picture.save()
    return picture


@transaction.atomic
def add_file(*, actor: Any, name: str, content: bytes, title: str) -> File:
    """Keep a document of one of the kinds that we accept. `actor` is None when the installation itself adds
    it.

    :raises Refused: when the content is another than the name says, or holds programs.
    :raises PermissionDenied: when `actor` may not add documents.
    """
    _demand_may_add(File, actor)
    documents.check(content, PurePath(name).suffix.removeprefix("."))
    file = File(
        title=title,
        file=ContentFile(content, name=PurePath(name).name),
        uploaded_by_user=actor,
        collection=Collection.get_first_root_node(),
    )
    file._set_document_file_metadata()
    file.save()
    return file


@transaction.atomic
def add_film(
    *,
    actor: Any,
    name: str,
    content: bytes,
    title: str,
    captions: bytes | None,
    language: str,
    transcript: str = "",
) -> Film:
    """Keep a film with its captions; None says that it is silent. `actor` is None for the installation
    itself.

    :raises Refused: when the film or its captions cannot be played by browsers.
    :raises PermissionDenied: when `actor` may not add films.
    """
    _demand_may_add(Film, actor)
    films.check(content[:1024], PurePath(name).suffix.lower().removeprefix("."))
    film = Film(
        title=title,
        type="video",
        file=ContentFile(content, name=PurePath(name).name),
        is_silent=captions is None,
        captions_language=language,
        transcript=transcript,
        uploaded_by_user=actor,
        collection=Collection.get_first_root_node(),
    )
    if captions is not None:
        caption_rules.cues(captions)
        film.captions = ContentFile(captions, name=f"{PurePath(name).stem}.vtt")
    film.save()
    return film


def _demand_may_add(kind: type[Model], actor: Any) -> None:
    """Editors hold their permissions in collections, where only Wagtail's own policy finds them."""
    if actor is not None and not policy_registry.get_by_type(kind).user_has_permission(actor, "add"):
        raise PermissionDenied
