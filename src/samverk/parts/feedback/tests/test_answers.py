import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test.utils import CaptureQueriesContext

from samverk.base.audit.models import Entry
from samverk.base.mail.models import OutgoingMail
from samverk.base.people.tests import people
from samverk.parts.feedback.actions import answers, duplicates, inbox
from samverk.parts.feedback.actions.taking import ChangedMeanwhileError
from samverk.parts.feedback.models import Comment, Delivery, State
from samverk.parts.feedback.tests import said

pytestmark = pytest.mark.django_db

INBOX = "/redaktion/synpunkter/"
ANSWER = "Tack! Vi har rättat länken nu."


@pytest.fixture
def elsa():
    return said.editor()


@pytest.fixture
def desk(elsa):
    return people.signed_in(elsa)


@pytest.fixture
def asked():
    """A comment whose sender wants an answer."""
    return said.comment("Länken är trasig.", email="anna@example.org")


def page(desk, comment):
    return BeautifulSoup(desk.get(f"{INBOX}{comment.pk}/").content, "html5lib")


def test_an_answer_goes_to_the_sender_from_the_editorial_office(desk, asked, settings):
    settings.EDITORS_EMAIL = "redaktionen@example.org"

    desk.post(f"{INBOX}{asked.pk}/svara/", {"version": 1, "text": ANSWER})

    mail = OutgoingMail.objects.get()
    assert (mail.to, mail.reply_to) == ("anna@example.org", "redaktionen@example.org")
    assert ANSWER in mail.text
    assert "Länken är trasig." in mail.text
    asked.refresh_from_db()
    assert asked.state == State.ANSWERED
    assert Entry.objects.get(action="feedback.answer").facts == {"letters": 1}


def test_an_answer_is_framed_in_the_senders_language(elsa):
    comment = said.comment("A broken link.", email="joe@example.org", language="en")

    answers.answer(comment_id=comment.pk, version=1, text="Mended.", by=elsa, now=said.NOW)

    assert "Hälsningar" not in OutgoingMail.objects.get().text


def test_what_a_letter_quotes_is_plain_text_without_header_tricks(elsa):
    comment = said.comment("<script>alert(1)</script>\r\nBcc: x@example.org", email="anna@example.org")

    answers.answer(comment_id=comment.pk, version=1, text="Svar", by=elsa, now=said.NOW)

    mail = OutgoingMail.objects.get()
    assert mail.html == ""
    assert "\n" not in mail.subject
    assert "<script>alert(1)</script>" in mail.text


def test_without_an_address_there_is_nothing_to_answer(desk):
    comment = said.comment()

    assert not page(desk, comment).select("#svara")
    response = desk.post(f"{INBOX}{comment.pk}/svara/", {"version": 1, "text": ANSWER})
    assert response.status_code == 409
    assert "Adressen finns inte kvar" in response.content.decode()
    assert ANSWER in response.content.decode()


@pytest.mark.parametrize("text", ["", "   ", "x" * 10_001])
def test_an_answer_that_cannot_be_sent_is_kept_in_the_form(desk, asked, text):
    response = desk.post(f"{INBOX}{asked.pk}/svara/", {"version": 1, "text": text})

    assert response.status_code == 422
    assert text.strip() in response.content.decode()
    assert not OutgoingMail.objects.exists()


def test_personal_data_in_an_answer_is_pointed_out_once_and_sent_if_the_editor_insists(desk, asked):
    text = "Hej! Du skrev 811218-9876, ring 070-174 06 05."
    first = desk.post(f"{INBOX}{asked.pk}/svara/", {"version": 1, "text": text})

    assert first.status_code == 422
    assert "811218-9876" in first.content.decode()
    assert "Skicka ändå" in first.content.decode()

    desk.post(f"{INBOX}{asked.pk}/svara/", {"version": 1, "text": text, "anyway": "on"})
    assert text in OutgoingMail.objects.get().text


