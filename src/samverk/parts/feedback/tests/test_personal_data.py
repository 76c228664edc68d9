"""What gives a person away is shown to its writer, and personal numbers are never kept."""

import pytest

from samverk.parts.feedback.models import Comment
from samverk.parts.feedback.tests.visitor import THANKS, Screen, Visitor

pytestmark = pytest.mark.django_db

# Tested numbers of the Swedish Tax Agency's for fiction: nobody has them.
NUMBER = "811228-9874"


@pytest.fixture
def visitor() -> Visitor:
    return Visitor()


def test_what_was_found_is_marked_with_a_suggestion_and_nothing_is_kept(visitor: Visitor) -> None:
    screen = Screen.of(visitor.sends(f"Jag är {NUMBER}, ring 070-174 06 05."))

    assert screen.marks == [f"{NUMBER} personnummer", "070-174 06 05 telefonnummer"]
    assert "Vi sparar aldrig sådana nummer" in screen.text
    assert not Comment.objects.exists()


def test_one_press_takes_away_what_was_marked(visitor: Visitor) -> None:
    screen = Screen.of(visitor.sends(f"Jag är {NUMBER}. Bra sida.", do="remove"))

    assert NUMBER not in screen.written
    assert "Bra sida." in screen.written
    assert screen.marks == []


def test_a_personal_number_is_never_kept_even_if_its_sender_insists(visitor: Visitor) -> None:
    text = f"Jag är {NUMBER}. Bra sida."
    seen = Screen.of(visitor.sends(text)).value("insisted")
    answer = visitor.sends(text, insisted=seen)

    comment = Comment.objects.get()
    assert answer["Location"] == THANKS
    assert "9874" not in comment.text
    assert comment.masked == 1
    assert "Bra sida." in comment.text


def test_insisting_counts_for_the_text_that_was_seen_and_no_other(visitor: Visitor) -> None:
    seen = Screen.of(visitor.sends("Ring 070-174 06 05.")).value("insisted")
    screen = Screen.of(visitor.sends("Ring 070-174 06 06.", insisted=seen))

    assert screen.marks == ["070-174 06 06 telefonnummer"]
    assert not Comment.objects.exists()


def test_who_writes_of_their_own_care_is_shown_the_way_to_1177(visitor: Visitor) -> None:
    screen = Screen.of(visitor.sends("Min mamma fick fel medicin på vårdcentralen efter sin operation."))

    assert screen.soup.find("main").find("a", href="https://www.1177.se/")
    assert any("egen hälsa eller vård" in mark for mark in screen.marks)


@pytest.mark.parametrize(
    "hidden",
    [
        "8\u200b1\u200b1\u200b2\u200b2\u200b8-9\u200b8\u200b7\u200b4",
        "８１１２２８－９８７４",
        "811228\n9874",
        "811228-\n9874",
        "8 1 1 2 2 8 - 9 8 7 4",
        "\u202e811228-9874\u202c",
        "19811228 9874",
        "811228\u20119874",
    ],
)
def test_a_number_that_hides_is_found_and_never_kept(visitor: Visitor, hidden: str) -> None:
    text = f"Jag heter Kim, {hidden} och gillar sidan."
    shown = Screen.of(visitor.sends(text))
    assert shown.marks, hidden

    visitor.sends(text, insisted=shown.value("insisted"))

    comment = Comment.objects.get()
    assert comment.masked == 1
    assert "9874" not in "".join(sign for sign in comment.text if sign.isalnum())


def test_what_was_written_is_still_in_the_form_on_the_page_of_findings(visitor: Visitor) -> None:
    text = "Ring mig.\n070-174 06 05\n\nHälsningar <Kim>"
    screen = Screen.of(visitor.sends(text, email="kim@example.org"))

    assert screen.written == text
    assert screen.value("email") == "kim@example.org"
