"""The article about how a day was: every sentence is in the data, and an editor finishes it."""

import re
from datetime import timedelta
from uuid import uuid4

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import PermissionDenied
from django.test import Client

from samverk.base.organisations.models import Role
from samverk.base.organisations.permissions import OPERATOR
from samverk.base.people.tests.people import person
from samverk.parts.day.actions import editions, followup
from samverk.parts.day.models import Edition, Quotation
from samverk.parts.day.registry import figures
from samverk.parts.day.tests.building import THE_DAY, a_room, a_session, a_speaker, an_edition
from samverk.parts.site.actions import pages
from samverk.parts.site.models import ArticlePage, HomePage, SectionPage

pytestmark = pytest.mark.django_db
AFTER = THE_DAY + timedelta(days=1)
# The words that join the facts. Everything else in the article has to be in the data.
JOINING = (
    "Så blev", "hölls", "på", "Arrangör var", "Programmet hade", "punkter.", "punkt.", "med", "och",
    "person medverkade i programmet.", "personer medverkade i programmet.", "personer var anmälda.",
    "Det här hände", "De medverkade",
)  # fmt: skip
DATA = (
    "Provdagen 2027", "14 april 2027", "Kulturladan", "Provföreningen", "Föreläsning", "Workshop",
    "Inledning", "Om att börja.", "Räkna på anbud", "Vera Provare", "provare", "Provbolaget",
    "Provar allt.", "Bo Prov", "2", "87",
)  # fmt: skip


@pytest.fixture
def news() -> SectionPage:
    home = HomePage.objects.get(locale__language_code="sv")
    page = SectionPage(title="Aktuellt", slug="aktuellt", lead="Det som händer.")
    section = pages.create_draft(parent=home, page=page, by=OPERATOR)
    pages.publish(page=section, by=OPERATOR)
    return section


@pytest.fixture
def the_day(news: SectionPage) -> int:
    edition = an_edition(published=True, venue_name="Kulturladan")
    room = a_room(edition)
    vera = a_speaker(edition, title="provare", organisation="Provbolaget", biography="Provar allt.")
    bo, silent = a_speaker(edition, "Bo Prov"), a_speaker(edition, "Hemliga Hanna", says_yes=False)
    a_session(
        edition, "Inledning", "9.00", "10.00", room_id=room, speaker_ids=(vera, silent),
        description="Om att börja.",
    )  # fmt: skip
    a_session(edition, "Kaffe", "10.00", "10.30", kind="meal")
    a_session(edition, "Räkna på anbud", "10.30", "11.00", kind="workshop", speaker_ids=(vera, bo))
    a_session(edition, "Det inställda", "13.00", "14.00", is_cancelled=True)
    return edition


def prepare(edition: int) -> ArticlePage:
    return ArticlePage.objects.get(pk=followup.prepare(edition_id=edition, by=OPERATOR, today=AFTER))


def words_of(article: ArticlePage) -> str:
    raw = " ".join(re.findall(r"'(?:text|value)': '([^']*)'", str(list(article.body.raw_data))))
    return " ".join([article.title, article.lead, BeautifulSoup(raw, "html5lib").get_text(" ")])


def left_over(text: str) -> str:
    """What remains of a text when everything known has been taken out."""
    for known in sorted((*JOINING, *DATA), key=len, reverse=True):
        text = re.sub(rf"(?<!\w){re.escape(known)}(?!\w)", " ", text)
    return re.sub(r"[\W_]+", " ", text).strip()


def test_nothing_is_in_the_article_that_is_not_in_the_data(
    the_day: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    registered = figures.Figure(
        "prov", "Anmälda", lambda keys: {the_day: 87}, lambda number: f"{number:.0f} personer var anmälda."
    )
    monkeypatch.setattr(figures, "_registered", {**_own_figures(), "prov": registered})

    text = words_of(prepare(the_day))

    assert "87 personer var anmälda." in text
    assert left_over(text) in {"", "3"}  # three took part, one of them unnamed


def _own_figures() -> dict[str, figures.Figure]:
    ours = {"sessions", "speakers"}
    return {figure.name: figure for figure in figures.registered() if figure.name in ours}


def test_what_was_held_is_told_and_what_was_not_is_not(the_day: int) -> None:
    text = words_of(prepare(the_day))

    assert "Föreläsning: Inledning, med Vera Provare. Om att börja." in text
    assert "Workshop: Räkna på anbud, med Vera Provare och Bo Prov." in text
    for silent in ("Hemliga Hanna", "Det inställda", "Kaffe"):
        assert silent not in text


def test_it_is_a_draft_among_the_news_and_the_days_page_leads_to_it_once_it_is_published(
    the_day: int, news: SectionPage, client: Client
) -> None:
    article = prepare(the_day)
    assert not article.live
    assert article.get_parent().pk == news.pk
    assert "Läs hur dagen blev" not in client.get("/dagar/provdagen/2027/").content.decode()

    pages.publish(page=article, by=OPERATOR)

    assert article.url in client.get("/dagar/provdagen/2027/").content.decode()


@pytest.mark.parametrize("today", [THE_DAY, THE_DAY - timedelta(days=1)])
def test_a_day_that_is_not_over_has_nothing_to_tell(the_day: int, today: object) -> None:
    with pytest.raises(followup.NotYet):
        followup.prepare(edition_id=the_day, by=OPERATOR, today=today)  # type: ignore[arg-type]


def test_a_cancelled_day_and_one_that_is_told_already_have_no_new_article(the_day: int) -> None:
    prepare(the_day)
    with pytest.raises(followup.NotYet):
        prepare(the_day)

    Edition.objects.update(followup=None)
    editions.cancel(edition_id=the_day, by=OPERATOR)
    with pytest.raises(followup.NotYet):
        prepare(the_day)


def test_organisers_may_have_it_made_though_they_are_no_editors(the_day: int) -> None:
    organiser = person("Orvar Ordnare", Role.ORGANISER)
    assert followup.prepare(edition_id=the_day, by=organiser, today=AFTER)

    with pytest.raises(PermissionDenied):
        followup.prepare(edition_id=the_day, by=person("Bo Köpare", Role.BUYER), today=AFTER)


def test_quotations_that_were_released_stand_in_it_word_for_word_and_without_a_name(the_day: int) -> None:
    row = Edition.objects.get(pk=the_day)
    released = {"region_id": row.region_id, "edition": row, "released_on": AFTER}
    Quotation.objects.create(source=uuid4(), text="Jag fick en kund.", **released)

    article = prepare(the_day)

    quotes = [block["value"] for block in article.body.raw_data if block["type"] == "quote"]
    assert quotes == [{"text": "Jag fick en kund.", "speaker": "", "role": "Besökare"}]
    assert "Så tyckte besökarna" in str(list(article.body.raw_data))
