"""Components: the markup that assistive technology and the law ask for."""

from datetime import UTC, datetime

import pytest
from django.core.paginator import Paginator
from django.template.loader import render_to_string
from django.test import RequestFactory
from django.urls import reverse

from samverk.ui.frame import CookieNotice, Frame, Language, Link
from samverk.ui.table import Column, Table

MORE = Link("Vad är cookies?", "/kakor/")


def test_a_contact_shows_no_empty_label(render):
    page = render('<c-contact name="Maj" role="" telephone="" email="" />')
    assert page.text.split() == ["Maj"]


def test_a_contact_shows_what_there_is(render):
    page = render('<c-contact name="Maj" telephone="070-174 06 05" email="maj@norrsken.example" />')
    assert [link["href"] for link in page("a")] == ["tel:+46701740605", "mailto:maj@norrsken.example"]


def test_an_address_cannot_carry_markup(render):
    page = render('<c-contact name="Maj" :email="email" />', email="<script>@x")
    assert not page.find("script")


@pytest.mark.parametrize("attributes", ['speaker=""', 'speaker="Maj"', 'role="samordnare"'])
def test_a_quote_names_only_who_is_known(render, attributes):
    caption = render(f"<c-quote {attributes}>Ja.</c-quote>").figcaption
    assert (caption.text if caption else "").strip() in {"", "Maj", "samordnare"}


def test_a_figure_without_caption_has_no_empty_caption(render):
    assert not render('<c-figure src="/x.jpg" alt="En sal" />').figcaption


def test_a_decorative_picture_keeps_its_empty_alternative(render):
    assert render('<c-figure src="/x.jpg" alt="" />').img["alt"] == ""


def test_the_whole_card_is_one_link(render):
    page = render('<c-card title="Företag" href="/foretag/"><p>Text</p></c-card>')
    assert [link.text for link in page.h3("a")] == ["Företag"]


def test_a_table_has_caption_and_headings(render):
    table = Table(
        columns=(Column("Ort", sorted="ascending"), Column("Antal", numeric=True)), rows=(("Luleå", 3),)
    )
    page = render('<c-table caption="Orter" :table="table" />', table=table)
    assert page.caption.text == "Orter"
    assert [(th["scope"], th.text) for th in page("th")] == [
        ("col", "Ort"),
        ("col", "Antal"),
        ("row", "Luleå"),
    ]
    assert page.th["aria-sort"] == "ascending"
    assert page.td["data-label"] == "Antal"


def test_a_wide_table_of_ones_own_can_be_scrolled_by_keyboard(render):
    page = render('<c-table caption="Orter"><tbody><tr><td>1</td></tr></tbody></c-table>')
    assert page.find(role="region")["tabindex"] == "0"


def test_pagination_keeps_the_rest_of_the_query(render):
    request = RequestFactory().get("/", {"ort": "Luleå", "sida": "2"})
    page = render(
        '<c-pagination :page="page" parameter="sida" />',
        page=Paginator(range(30), 10).page(2),
        request=request,
    )
    assert page.find(rel="next")["href"] == "?ort=Lule%C3%A5&sida=3"
    assert page.find(attrs={"aria-current": "page"}).text.split() == ["Sida", "2"]


def test_one_page_needs_no_pagination(render):
    assert not render('<c-pagination :page="page" />', page=Paginator(range(3), 10).page(1)).nav


def test_a_date_is_read_by_people_and_machines(render):
    page = render('<c-date :value="day" label="Publicerad" />', day=datetime(2018, 4, 17, 9, tzinfo=UTC))
    assert page.time["datetime"] == "2018-04-17"
    assert page.text.strip() == "Publicerad 17 april 2018"


def test_no_date_leaves_no_label(render):
    assert render('<c-date :value="day" label="Publicerad" />', day=None).text.strip() == ""


def test_progress_has_a_name_and_a_value(render):
    page = render('<c-progress label="Möten" value="18" max="24" text="18 av 24" />')
    assert page.label["for"] == page.progress["id"]
    assert (page.progress["value"], page.progress["max"]) == ("18", "24")


def test_steps_tell_where_one_is(render):
    page = render('<c-steps :steps="steps" :current="2" />', steps=["Ett", "Två", "Tre"])
    assert page.find(attrs={"aria-current": "step"}).text == "Två"


def test_the_language_switch_names_each_language_in_itself(render):
    languages = (
        Language("sv", "Svenska", "/", current=True),
        Language("ar", "العربية", "/ar/", direction="rtl"),
    )
    page = render('<c-language-switch :languages="languages" />', languages=languages)
    assert [(link["lang"], link["dir"], link["href"]) for link in page("a")] == [("ar", "rtl", "/ar/")]


def test_yes_and_no_to_cookies_weigh_the_same(render):
    notice = CookieNotice("Får vi räkna besök?", MORE, action="/kakor/svar/", asks=True, version="1")
    accept, refuse = render('<c-cookie-notice :notice="notice" />', notice=notice)("button")
    assert {**accept.attrs, "value": ""} == {**refuse.attrs, "value": ""}


def test_a_notice_that_only_informs_asks_nothing(render):
    notice = CookieNotice("Bara nödvändiga.", MORE)
    assert not render('<c-cookie-notice :notice="notice" />', notice=notice)("button")


def test_pairs_without_a_value_are_left_out(render):
    page = render('<c-summary-list :items="items" />', items=[("Plats", "Luleå"), ("Telefon", "")])
    assert [term.text for term in page("dt")] == ["Plats"]


def test_a_notice_after_an_act_is_announced(render):
    assert render('<c-notice tone="danger" live="true">Nej</c-notice>').div["role"] == "alert"
    assert not render("<c-notice>Ja</c-notice>").div.has_attr("role")


def test_the_frame_has_its_landmarks_and_skip_link():
    page = render_to_string("ui/frame.html", {"frame": Frame(site_name="Samverk", direction="rtl")})
    assert '<html lang="sv" dir="rtl">' in page
    assert 'href="#innehall"' in page
    assert '<main id="innehall" tabindex="-1">' in page


@pytest.mark.parametrize("name", ["400", "403", "403_csrf", "404", "429", "500"])
def test_pages_of_error_need_no_context(name):
    assert "Till startsidan" in render_to_string(f"{name}.html")


def test_the_style_page_is_at_its_address():
    assert reverse("ui:style") == "/stil/"