def test_when_two_answer_at_once_one_is_told_and_loses_nothing(desk, asked):
    answers.answer(comment_id=asked.pk, version=1, text="Först", by=said.lead_editor(), now=said.NOW)

    response = desk.post(f"{INBOX}{asked.pk}/svara/", {"version": 1, "text": ANSWER})

    assert response.status_code == 409
    read = BeautifulSoup(response.content, "html5lib")
    assert "Någon hann före dig" in read.get_text()
    assert read.select_one("textarea[name=text]").get_text().strip() == ANSWER
    assert "Först" in read.get_text()
    assert OutgoingMail.objects.count() == 1
    assert read.select_one("input[name=version]")["value"] == "2"


def test_an_answer_to_what_was_closed_meanwhile_can_still_be_copied(desk, asked):
    inbox.close(comment_id=asked.pk, version=1, by=said.lead_editor(), now=said.NOW)

    response = desk.post(f"{INBOX}{asked.pk}/svara/", {"version": 1, "text": ANSWER})

    assert response.status_code == 409
    assert ANSWER in response.content.decode()
    assert not OutgoingMail.objects.exists()


def test_an_answer_to_what_was_removed_meanwhile_can_still_be_copied(desk, asked):
    inbox.delete(comment_id=asked.pk, version=1, by=said.lead_editor())

    response = desk.post(f"{INBOX}{asked.pk}/svara/", {"version": 1, "text": ANSWER})

    assert response.status_code == 410
    assert ANSWER in response.content.decode()


@pytest.mark.parametrize(
    ("state", "words"),
    [
        ("waiting", "väntar på att skickas"),
        ("failing", "skickas igen av sig självt"),
        ("failed", "gick inte fram."),
    ],
)
def test_the_letters_fate_stands_on_the_comment(desk, asked, elsa, state, words):
    answers.answer(comment_id=asked.pk, version=1, text=ANSWER, by=elsa, now=said.NOW)
    OutgoingMail.objects.update(state=state)

    assert words in page(desk, asked).select_one(".inbox-said--answer").get_text()


def test_a_letter_that_does_not_arrive_is_told_of_above_the_list_and_can_be_sent_again(desk, asked, elsa):
    answers.answer(comment_id=asked.pk, version=1, text=ANSWER, by=elsa, now=said.NOW)
    OutgoingMail.objects.update(state="failed", attempts=8)

    assert "1 svar har inte gått fram" in desk.get(INBOX).content.decode()
    assert "Länken är trasig." in desk.get(f"{INBOX}?state=all&failing=on").content.decode()

    desk.post(f"{INBOX}{asked.pk}/forsok-igen/", {"other": Delivery.objects.get().pk})
    assert OutgoingMail.objects.get().state == "waiting"


def test_a_letter_that_the_mail_room_has_forgotten_is_written_anew(desk, asked, elsa):
    answers.answer(comment_id=asked.pk, version=1, text=ANSWER, by=elsa, now=said.NOW)
    OutgoingMail.objects.all().delete()
    assert "1 svar har inte gått fram" in desk.get(INBOX).content.decode()

    desk.post(f"{INBOX}{asked.pk}/forsok-igen/", {"other": Delivery.objects.get().pk})

    assert ANSWER in OutgoingMail.objects.get().text


def test_an_address_that_is_none_loses_neither_the_comment_nor_the_answer(desk, elsa):
    comment = said.comment("Hej", email="inte-en-adress")

    answers.answer(comment_id=comment.pk, version=1, text=ANSWER, by=elsa, now=said.NOW)

    shown = page(desk, comment).get_text()
    assert ANSWER in shown
    assert "gick inte fram" in shown


def test_all_who_said_the_same_get_the_answer_each_for_themselves(elsa, asked):
    others = [said.comment("Trasig länk", email=f"{name}@example.org") for name in ("bo", "cia")]
    others.append(said.comment("Trasig"))
    for other in others:
        duplicates.merge(comment_id=other.pk, version=1, into=asked.pk, by=elsa)

    asked.refresh_from_db()
    letters = answers.answer(comment_id=asked.pk, version=asked.version, text=ANSWER, by=elsa, now=said.NOW)

    assert letters == 3
    assert set(OutgoingMail.objects.values_list("to", flat=True)) == {
        "anna@example.org",
        "bo@example.org",
        "cia@example.org",
    }


