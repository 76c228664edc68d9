"""Builds the demonstration region through the parts' own actions. Run again, it adds only what is missing."""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from wagtail.models import Page, Site

from samverk.base.organisations.models import Role
from samverk.base.organisations.permissions import OPERATOR
from samverk.base.region.models import Region
from samverk.demo import imported, statement
from samverk.demo.contents import Shown, Telling, Words
from samverk.demo.contents import news as news_contents
from samverk.demo.contents import pages as page_contents
from samverk.demo.contents.people import PEOPLE
from samverk.demo.shelf import contact, picture
from samverk.parts.site.actions import ground
from samverk.parts.site.actions import pages as actions
from samverk.parts.site.models import (
    ArticlePage,
    ContactPerson,
    HomePage,
    PageContact,
    RelatedPage,
    SectionPage,
    StandardPage,
)
from samverk.parts.site.models.easy import EasyReadMixin
from samverk.parts.site.models.pages import PublicPage

NAME = "Region Norrsken"

Say = Callable[[str], None]


def build(*, say: Say) -> None:
    """Make the region, its people to turn to, its pages and its news."""
    name_the_region()
    ground.sync_languages()
    home = _home()
    news = _with_translations(page_contents.NEWS_SECTION, parent=home, kind=SectionPage)
    for telling in (page_contents.ABOUT, page_contents.SUPPORT):
        _with_translations(telling, parent=home, kind=SectionPage)
    _highlight(home)
    say("pages about the initiative and its support, in Swedish and English")
    for telling in news_contents.NEWS:
        _article(telling, section=news, by=OPERATOR)
    imported.build(section=news)
    say("news, one of them imported from a saved page")
    _article_for_review(news_contents.NEXT_DAY, section=news)
    say("a draft that waits for the lead editor")
    statement.build()
    say("an accessibility statement")


def name_the_region() -> None:
    """Call the region by its invented name, unless an administrator has given it another."""
    Region.objects.filter(name="Regionen").update(name=NAME, slug="norrsken")
    Site.objects.filter(is_default_site=True, site_name="").update(site_name=NAME)


def _home() -> HomePage:
    """Fill the home page that the ground laid, and translate it, unless somebody has written there."""
    home = HomePage.objects.get(pk=Site.objects.get(is_default_site=True).root_page_id)
    telling = page_contents.HOME
    if not home.lead:
        _write(home, telling.swedish, telling.picture)
    if telling.english:
        _translate(home, telling.english, telling.picture)
    return home


def _highlight(home: HomePage) -> None:
    """Lift the pages that most readers come for to the home page, in each language."""
    for page in (home, *HomePage.objects.filter(translation_key=home.translation_key).exclude(pk=home.pk)):
        chosen = [StandardPage.objects.get(slug=telling.swedish.slug) for telling in page_contents.HIGHLIGHTS]
        shown = [other.get_translation_or_none(page.locale_id) for other in chosen]
        if not page.related.exists():
            page.related.set(
                [
                    RelatedPage(target=Page.objects.get(pk=other.pk), sort_order=order)
                    for order, other in enumerate(shown)
                    if other
                ]
            )
            actions.revise(page=page, by=OPERATOR)
            actions.publish(page=page, by=OPERATOR)


def _with_translations(telling: Telling, *, parent: Page, kind: type[PublicPage]) -> Any:
    """The page of a telling beneath `parent`, with its translation and what is beneath it."""
    page = kind.objects.child_of(parent).filter(slug=telling.swedish.slug).first()
    if not page:
        page = kind(show_in_menus=telling.in_menu)
        _fill(page, telling.swedish, telling.picture)
        people = [contact(key, settings.LANGUAGE_CODE) for key in telling.contacts]
        actions.create_draft(parent=parent, page=page, contacts=people, by=OPERATOR)
        actions.publish(page=page, by=OPERATOR)
    if telling.english:
        _translate(page, telling.english, telling.picture)
    for below in telling.beneath:
        _with_translations(below, parent=page, kind=StandardPage)
    return page


def _translate(page: PublicPage, words: Words, picture: Shown | None) -> None:
    """Publish a page in English, unless somebody has written there."""
    if "en" not in dict(settings.LANGUAGES):
        return
    there = page.get_translations().filter(locale__language_code="en").first()
    if there and there.lead:
        return
    copy = there or actions.translate(page=page, language="en", by=OPERATOR)
    copy.contacts.set(
        [
            PageContact(person=_in_english(row.person), sort_order=row.sort_order)
            for row in page.contacts.all()
        ]
    )
    _write(copy, words, picture)


def _in_english(person: ContactPerson) -> ContactPerson:
    key = next(key for key, known in PEOPLE.items() if known.name == person.name)
    return contact(key, "en")


def _write(page: PublicPage, words: Words, shown: Shown | None) -> None:
    """Write the words on a page that is there, and publish it."""
    _fill(page, words, shown)
    actions.revise(page=page, by=OPERATOR)
    actions.publish(page=page, by=OPERATOR)


def _fill(page: Any, words: Words, shown: Shown | None) -> None:
    page.title, page.slug, page.lead, page.body = words.title, words.slug, words.lead, list(words.body)
    page.draft_title = words.title
    if isinstance(page, EasyReadMixin):
        page.easy_title, page.easy_body = words.easy.title, list(words.easy.body)
    if shown and hasattr(page, "picture_id"):
        page.picture_id = picture(shown).pk


def _article(telling: Telling, *, section: SectionPage, by: Any) -> ArticlePage | None:
    """A piece of news, written once; published when it has a date."""
    words = telling.swedish
    if ArticlePage.objects.child_of(section).filter(slug=words.slug).exists():
        return None
    facts = actions.ArticleFacts(
        title=words.title,
        slug=words.slug,
        lead=words.lead,
        body=words.body,
        easy_title=words.easy.title,
        easy_body=words.easy.body,
        published_on=telling.published_on,
        contacts=[contact(key, settings.LANGUAGE_CODE) for key in telling.contacts],
        picture_id=picture(telling.picture).pk if telling.picture else None,
    )
    page = actions.create_article(section=section, facts=facts, by=by)
    if telling.published_on:
        actions.publish(page=page, by=by)
    return page


def _article_for_review(telling: Telling, *, section: SectionPage) -> None:
    """A draft that an editor has sent to the lead editor, when the demonstration's editor is there."""
    editor = get_user_model().objects.filter(affiliations__role=Role.EDITOR).first()
    if not editor:
        return
    page = _article(telling, section=section, by=editor)
    if page:
        actions.submit(page=page, by=editor)
