"""Bringing a page here from elsewhere."""

from datetime import datetime, timedelta
from pathlib import PurePath
from typing import Any, BinaryIO

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from samverk.base.audit import actions as audit
from samverk.base.files import actions as files
from samverk.base.files.models import Picture
from samverk.base.files.rules.refusal import Reason, Refused
from samverk.base.organisations.permissions import OPERATOR, demand
from samverk.base.region.queries import current_region_id
from samverk.engine.article import Article, Contact, Image, decoded, read_article
from samverk.parts.site.actions import contacts, pages
from samverk.parts.site.models import ArticlePage, ContactPerson, PageImport, SectionPage
from samverk.parts.site.permissions import may_import
from samverk.parts.site.rules import streams


@transaction.atomic
def begin(*, source: bytes | str | BinaryIO, name: str = "", by: Any, now: datetime) -> PageImport:
    """Keep a page as it came, once it is known that it can be read.

    :raises PermissionDenied: when `by` may not import pages.
    :raises ArticleError: when there is no article in it.
    """
    demand(may_import, by)
    text = decoded(source)
    read_article(text, name=name)
    return PageImport.objects.create(
        region_id=current_region_id(),
        source=text,
        name=name[:255],
        imported_by=None if by is OPERATOR else by,
        created_at=now,
    )


@transaction.atomic
def import_page(
    *,
    article: Article,
    section_id: int,
    by: Any,
    begun: int | None = None,
    pictures: dict[int, int] | None = None,
    slug: str = "",
    publish: bool = False,
) -> ArticlePage:
    """Make a draft, or a published page, of an article that was read and perhaps corrected.

    A picture that comes first becomes the page's main picture. `pictures` are the keys of pictures
    that are already kept here, by the place of their block; `begun` is the key of what `begin` kept.

    :raises PermissionDenied: when `by` may not write in that section, or not publish.
    :raises ValidationError: when the article does not make a page.
    """
    demand(may_import, by)
    section = SectionPage.objects.get(pk=section_id)
    facts = _facts(article, section=section, pictures=pictures or {}, slug=slug, by=by)
    page = pages.create_article(section=section, facts=facts, by=by)
    if publish:
        pages.publish(page=page, by=by)
    if begun:
        PageImport.objects.filter(pk=begun).update(page_id=page.pk)
    audit.record(actor=by, action="site.import_page", target=page, begun=begun)
    return page


def keep_picture(file: UploadedFile, *, by: Any) -> int:
    """Keep a picture for a page that is being corrected, and give its key.

    :raises PermissionDenied: when `by` may not add pictures.
    :raises Refused: when it is not a picture that we keep.
    """
    if (file.size or 0) > settings.WAGTAILIMAGES_MAX_UPLOAD_SIZE:
        raise Refused(Reason.TOO_LARGE)
    title = PurePath(file.name or "").stem[:255]
    return files.add_picture(actor=by, name=file.name or "", content=file.read(), title=title).pk


def forget_old(*, now: datetime, days: int) -> None:
    """Delete what pages looked like when they came, `days` days after they did."""
    PageImport.objects.filter(created_at__lt=now - timedelta(days=days)).delete()


def _facts(
    article: Article, *, section: SectionPage, pictures: dict[int, int], slug: str, by: Any
) -> pages.ArticleFacts:
    first = article.body[0] if article.body and isinstance(article.body[0], Image) else None
    pictures = _known(pictures)
    body = streams.stored(article.body, pictures)
    language = section.locale.language_code
    return pages.ArticleFacts(
        title=article.title,
        slug=slug,
        lead=str(article.lead),
        body=body[1:] if first else body,
        published_on=article.published,
        contacts=[_contact(contact, language=language, by=by) for contact in article.contacts],
        picture_id=pictures.get(0) if first else None,
        picture_alt=first.alt if first else "",
        picture_caption=first.caption if first else "",
        picture_credit=first.credit if first else "",
    )


def _known(pictures: dict[int, int]) -> dict[int, int]:
    """Only the pictures that are really there."""
    there = set(Picture.objects.filter(pk__in=pictures.values()).values_list("pk", flat=True))
    return {place: key for place, key in pictures.items() if key in there}


def _contact(contact: Contact, *, language: str, by: Any) -> ContactPerson:
    return contacts.keep(
        name=contact.name,
        role=contact.role,
        telephone=contact.telephone,
        email=contact.email,
        language=language,
        by=by,
    )
