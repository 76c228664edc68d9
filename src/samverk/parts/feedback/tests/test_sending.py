"""A visitor sends a comment. Everything that can go wrong, goes wrong kindly."""

from datetime import timedelta

import pytest
from django.test import override_settings
from django.utils import timezone

from samverk.parts.feedback.models import Comment, State
from samverk.parts.feedback.tests.visitor import PAGE, SEND, THANKS, Screen, Visitor, proof

pytestmark = pytest.mark.django_db


@pytest.fixture
def visitor() -> Visitor:
    return Visitor()


def kept() -> list[str]:
    return list(Comment.objects.order_by("pk").values_list("text", flat=True))


def test_a_comment_is_kept_with_its_page_and_its_sender_is_thanked(visitor: Visitor) -> None:
    answer = visitor.sends("Rutan om bakgrund är bra.", email="kim@example.org")

    comment = Comment.objects.get()
    assert (answer.status_code, answer["Location"]) == (303, THANKS)
    assert (comment.text, comment.email, comment.path) == (
        "Rutan om bakgrund är bra.",
        "kim@example.org",
        PAGE,
    )
    assert (comment.state, comment.language, comment.masked) == (State.NEW, "sv", 0)


def test_a_comment_on_a_page_knows_the_page(visitor: Visitor) -> None:
    visitor.sends(page="/", title="Vad sidan hette för läsaren")

    comment = Comment.objects.get()
    assert comment.page is not None
    assert comment.page_title == comment.page.title


def test_a_page_that_was_deleted_meanwhile_is_remembered_by_its_title(visitor: Visitor) -> None:
    visitor.sends(page="/aktuellt/borttagen/", title="Sidan som fanns")

    comment = Comment.objects.get()
    assert (comment.page, comment.path, comment.page_title) == (
        None,
        "/aktuellt/borttagen/",
        "Sidan som fanns",
    )


def test_a_personal_number_in_what_somebody_calls_the_page_is_hidden(visitor: Visitor) -> None:
    visitor.sends(page="/aktuellt/borttagen/", title="Om 850709-9805")
    visitor.sends(page="Sidan om 850709-9805", kind="shortcoming")

    assert "850709" not in str(list(Comment.objects.values_list("page_title", "path")))
    assert Comment.objects.count() == 2


@pytest.mark.parametrize("address", ["850709-9805@example.org", "anna.198507099805@example.org"])
def test_an_address_with_a_personal_number_is_refused_and_the_text_stays(
    visitor: Visitor, address: str
) -> None:
    answer = visitor.sends("En bra sida.", email=address)

    assert "Adressen innehåller ett personnummer" in Screen.of(answer).text
    assert Screen.of(answer).written == "En bra sida."
    assert not Comment.objects.exists()


def test_in_english_the_language_is_kept_and_thanks_are_in_english() -> None:
    visitor = Visitor()
    answer = visitor.client.post(
        "/en/synpunkter/",
        {"text": "Good page.", "page": "/en/", "kind": "comment", "proof": proof()},
        HTTP_SEC_FETCH_SITE="same-origin",
    )

    assert answer["Location"] == "/en/synpunkter/tack/"
    assert Comment.objects.get().language == "en"


@pytest.mark.parametrize("nothing", ["", " ", "\n\t \r\n", "\u200b\u3000"])
def test_nothing_written_is_said_so(visitor: Visitor, nothing: str) -> None:
    answer = visitor.sends(nothing)

    assert answer.status_code == 422
    assert Screen.of(answer).errors == ["Din synpunkt: Skriv något först."]
    assert kept() == []


def test_a_text_that_is_too_long_is_kept_in_the_form_whole(visitor: Visitor) -> None:
    text = "Lång text. " * 600
    answer = visitor.sends(text)

    assert answer.status_code == 422
    assert "6599 tecken" in Screen.of(answer).errors[0]
    assert Screen.of(answer).written == text.strip()


def test_of_a_megabyte_the_beginning_is_kept_in_the_form(visitor: Visitor) -> None:
    answer = visitor.sends("å" * 1_000_000)

    assert answer.status_code == 422
    assert Screen.of(answer).written == "å" * 50_000
    assert kept() == []


@override_settings(DATA_UPLOAD_MAX_MEMORY_SIZE=1000)
def test_more_than_can_be_received_is_refused_as_kindly(visitor: Visitor) -> None:
    answer = visitor.sends("a" * 5000)

    assert answer.status_code == 413
    assert "för lång" in Screen.of(answer).errors[0]
    assert "högst 5\xa0000 tecken" in Screen.of(answer).errors[0]


def test_a_null_character_is_refused_and_the_rest_is_kept_in_the_form(visitor: Visitor) -> None:
    answer = visitor.sends("Hej\0där")

    assert answer.status_code == 422
    assert Screen.of(answer).written == "Hejdär"


def test_markup_and_script_are_kept_and_shown_as_text(visitor: Visitor) -> None:
    text = "<script>alert(1)</script><img src=x onerror=alert(1)>"
    visitor.sends(text)
    shown = visitor.sends(text + " ring 070-174 06 05")

    assert kept() == [text]
    assert "<script>alert" not in shown.content.decode()
    assert Screen.of(shown).written.startswith(text)


def test_what_turns_the_direction_of_writing_is_taken_away(visitor: Visitor) -> None:
    visitor.sends("Läs \u202ebaklänges\u202c nu")

    assert kept() == ["Läs baklänges nu"]


