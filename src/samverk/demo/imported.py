"""The article of the seed: imported from saved pages, corrected a little, and published."""

from dataclasses import replace
from datetime import datetime, time
from pathlib import Path
from zoneinfo import ZoneInfo

from django.conf import settings
from wagtail.models import Page

from samverk.base.organisations.permissions import OPERATOR
from samverk.demo.contents import news
from samverk.demo.contents.easy import DAY, DAY_IN_ENGLISH, Easy
from samverk.demo.shelf import picture
from samverk.demo.writing import picture as show_picture
from samverk.engine.article import Article, Image, read_article
from samverk.parts.site.actions import imports
from samverk.parts.site.actions import pages as actions
from samverk.parts.site.models import ArticlePage, RelatedPage, SectionPage

PAGES = Path(__file__).parent / "pages"
STOCKHOLM = ZoneInfo("Europe/Stockholm")
IN_ENGLISH = {
    "alt": "A man stands in the spotlight on a stage and throws out his arms. The audience laughs.",
    "note": "Here as a drawing.",
    "credit": "Photo in the original: {name}",
}
IN_SWEDISH = {
    "alt": news.DAY_PICTURE.alt,
    "note": "Här som teckning.",
    "credit": "Foto i originalet: {name}",
}


def build(*, section: SectionPage) -> None:
    """Import the Swedish page, and the English one as its translation."""
    swedish = _import("sociala-foretagsdagen-i-norr.html", section, news.DAY_SLUG, IN_SWEDISH, DAY)
    there = section.get_translations().filter(locale__language_code="en").first()
    if there and "en" in dict(settings.LANGUAGES):
        english = _import(
            "sociala-foretagsdagen-i-norr-en.html",
            there,
            news.DAY_SLUG_IN_ENGLISH,
            IN_ENGLISH,
            DAY_IN_ENGLISH,
        )
        if english.translation_key != swedish.translation_key:
            actions.mark_as_translation(page=english, of=swedish, by=OPERATOR)
            actions.publish(page=english, by=OPERATOR)


def _import(file: str, section: SectionPage, slug: str, words: dict[str, str], easy: Easy) -> ArticlePage:
    known = ArticlePage.objects.child_of(section).filter(slug=slug).first()
    if known:
        return known
    article = _with_our_picture(read_article((PAGES / file).read_bytes(), name=file), words)
    pictures = {0: picture(news.DAY_PICTURE).pk}
    page = imports.import_page(
        article=article, section_id=section.pk, slug=slug, pictures=pictures, by=OPERATOR
    )
    page.easy_title = easy.title
    page.easy_body = [easy.body[0], show_picture(pictures[0], words["alt"]), *easy.body[1:]]
    page.event_name, page.event_place = article.title, news.DAY_PLACE
    page.event_starts_at = datetime.combine(news.DAY, time(), tzinfo=STOCKHOLM)
    page.related.set(
        [
            RelatedPage(target=Page.objects.get(pk=other.pk), sort_order=order)
            for order, other in enumerate(
                ArticlePage.objects.child_of(section).live().exclude(pk=page.pk)[:2]
            )
        ]
    )
    actions.revise(page=page, by=OPERATOR)
    actions.publish(page=page, by=OPERATOR)
    return page


def _with_our_picture(article: Article, words: dict[str, str]) -> Article:
    """The original photograph is not ours to show: a drawing takes its place, and says so."""
    first = article.body[0]
    assert isinstance(first, Image)  # noqa: S101 - the saved page begins with its picture
    drawn = replace(
        first,
        alt=words["alt"],
        caption=f"{first.caption} {words['note']}",
        credit=words["credit"].format(name=first.credit),
    )
    return replace(article, body=(drawn, *article.body[1:]))
