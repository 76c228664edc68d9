"""Writing, translating, reviewing and publishing pages from code: what editors do by hand in Wagtail."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, TypeVar

from django.core.exceptions import PermissionDenied
from django.core.management import call_command
from django.db import transaction
from wagtail.models import Locale, Page

from samverk.base.audit import actions as audit
from samverk.base.organisations.permissions import OPERATOR
from samverk.parts.site.models import ArticlePage, ContactPerson, PageContact, RelatedPage, SectionPage
from samverk.parts.site.models.pages import PublicPage

P = TypeVar("P", bound=PublicPage)


@dataclass(frozen=True)
class ArticleFacts:
    """What a piece of news holds. `body` is in the stored form of `blocks.BodyBlock`,
    `easy_body` in that of `blocks.EasyBlock`."""

    title: str
    lead: str = ""
    body: Sequence[dict[str, Any]] = ()
    easy_title: str = ""
    easy_body: Sequence[dict[str, Any]] = ()
    published_on: date | None = None
    slug: str = ""
    contacts: Sequence[ContactPerson] = ()
    related: Sequence[Page] = ()
    picture_id: int | None = None
    picture_alt: str = ""
    picture_caption: str = ""
    picture_credit: str = ""
    event_name: str = ""
    event_starts_at: datetime | None = None
    event_ends_at: datetime | None = None
    event_place: str = ""


@transaction.atomic
def create_article(*, section: SectionPage, facts: ArticleFacts, by: Any) -> ArticlePage:
    """Write a piece of news in a section, as a draft.

    :raises PermissionDenied: when `by` may not write there.
    :raises ValidationError: when the facts do not make a page.
    """
    page = ArticlePage(
        title=facts.title,
        slug=facts.slug,
        lead=facts.lead,
        body=list(facts.body),
        easy_title=facts.easy_title,
        easy_body=list(facts.easy_body),
        published_on=facts.published_on,
        picture_id=facts.picture_id,
        picture_alt=facts.picture_alt,
        picture_caption=facts.picture_caption,
        picture_credit=facts.picture_credit,
        event_name=facts.event_name,
        event_starts_at=facts.event_starts_at,
        event_ends_at=facts.event_ends_at,
        event_place=facts.event_place,
    )
    page.related.set(
        [RelatedPage(target=other, sort_order=order) for order, other in enumerate(facts.related)]
    )
    return create_draft(parent=section, page=page, contacts=facts.contacts, by=by)


@transaction.atomic
def create_draft(*, parent: Page, page: P, contacts: Sequence[ContactPerson] = (), by: Any) -> P:
    """Put a new page beneath `parent`, as a draft in the language of `parent`.

    :raises PermissionDenied: when `by` may not write there.
    :raises ValidationError: when the page is not whole, or may not stand there.
    """
    _demand(by is OPERATOR or parent.permissions_for_user(by).can_add_subpage())
    page.live, page.locale_id, page.owner = False, parent.locale_id, _person(by)
    page.contacts.set([PageContact(person=person, sort_order=order) for order, person in enumerate(contacts)])
    page.validate_constraints()
    parent.add_child(instance=page)
    page.save_revision(user=_person(by), log_action="wagtail.create")
    audit.record(actor=by, action="site.create_draft", target=page, parent=parent.pk)
    return page


@transaction.atomic
def translate(*, page: P, language: str, by: Any) -> P:
    """Begin the translation of a page: a draft in the other language, with the same content to write over.

    :raises PermissionDenied: when `by` may not translate.
    """
    _demand(by is OPERATOR or by.has_perm("simple_translation.submit_translation"))
    copy = page.copy_for_translation(Locale.objects.get(language_code=language), copy_parents=True)
    audit.record(actor=by, action="site.translate", target=copy, source=page.pk, language=language)
    return copy


@transaction.atomic
def mark_as_translation(*, page: P, of: PublicPage, by: Any) -> P:
    """Say that a page which was written on its own is another page in another language.

    :raises PermissionDenied: when `by` may not change it.
    """
    page.translation_key = of.translation_key
    return revise(page=page, by=by)


@transaction.atomic
def revise(*, page: P, by: Any) -> P:
    """Keep what has been changed on `page` as its newest draft.

    :raises PermissionDenied: when `by` may not change it.
    :raises ValidationError: when the page is not whole.
    """
    _demand(by is OPERATOR or page.permissions_for_user(by).can_edit())
    page.full_clean()
    page.save_revision(user=_person(by), clean=False)
    audit.record(actor=by, action="site.revise", target=page)
    return page


@transaction.atomic
def submit(*, page: PublicPage, by: Any) -> None:
    """Send the newest draft of a page for review.

    :raises PermissionDenied: when `by` may not.
    """
    _demand(page.permissions_for_user(by).can_submit_for_moderation())
    workflow = page.get_workflow()
    workflow.start(page, by)
    audit.record(actor=by, action="site.submit", target=page)


@transaction.atomic
def publish(*, page: PublicPage, by: Any) -> None:
    """Show the newest draft of a page to everybody.

    :raises PermissionDenied: when `by` may not publish there.
    :raises ValidationError: when something is missing that readers need.
    """
    _demand(by is OPERATOR or page.permissions_for_user(by).can_publish())
    revision = page.get_latest_revision()
    revision.as_object().full_clean()
    revision.publish(user=_person(by), skip_permission_checks=True)
    page.refresh_from_db()
    audit.record(actor=by, action="site.publish", target=page)


def news_section(*, language: str) -> SectionPage | None:
    """The section where news stands: that of the newest news in the language, or else the first section."""
    here = {"locale__language_code": language}
    newest = ArticlePage.objects.filter(**here).order_by("-pk").first()
    parent = newest.get_parent().specific if newest else None
    if isinstance(parent, SectionPage):
        return parent
    return SectionPage.objects.filter(live=True, **here).order_by("path").first()


def draw_pictures(*, page_id: int) -> None:
    """Make the sizes of a page's pictures, so that its first reader need not wait for them."""
    page = Page.objects.filter(pk=page_id).specific().first()
    if isinstance(page, PublicPage):
        page.draw_pictures()


def publish_scheduled() -> None:
    """Publish what has come to its hour, and take away what has passed it."""
    call_command("publish_scheduled", verbosity=0)


def _demand(allowed: bool) -> None:
    if not allowed:
        raise PermissionDenied


def _person(by: Any) -> Any:
    """The person to write in Wagtail's own log; the operator is nobody in particular."""
    return None if by is OPERATOR else by
