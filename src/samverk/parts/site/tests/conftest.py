"""A home page, a section and a way to write news in it; an editor and a lead editor."""

from collections.abc import Callable
from io import BytesIO
from typing import Any

import pytest
from django.core.cache import cache
from PIL import Image

from samverk.base.files import actions as files
from samverk.base.files.models import Picture
from samverk.base.organisations.models import Role
from samverk.base.organisations.permissions import OPERATOR
from samverk.base.people.models import User
from samverk.base.people.tests.people import person
from samverk.parts.site.actions import pages
from samverk.parts.site.models import ArticlePage, HomePage, SectionPage

Write = Callable[..., ArticlePage]


@pytest.fixture
def home(db: None) -> HomePage:
    cache.clear()
    return HomePage.objects.get(locale__language_code="sv")


@pytest.fixture
def section(home: HomePage) -> SectionPage:
    page = SectionPage(title="Aktuellt", slug="aktuellt", lead="Det som händer.", show_in_menus=True)
    return published(pages.create_draft(parent=home, page=page, by=OPERATOR))


@pytest.fixture
def write(section: SectionPage) -> Write:
    """Write a piece of news and publish it."""

    def _write(title: str = "Dagen i Norr", **facts: Any) -> ArticlePage:
        article = pages.create_article(
            section=section, facts=pages.ArticleFacts(title=title, **facts), by=OPERATOR
        )
        return published(article)

    return _write


@pytest.fixture
def editor(db: None) -> User:
    return person("Eva Redaktör", Role.EDITOR)


@pytest.fixture
def lead_editor(db: None) -> User:
    return person("Lova Huvudredaktör", Role.LEAD_EDITOR)


@pytest.fixture
def picture(db: None) -> Picture:
    return a_picture("Scenen")


def a_picture(title: str) -> Picture:
    content = BytesIO()
    Image.new("RGB", (1400, 900), "#0f5a4f").save(content, "PNG")
    return files.add_picture(
        actor=None,
        name="scenen.png",
        content=content.getvalue(),
        title=title,
        default_alt="En scen",
        caption="Bildens egen text",
        credit="Kim",
    )


def published(page: Any) -> Any:
    pages.publish(page=page, by=OPERATOR)
    return page