def test_who_is_merged_after_the_answer_can_be_sent_it_too(desk, elsa, asked):
    answers.answer(comment_id=asked.pk, version=1, text=ANSWER, by=elsa, now=said.NOW)
    late = said.comment("Trasig länk", email="dan@example.org")
    duplicates.merge(comment_id=late.pk, version=1, into=asked.pk, by=elsa)
    assert "har inte fått svaret" in page(desk, asked).get_text()

    desk.post(f"{INBOX}{asked.pk}/skicka-vidare/")
    desk.post(f"{INBOX}{asked.pk}/skicka-vidare/")

    assert list(OutgoingMail.objects.filter(to="dan@example.org").values_list("to", flat=True)) == [
        "dan@example.org"
    ]
    assert "har inte fått svaret" not in page(desk, asked).get_text()


def test_duplicates_stand_behind_the_comment_they_point_at_until_they_are_parted(desk, elsa, asked):
    other = said.comment("Länken är trasig", state=State.ASSIGNED, assigned_to=elsa)
    likely = page(desk, asked)
    assert (
        "Länken är trasig" in likely.find("h2", string="Liknande synpunkter om samma sida").parent.get_text()
    )

    desk.post(f"{INBOX}{asked.pk}/ta-in/", {"version": 1, "other": other.pk})
    other.refresh_from_db()
    assert other.merged_into == asked
    assert str(other.pk) not in [
        box["value"]
        for box in BeautifulSoup(desk.get(f"{INBOX}?state=all").content, "html5lib").select("[name=chosen]")
    ]

    desk.post(f"{INBOX}{asked.pk}/skilj-at/", {"other": other.pk})
    other.refresh_from_db()
    assert (other.merged_into, other.state) == (None, State.ASSIGNED)


def test_a_comment_on_another_page_or_about_something_else_is_not_alike(desk, asked):
    said.comment("Länken är trasig.", path="/annan/")
    said.comment("Vilken fin bild på kaféet!")
    said.comment("Länken är trasig.", state=State.HELD)

    assert "Liknande synpunkter" not in page(desk, asked).get_text()


def test_merging_takes_the_duplicates_along(elsa):
    first, second, third = (said.comment() for _ in range(3))
    duplicates.merge(comment_id=third.pk, version=1, into=second.pk, by=elsa)
    second.refresh_from_db()

    duplicates.merge(comment_id=second.pk, version=second.version, into=first.pk, by=elsa)

    assert set(Comment.objects.filter(merged_into=first)) == {second, third}


def test_what_cannot_be_merged_is_refused(elsa):
    comment, held = said.comment(), said.comment(state=State.HELD)

    for into in (comment.pk, held.pk, 0):
        with pytest.raises(ChangedMeanwhileError):
            duplicates.merge(comment_id=comment.pk, version=1, into=into, by=elsa)
    with pytest.raises(ChangedMeanwhileError):
        duplicates.part(comment_id=comment.pk, by=elsa)


def test_only_those_who_handle_comments_answer_them(asked):
    stranger = said.stranger()

    for deed in (
        lambda: answers.answer(comment_id=asked.pk, version=1, text="Hej", by=stranger, now=said.NOW),
        lambda: answers.pass_on(comment_id=asked.pk, by=stranger, now=said.NOW),
        lambda: answers.try_again(delivery_id=1, by=stranger, now=said.NOW),
        lambda: duplicates.part(comment_id=asked.pk, by=stranger),
    ):
        with pytest.raises(PermissionDenied):
            deed()


def test_a_comments_page_takes_the_same_number_of_queries_however_much_belongs_to_it(desk, elsa, asked):
    def cost():
        desk.get(f"{INBOX}{asked.pk}/")
        with CaptureQueriesContext(connection) as caught:
            desk.get(f"{INBOX}{asked.pk}/")
        return len(caught)

    def grow(count):
        for _ in range(count):
            duplicate = said.comment("Länken är trasig", email="bo@example.org")
            duplicates.merge(comment_id=duplicate.pk, version=1, into=asked.pk, by=elsa)
            said.comment("Länken är trasig!")
        asked.refresh_from_db()
        answers.answer(comment_id=asked.pk, version=asked.version, text=ANSWER, by=elsa, now=said.NOW)

    grow(2)
    few = cost()
    grow(8)

    assert cost() == few
