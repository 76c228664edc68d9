from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext

from samverk.base.audit.models import Entry
from samverk.base.people.tests import people
from samverk.parts.feedback.models import Comment, Kind, State
from samverk.parts.feedback.tests import said

pytestmark = pytest.mark.django_db

INBOX = "/redaktion/synpunkter/"


@pytest.fixture
def elsa():
    return said.editor()


@pytest.fixture
def desk(elsa):
    return people.signed_in(elsa)


def texts(response):
    """The comments of the list, as they are read."""
    soup = BeautifulSoup(response.content, "html5lib")
    return [link.get_text() for link in soup.select(".inbox-list .inbox-text")]


def test_new_comments_are_listed_with_the_newest_first(desk):
    said.comment("Äldre", hours_ago=5)
    said.comment("Nyare", hours_ago=1)
    said.comment("Avslutad", state=State.CLOSED)

    assert texts(desk.get(INBOX)) == ["Nyare", "Äldre"]


@pytest.mark.parametrize("state", State.values)
def test_each_state_has_its_tab(desk, state):
    for each in State.values:
        said.comment(each, state=each)

    assert texts(desk.get(INBOX, {"state": state})) == [state]


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({"q": "stavfel"}, ["Ett stavfel"]),
        ({"q": "/kop/"}, ["Priset saknas"]),
        ({"kind": "shortcoming"}, ["Syns inte"]),
        ({"path": "/stod/kop/"}, ["Priset saknas"]),
        ({"since": "2026-11-24"}, ["Syns inte", "Ett stavfel"]),
        ({"until": "2026-11-20"}, ["Priset saknas"]),
        (
            {"since": "inget datum", "section": "x", "kind": "y", "p": "z"},
            ["Syns inte", "Ett stavfel", "Priset saknas"],
        ),
        ({"q": "\x00"}, ["Syns inte", "Ett stavfel", "Priset saknas"]),
    ],
)
def test_the_list_can_be_narrowed_and_shrugs_at_nonsense(desk, asked, expected):
    said.comment("Priset saknas", path="/stod/kop/", hours_ago=24 * 5)
    said.comment("Ett stavfel", hours_ago=2)
    said.comment("Syns inte", kind=Kind.SHORTCOMING)

    assert texts(desk.get(INBOX, {"state": "all", **asked})) == expected


def test_a_comment_is_found_by_its_number(desk):
    wanted = said.comment("Den här")
    said.comment("Inte den här")

    assert texts(desk.get(INBOX, {"q": f"#{wanted.pk}"})) == ["Den här"]


@pytest.mark.parametrize("state", [*State.values, "all"])
def test_an_empty_inbox_says_what_it_is_for(desk, state):
    soup = BeautifulSoup(desk.get(INBOX, {"state": state}).content, "html5lib")

    assert soup.select_one(".inbox-empty p").get_text(strip=True)


def test_the_list_takes_the_same_number_of_queries_however_long_it_is(desk):
    def cost():
        desk.get(INBOX)
        with CaptureQueriesContext(
            connection,
        ) as caught:
            desk.get(INBOX, {"state": "new"})
        return len(caught)

    for number in range(10):
        said.comment(f"Synpunkt {number}", email="a@example.org")
    few = cost()
    for number in range(190):
        said.comment(f"Synpunkt {number}", email="a@example.org")

    assert cost() == few


def test_the_menu_says_how_many_nobody_has_taken(desk):
    said.comment()
    said.comment(state=State.CLOSED)

    assert "Synpunkter (1)" in desk.get("/redaktion/").content.decode()


def test_nothing_that_a_visitor_wrote_can_run(desk):
    wrote = "<script>alert(1)</script><img src=x onerror=alert(1)>\u202eabc {{ 7*7 }}"
    comment = said.comment(wrote, page_title="<b>Sida</b>", path="javascript:alert(1)")

    for address in (INBOX, f"{INBOX}{comment.pk}/", f"{INBOX}statistik/"):
        soup = BeautifulSoup(desk.get(address).content, "html5lib")
        assert not soup.select("img[src=x], main b, a[href^=javascript]")
        assert not [script for script in soup.select("script") if "alert" in script.get_text()]
    assert wrote in BeautifulSoup(desk.get(f"{INBOX}{comment.pk}/").content, "html5lib").get_text()


