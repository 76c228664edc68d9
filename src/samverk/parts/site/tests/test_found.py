"""What search finds of the pages: all that everybody may read, and nothing else."""

from typing import Any

import pytest
from procrastinate.contrib.django.models import ProcrastinateJob
from wagtail.models import PageViewRestriction

from samverk.base.organisations.permissions import OPERATOR
from samverk.base.search.queries import find
from samverk.parts.site.actions import contacts, pages
from samverk.parts.site.jobs import index_contact, index_page
from samverk.parts.site.models import ContactPerson, SectionPage, StandardPage
from samverk.parts.site.queries import found
from samverk.parts.site.rules import texts
from samverk.parts.site.tests.conftest import Write, published

pytestmark = pytest.mark.django_db

BODY: list[Any] = [
    {"type": "heading", "value": {"text": "Så går det till", "level": "2"}},
    {"type": "paragraph", "value": "<p>Vi <b>bakar</b> bröd.</p><p>Varje dag.</p>"},
    {
        "type": "list",
        "value": {"is_ordered": False, "items": [{"type": "item", "value": "<p>mjöl &amp; jäst</p>"}]},
    },
    {
        "type": "fact_box",
        "value": {"title": "Bakgrund", "content": [{"type": "paragraph", "value": "<p>Sedan 2014.</p>"}]},
    },
]


@pytest.fixture
def jobs() -> Any:
    """Do what has been put in the queue for search."""

    def do() -> None:
        done = {"site.index_page": index_page, "site.index_contact": index_contact}
        waiting = ProcrastinateJob.objects.filter(task_name__in=done, status="todo").order_by("id")
        for name, arguments in list(waiting.values_list("task_name", "args")):
            done[name](**arguments)
        ProcrastinateJob.objects.filter(task_name__in=done).update(status="succeeded")

    return do


def urls(text: str) -> list[str]:
    return [hit.url for hit in find.find(text, language="sv").hits]


def test_a_body_becomes_lines_of_plain_text() -> None:
    assert texts.text(BODY) == "Så går det till. Vi bakar bröd. Varje dag. mjöl & jäst. Bakgrund: Sedan 2014."
    assert texts.headings(BODY) == "Så går det till Bakgrund"


def test_what_is_published_is_found_by_every_part_of_it(write: Write, jobs: Any) -> None:
    person = contacts.keep(name="Elin Stålnacke", role="Samordnare", language="sv", by=OPERATOR)
    write(title="Bageriet", lead="Ljust och gott.", body=BODY, contacts=[person])
    jobs()

    for text in ("bageri", "ljus", "bakar", "jäst", "bakgrund", "Stålnacke", "samordnare"):
        assert urls(text) == ["/aktuellt/bageriet/"], text


def test_a_draft_is_not_found(section: SectionPage, jobs: Any) -> None:
    pages.create_article(section=section, facts=pages.ArticleFacts(title="Hemlig plan"), by=OPERATOR)
    jobs()

    assert urls("hemlig") == []


def test_what_is_taken_down_or_deleted_is_no_longer_found(write: Write, jobs: Any) -> None:
    first, second = write(title="Första träffen"), write(title="Andra träffen")
    jobs()
    assert len(urls("träffen")) == 2
    first.unpublish()
    jobs()
    assert urls("träffen") == [second.url]
    second.delete()
    jobs()

    assert urls("träffen") == []


def test_pages_that_not_everybody_may_see_are_not_found(
    section: SectionPage, write: Write, jobs: Any
) -> None:
    write(title="Lönelistan")
    restriction = PageViewRestriction.objects.create(page=section, restriction_type=PageViewRestriction.LOGIN)
    jobs()
    assert urls("lönelistan") == []
    restriction.delete()
    jobs()

    assert urls("lönelistan") == ["/aktuellt/lonelistan/"]


def test_a_section_with_a_new_address_takes_its_pages_along(
    section: SectionPage, write: Write, jobs: Any
) -> None:
    write(title="Dagen i Norr")
    jobs()
    section.slug, section.title = "nytt", "Nytt"
    pages.revise(page=section, by=OPERATOR)
    published(section)
    jobs()
    (hit,) = find.find("dagen norr", language="sv").hits

    assert (hit.url, hit.trail) == ("/nytt/dagen-i-norr/", ("Nytt",))


def test_a_moved_page_is_found_at_its_new_place(home: Any, section: SectionPage, jobs: Any) -> None:
    other = SectionPage(title="Stöd", slug="stod", show_in_menus=True)
    published(pages.create_draft(parent=home, page=other, by=OPERATOR))
    page = StandardPage(title="Handbok", slug="handbok")
    published(pages.create_draft(parent=section, page=page, by=OPERATOR))
    page.move(other, pos="last-child")
    jobs()

    assert urls("handbok") == ["/stod/handbok/"]


def test_a_contact_person_who_is_renamed_is_found_by_the_new_name(write: Write, jobs: Any) -> None:
    person = contacts.keep(name="Elin Ek", role="", language="sv", by=OPERATOR)
    write(title="Bageriet", contacts=[person])
    jobs()
    person.name = "Elin Björk"
    person.save()
    jobs()
    assert (urls("Björk"), urls("Ek")) == (["/aktuellt/bageriet/"], [])
    ContactPerson.objects.all().delete()
    jobs()

    assert urls("Björk") == []


def test_reading_many_pages_takes_few_queries(write: Write, django_assert_max_num_queries: Any) -> None:
    for number in range(5):
        write(title=f"Nyhet {number}")

    with django_assert_max_num_queries(9):
        assert len(list(found.entries(None))) >= 7


def test_a_page_that_is_gone_is_its_own_key() -> None:
    assert found.beneath(987654) == ("987654",)
    index_page(page_id=987654)