@pytest.mark.parametrize(
    "address",
    [
        "kim@example.org\nBcc: alla@example.org",
        "kim@example.org\r\nSubject: vinst",
        "kim@example.org, lo@example.org",
        '"kim\\nBcc"@example.org',
        "kim",
    ],
)
def test_what_could_become_a_header_of_the_answer_is_refused(visitor: Visitor, address: str) -> None:
    answer = visitor.sends("Hej!", email=address)

    assert answer.status_code == 422
    assert "Din e-postadress: Skriv en hel e-postadress" in Screen.of(answer).errors[0]
    assert Screen.of(answer).written == "Hej!"
    assert kept() == []


def test_a_machine_that_fills_every_field_is_stopped_and_a_person_can_mend_it(visitor: Visitor) -> None:
    answer = visitor.sends("Köp nu!", website="https://example.org")
    screen = Screen.of(answer)

    assert answer.status_code == 422
    assert kept() == []
    assert screen.soup.select_one(".trap") is None
    assert screen.written == "Köp nu!"


@pytest.mark.parametrize(
    "headers",
    [
        {"HTTP_SEC_FETCH_SITE": "cross-site", "HTTP_ORIGIN": "https://example.org"},
        {"HTTP_ORIGIN": "null"},
        {"HTTP_USER_AGENT": "tells nothing"},
    ],
)
def test_a_form_from_elsewhere_is_not_kept_but_can_be_sent_from_here(
    visitor: Visitor, headers: dict[str, str]
) -> None:
    answer = visitor.posts({"text": "Hej!", "kind": "comment", "proof": proof()}, **headers)
    screen = Screen.of(answer)

    assert answer.status_code == 403
    assert kept() == []
    assert screen.written == "Hej!"


def test_a_form_that_is_sent_twice_is_kept_once_and_thanked_twice(visitor: Visitor) -> None:
    given = {"text": "Hej!", "page": PAGE, "kind": "comment", "proof": proof()}
    first, second = visitor.posts(given), visitor.posts(given)

    assert (first["Location"], second["Location"]) == (THANKS, THANKS)
    assert kept() == ["Hej!"]


def test_a_proof_cannot_be_used_for_something_else(visitor: Visitor) -> None:
    once = proof()
    visitor.sends("Hej!", proof=once)
    answer = visitor.sends("Köp nu!", proof=once)

    assert answer.status_code == 422
    assert Screen.of(answer).value("picture")
    assert Screen.of(answer).written == "Köp nu!"
    assert kept() == ["Hej!"]


@override_settings(COMMENTS_IN_TEN_MINUTES=2)
def test_too_many_from_one_sender_are_refused_with_the_text_kept_in_the_form(visitor: Visitor) -> None:
    for number in range(2):
        assert visitor.sends(f"Nummer {number}").status_code == 303
    refused = visitor.sends("Nummer 2")

    assert refused.status_code == 429
    assert "Du kan skicka igen" in Screen.of(refused).errors[0]
    assert Screen.of(refused).written == "Nummer 2"
    assert kept() == ["Nummer 0", "Nummer 1"]
    assert Visitor(address="192.0.2.2").sends("Någon annan").status_code == 303


@override_settings(COMMENTS_IN_A_MINUTE=3)
def test_what_comes_in_a_flood_is_kept_out_of_the_editors_way() -> None:
    answers = [Visitor(address=f"192.0.2.{number}").sends(f"Nummer {number}") for number in range(5)]

    assert {answer["Location"] for answer in answers} == {THANKS}
    assert Comment.objects.filter(state=State.NEW).count() == 3
    assert Comment.objects.filter(state=State.HELD).count() == 2


@override_settings(COMMENTS_IN_A_MINUTE=3)
def test_a_flood_ends() -> None:
    for number in range(4):
        Visitor(address=f"192.0.2.{number}").sends(f"Nummer {number}")
    Comment.objects.update(created_at=timezone.now() - timedelta(minutes=2))
    Visitor(address="192.0.2.9").sends("Lugnt igen")

    assert Comment.objects.get(text="Lugnt igen").state == State.NEW


def test_no_answer_to_what_was_written_may_be_kept_by_a_cache(visitor: Visitor) -> None:
    for answer in (visitor.sends(""), visitor.sends("Ring 070-174 06 05"), visitor.sends(proven=False)):
        assert answer["Cache-Control"] == "no-store"


def test_the_form_alone_speaks_of_the_page_it_was_asked_for(visitor: Visitor) -> None:
    screen = Screen.of(visitor.client.get(SEND, {"sida": "/kakor/"}))

    assert screen.value("page") == "/kakor/"
    assert screen.soup.find("a", href="/kakor/", string="/kakor/")


def test_a_shortcoming_is_reported_in_its_own_words(visitor: Visitor) -> None:
    screen = Screen.of(visitor.client.get(SEND, {"slag": "brist"}))
    answer = visitor.sends("Knappen syns inte.", kind="shortcoming", page="Startsidan")

    comment = Comment.objects.get()
    assert "Vad fungerar inte?" in screen.text
    assert answer["Location"] == "/synpunkter/tack/brist/"
    assert (comment.kind, comment.page_title, comment.path) == ("shortcoming", "Startsidan", "/")


def test_thanks_are_the_same_for_everybody(visitor: Visitor) -> None:
    for address in (THANKS, "/synpunkter/tack/brist/"):
        answer = visitor.client.get(address)
        assert answer.status_code == 200
        assert "Cookie" not in answer.get("Vary", "")
        assert "1177" in answer.content.decode()
