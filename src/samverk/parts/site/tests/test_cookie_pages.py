from datetime import date, datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest
from wagtail.models import Page, Site

from samverk.parts.site.actions import cookies as actions
from samverk.parts.site.models import CookieAnswer, CookieSettings, CookieText, PageDay
from samverk.parts.site.registry import cookies as registry
from samverk.parts.site.rules.cookies import Answer, Remembered

pytestmark = pytest.mark.django_db

FROM_HERE = {"Sec-Fetch-Site": "same-origin"}
NOW = datetime(2026, 11, 24, 9, tzinfo=ZoneInfo("Europe/Stockholm"))


@pytest.fixture
def statistics():
    """The site owner has switched statistics on."""
    settings = CookieSettings.for_site(Site.objects.get())
    settings.statistics = True
    settings.save()


@pytest.fixture
def say(client):
    """Answer the notice, as its form does."""

    def say(answer, *, headers=FROM_HERE, **more):
        fields = {"answer": answer, "version": registry.question_version(), "next": "/kakor/", **more}
        return client.post("/kakor/svar/", fields, headers=headers)

    return say


def remember(client, answer, key="1" * 32):
    client.cookies[registry.ANSWER] = str(Remembered(answer, registry.question_version(), key))


def count(client, path="/", headers=FROM_HERE):
    return client.post("/statistik/", {"path": path}, headers=headers)


def test_the_cookie_page_names_every_cookie(client):
    page = client.get("/kakor/").content.decode()

    assert all(entry.name in page for entry in registry.registered())


def test_reading_sets_no_cookie_at_all(client, statistics):
    for address in ("/kakor/", "/en/kakor/", "/tillganglighet/"):
        assert not client.get(address).cookies


def test_without_statistics_the_notice_informs_until_it_is_closed(client, say):
    assert 'value="seen"' in client.get("/tillganglighet/").content.decode()

    say("seen")

    assert "cookie-notice" not in client.get("/tillganglighet/").content.decode()
    assert not CookieAnswer.objects.exists()


def test_with_statistics_yes_and_no_are_asked_for_alike(client, statistics):
    page = client.get("/tillganglighet/").content.decode()
    buttons = [line.split(' name="')[0] for line in page.splitlines() if 'name="answer"' in line]

    assert len(buttons) == 2
    assert len({button.strip() for button in buttons}) == 1


def test_closing_the_information_is_no_yes_to_statistics(client, say, statistics):
    remember(client, Answer.SEEN)

    assert 'value="accept"' in client.get("/tillganglighet/").content.decode()


@pytest.mark.parametrize("answer", ["accept", "refuse"])
def test_an_answer_is_recorded_with_the_words_it_answered(client, say, statistics, answer):
    response = say(answer)

    record = CookieAnswer.objects.get()
    assert (record.answer, record.text.text, record.language) == (answer, registry.QUESTION, "sv")
    assert record.key.hex in response.cookies[registry.ANSWER].value


def test_the_answer_cookie_is_for_this_site_alone(say):
    cookie = say("accept").cookies[registry.ANSWER]

    assert (cookie["httponly"], cookie["samesite"]) == (True, "Lax")


def test_a_change_of_mind_keeps_the_first_answer_and_takes_the_visit_cookie_away(client, say, statistics):
    say("accept")
    client.cookies[registry.VISIT] = "2026-11-24"

    response = say("refuse")

    assert [row.answer for row in CookieAnswer.objects.order_by("pk")] == ["accept", "refuse"]
    assert CookieAnswer.objects.values("key").distinct().count() == 1
    assert response.cookies[registry.VISIT]["max-age"] == 0


@pytest.mark.parametrize(
    "form", [{"answer": "perhaps"}, {"answer": "accept", "version": "000000000000"}, {"answer": ""}]
)
def test_an_answer_to_another_question_is_not_taken(say, form):
    response = say(**form)

    assert response.status_code == 302
    assert not response.cookies
    assert not CookieAnswer.objects.exists()


@pytest.mark.parametrize(
    "headers", [{"Sec-Fetch-Site": "cross-site"}, {"Origin": "https://other.example"}, {}]
)
def test_another_site_cannot_answer_for_the_visitor(say, headers):
    response = say("accept", headers=headers)

    assert response.status_code == 403
    assert not response.cookies


@pytest.mark.parametrize("address", ["https://other.example/", "//other.example/", "javascript:alert(1)", ""])
def test_an_answer_never_leads_away_from_the_site(say, address):
    assert say("refuse", next=address).url == "/kakor/"


def test_the_page_tells_what_i_have_answered(client, statistics):
    remember(client, Answer.REFUSE)

    assert "Du har sagt nej" in client.get("/kakor/").content.decode()


@pytest.mark.parametrize("answer", [None, Answer.SEEN, Answer.REFUSE])
def test_nobody_is_counted_without_a_yes(client, statistics, answer):
    if answer:
        remember(client, answer)

    response = count(client)

    assert not response.cookies
    assert not PageDay.objects.exists()
    assert "statistics.js" not in client.get("/tillganglighet/").content.decode()


def test_nobody_is_counted_when_statistics_are_off(client):
    remember(client, Answer.ACCEPT)

    assert not count(client).cookies
    assert not PageDay.objects.exists()


def test_a_visitor_who_has_said_yes_is_counted_once_a_day_and_each_view_counts(client, statistics):
    remember(client, Answer.ACCEPT)

    count(client)
    count(client)

    row = PageDay.objects.get()
    assert (row.views, row.visits) == (2, 1)
    assert "statistics.js" in client.get("/tillganglighet/").content.decode()


def test_the_visit_cookie_holds_a_date_and_nothing_else(client, statistics):
    remember(client, Answer.ACCEPT)

    cookie = count(client).cookies[registry.VISIT]

    assert date.fromisoformat(cookie.value)
    assert cookie["max-age"] == 30 * 24 * 60 * 60


@pytest.mark.parametrize(
    "path", ["", "/finns-inte/", "x" * 9000, "/en/finns-inte/", "https://other.example/"]
)
def test_an_address_that_is_no_page_is_not_counted(client, statistics, path):
    remember(client, Answer.ACCEPT)

    assert count(client, path).status_code == 204
    assert not PageDay.objects.exists()


def test_old_answers_and_counts_are_forgotten():
    page = Page.objects.get(depth=2, locale__language_code="sv")
    for age in (1, 400):
        moment = NOW - timedelta(days=age)
        actions.record_answer(
            key=UUID(int=age), answer=Answer.ACCEPT, version=f"{age:012}", text="?", language="sv", now=moment
        )
    actions.count_view(page_id=page.pk, begins_visit=True, today=(NOW - timedelta(days=731)).date())

    actions.forget_old(now=NOW)

    assert CookieAnswer.objects.get().key == UUID(int=1)
    assert CookieText.objects.get().version == f"{1:012}"
    assert not PageDay.objects.exists()