def test_line_breaks_are_kept_and_a_text_is_told_which_way_it_runs(desk):
    comment = said.comment("Första raden\n\nאחרון", language="sv")

    text = BeautifulSoup(desk.get(f"{INBOX}{comment.pk}/").content, "html5lib").select_one(
        ".inbox-said .inbox-text"
    )

    assert text["dir"] == "auto"
    assert text.get_text() == "Första raden\n\nאחרון"


def test_a_shortcoming_says_when_it_must_be_answered_and_when_that_is_too_late(desk):
    said.comment("I tid", kind=Kind.SHORTCOMING, hours_ago=-24 * 365 * 5)
    said.comment("För sent", kind=Kind.SHORTCOMING, hours_ago=24 * 365)

    page = desk.get(INBOX).content.decode()

    assert "besvaras senast" in page
    assert "skulle ha besvarats" in page


def test_an_editor_takes_a_comment_gives_it_back_closes_and_opens_it(desk, elsa):
    comment = said.comment()
    steps = [
        ("tilldela", {"who": elsa.pk}, State.ASSIGNED),
        ("tilldela", {}, State.NEW),
        ("avsluta", {}, State.CLOSED),
        ("oppna", {}, State.NEW),
    ]

    for version, (deed, facts, state) in enumerate(steps, start=1):
        desk.post(f"{INBOX}{comment.pk}/{deed}/", {"version": version, **facts})
        comment.refresh_from_db()
        assert comment.state == state

    done = list(
        Entry.objects.filter(target=f"feedback.comment:{comment.pk}")
        .order_by("pk")
        .values_list("action", flat=True)
    )
    assert done == ["feedback.assign", "feedback.assign", "feedback.close", "feedback.reopen"]
    assert "Elsa Prov avslutade" in desk.get(f"{INBOX}{comment.pk}/").content.decode()


def test_two_editors_at_once_do_not_undo_each_other(desk, elsa):
    comment = said.comment()
    desk.post(f"{INBOX}{comment.pk}/tilldela/", {"version": 1, "who": elsa.pk})

    response = people.signed_in(said.lead_editor()).post(
        f"{INBOX}{comment.pk}/avsluta/", {"version": 1}, follow=True
    )

    comment.refresh_from_db()
    assert comment.state == State.ASSIGNED
    assert "Någon hann före dig" in response.content.decode()


def test_nobody_is_given_a_comment_who_does_not_handle_them(desk):
    comment = said.comment()

    desk.post(f"{INBOX}{comment.pk}/tilldela/", {"version": 1, "who": said.stranger().pk})

    comment.refresh_from_db()
    assert comment.assigned_to is None


def test_rubbish_is_removed_for_good_and_noted(desk):
    comment = said.comment()

    response = desk.post(f"{INBOX}{comment.pk}/ta-bort/", {"version": 1})

    assert response.url == INBOX
    assert not Comment.objects.exists()
    assert Entry.objects.get(action="feedback.delete").target == f"feedback.comment:{comment.pk}"


@pytest.mark.parametrize(("do", "left"), [("let_in", 5), ("throw_away", 3)])
def test_what_is_held_is_let_in_or_thrown_away_by_ticking(desk, do, left):
    held = [said.comment(f"Klocka {number}", state=State.HELD) for number in range(4)]
    said.comment("Riktig")

    desk.post(f"{INBOX}flera/?state=held", {"do": do, "chosen": [each.pk for each in held[:2]]})

    assert Comment.objects.count() == left
    assert Comment.objects.filter(state=State.HELD).count() == 2


@pytest.mark.parametrize("do", ["let_in", "throw_away"])
def test_a_flood_is_handled_in_one_statement_and_only_what_was_seen(desk, do):
    for number in range(60):
        said.comment(f"Klocka {number}", state=State.HELD)
    seen = Comment.objects.latest("pk").pk
    said.comment("Kom medan jag läste", state=State.HELD)

    with CaptureQueriesContext(connection) as caught:
        desk.post(f"{INBOX}flera/?state=held", {"do": f"{do}:all", "newest": seen})

    touched = [
        query["sql"]
        for query in caught
        if '"feedback_comment"' in query["sql"] and not query["sql"].startswith("SELECT")
    ]
    assert len(touched) == 1
    assert [each.text for each in Comment.objects.filter(state=State.HELD)] == ["Kom medan jag läste"]
    assert Entry.objects.filter(action=f"feedback.{do}_many", facts__count=60).exists()


def test_nothing_outside_what_is_held_is_thrown_away_in_bulk(desk):
    kept = said.comment()

    desk.post(f"{INBOX}flera/?state=all", {"do": "throw_away", "chosen": [kept.pk]})
    desk.post(f"{INBOX}flera/?state=all", {"do": "throw_away:all", "newest": kept.pk})

    assert Comment.objects.filter(pk=kept.pk).exists()


@pytest.mark.parametrize(("do", "state"), [("assign", State.ASSIGNED), ("close", State.CLOSED)])
def test_several_are_taken_or_closed_at_once(desk, do, state):
    chosen = [said.comment() for _ in range(3)]

    desk.post(f"{INBOX}flera/", {"do": do, "chosen": [each.pk for each in chosen]})

    assert set(Comment.objects.values_list("state", "version")) == {(state, 2)}


def test_with_nothing_ticked_nothing_happens(desk):
    said.comment()

    response = desk.post(f"{INBOX}flera/", {"do": "close"}, follow=True)

    assert "Kryssa för minst en" in response.content.decode()
    assert Comment.objects.get().state == State.NEW


def test_the_page_of_a_comment_leads_to_its_page_and_to_all_that_is_said_about_it(desk):
    comment = said.comment(path="/aktuellt/dagen/", page_title="Dagen")

    soup = BeautifulSoup(desk.get(f"{INBOX}{comment.pk}/").content, "html5lib")

    assert soup.select_one('.inbox-facts a[href="/aktuellt/dagen/"]').get_text() == "Dagen"
    assert soup.select_one('.inbox-facts a[href*="path=/aktuellt/dagen/"]')


ADDRESSES = ["", "1/", "statistik/", "brev/", "exportera/csv/", "exportera/xlsx/"]
DEEDS = ["flera/", "1/svara/", "1/avsluta/", "1/ta-bort/", "1/sla-ihop/"]


@pytest.mark.parametrize("address", [*ADDRESSES, "ansvar/", "ansvar/1/"])
def test_others_do_not_read_the_inbox(address):
    response = people.signed_in(said.stranger()).get(f"{INBOX}{address}")

    assert response.status_code in {302, 403}


@pytest.mark.parametrize("address", DEEDS)
def test_others_do_not_touch_the_inbox(address):
    said.comment()

    response = people.signed_in(said.stranger()).post(f"{INBOX}{address}", {"do": "close", "version": 1})

    assert response.status_code in {302, 403}
    assert Comment.objects.get().state == State.NEW


def test_mine_is_what_i_have_taken_and_what_waits_where_nobody_is_left(desk, elsa):
    henrik = said.lead_editor()
    said.comment("Min", state=State.ASSIGNED, assigned_to=elsa, hours_ago=1)
    said.comment("Ingens", hours_ago=2)
    said.comment("Henriks", state=State.ASSIGNED, assigned_to=henrik, hours_ago=3)

    assert texts(desk.get(INBOX, {"state": "all", "mine": "on"})) == ["Min", "Ingens"]

    henrik.is_active = False
    henrik.save()

    assert texts(desk.get(INBOX, {"state": "all", "mine": "on"})) == ["Min", "Ingens", "Henriks"]


def test_periods_are_days_of_the_region(desk):
    said.comment("Strax efter midnatt i Sverige", hours_ago=10 - timedelta(minutes=30) / timedelta(hours=1))

    assert texts(desk.get(INBOX, {"since": "2026-11-24"})) == ["Strax efter midnatt i Sverige"]
