import socket
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta

import pytest
from django.core.mail import EmailMultiAlternatives, send_mail
from django.db import IntegrityError, transaction
from procrastinate.contrib.django.models import ProcrastinateJob

from samverk.base.mail import actions, post, queries, rules
from samverk.base.mail.models import OutgoingMail, State
from samverk.base.mail.tests.server import MailServer
from samverk.base.queue.tests.worker import run_waiting_jobs

NOW = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
LETTER = {
    "to": "anna@example.org",
    "subject": "Hej",
    "text": "Välkommen till Sociala företagsdagen.",
    "now": NOW,
}


@pytest.fixture
def production(settings):
    settings.DEMONSTRATION = False
    settings.SMTP_URL = ""
    return settings


@contextmanager
def mail_server(settings, **behaviour):
    with MailServer(**behaviour) as server:
        settings.SMTP_URL = f"smtp://127.0.0.1:{server.port}"
        yield server


@pytest.mark.django_db
def test_a_mail_is_written_down_and_given_to_the_worker():
    mail_id = actions.send(**LETTER)

    assert OutgoingMail.objects.get(id=mail_id).state == State.WAITING
    assert ProcrastinateJob.objects.get(task_name="mail.deliver").args == {"mail_id": mail_id}


@pytest.mark.django_db
def test_no_mail_is_left_of_a_transaction_that_failed():
    def send_and_fail() -> None:
        actions.send(**LETTER)
        raise RuntimeError

    with pytest.raises(RuntimeError):
        transaction.atomic(send_and_fail)()

    assert not OutgoingMail.objects.exists()
    assert not ProcrastinateJob.objects.filter(task_name="mail.deliver").exists()


@pytest.mark.django_db
def test_in_a_demonstration_nothing_leaves_the_machine(settings, monkeypatch):
    monkeypatch.setattr(post, "SMTP", None)
    actions.send(**LETTER)

    run_waiting_jobs()

    assert queries.latest()[0].state == State.SENT


@pytest.mark.django_db
def test_a_mail_arrives_with_its_text_its_form_and_its_file(production):
    file = actions.File("kallelse.ics", "text/calendar", "BEGIN:VCALENDAR Å".encode())
    with mail_server(production) as server:
        actions.send(**LETTER, html="<p>Välkommen</p>", reply_to="bo@example.org", attachments=[file])
        run_waiting_jobs()

    [(to, message)] = server.received
    text, html, attached = [part for part in message.walk() if not part.is_multipart()]
    assert (to, message["To"], message["Reply-To"]) == (
        ["anna@example.org"],
        "anna@example.org",
        "bo@example.org",
    )
    assert (text.get_content().strip(), html.get_content().strip()) == (LETTER["text"], "<p>Välkommen</p>")
    assert (attached.get_filename(), attached.get_content_type()) == ("kallelse.ics", "text/calendar")


@pytest.mark.django_db
def test_a_mail_is_sent_once_though_its_job_runs_twice(production):
    with mail_server(production) as server:
        mail_id = actions.send(**LETTER)
        actions.deliver(mail_id=mail_id, now=NOW)
        actions.deliver(mail_id=mail_id, now=NOW)

    assert len(server.received) == 1


@pytest.mark.django_db
def test_a_mail_is_tried_again_when_the_server_is_busy(production):
    with mail_server(production, answer="451 Kom tillbaka senare"):
        mail_id = actions.send(**LETTER)
        with pytest.raises(actions.NotDelivered):
            actions.deliver(mail_id=mail_id, now=NOW)

    [row] = queries.not_delivered()
    assert (row.state, row.attempts) == (State.FAILING, 1)
    assert "Kom tillbaka senare" in row.last_error


@pytest.mark.django_db
def test_a_mail_to_nobody_is_given_up_at_once(production):
    with mail_server(production, answer="550 Finns inte"):
        mail_id = actions.send(**LETTER)
        actions.deliver(mail_id=mail_id, now=NOW)

    assert queries.not_delivered()[0].state == State.FAILED


@pytest.mark.django_db
def test_a_mail_is_given_up_when_the_server_stays_away(production):
    with socket.create_server(("127.0.0.1", 0)) as closed:
        production.SMTP_URL = f"smtp://127.0.0.1:{closed.getsockname()[1]}"
    mail_id = actions.send(**LETTER)
    OutgoingMail.objects.update(attempts=rules.MAX_ATTEMPTS - 1)

    actions.deliver(mail_id=mail_id, now=NOW)

    assert queries.not_delivered()[0].state == State.FAILED


@pytest.mark.django_db
def test_a_mail_that_was_given_up_can_be_tried_again():
    mail_id = actions.send(**LETTER)
    OutgoingMail.objects.update(state=State.FAILED, attempts=8)

    actions.try_again(mail_id=mail_id)
    run_waiting_jobs()

    assert queries.latest()[0].state == State.SENT


@pytest.mark.django_db
def test_a_missing_mail_server_is_shown_and_loses_nothing(production):
    mail_id = actions.send(**LETTER)

    with pytest.raises(actions.NotDelivered):
        actions.deliver(mail_id=mail_id, now=NOW)

    assert queries.not_delivered()[0].id == mail_id


@pytest.mark.django_db
def test_mails_are_forgotten_when_their_days_have_passed(settings):
    old = NOW - timedelta(days=settings.MAIL_DAYS, minutes=1)
    sent, waiting = actions.send(**{**LETTER, "now": old}), actions.send(**{**LETTER, "now": old})
    OutgoingMail.objects.filter(id=sent).update(state=State.SENT, sent_at=old)

    assert actions.forget(now=NOW) == 1
    assert [row.id for row in queries.latest()] == [waiting]


@pytest.mark.django_db
def test_attachments_that_no_server_takes_are_refused():
    with pytest.raises(rules.TooLarge):
        actions.send(**LETTER, attachments=[actions.File("film.mp4", "video/mp4", b"0" * 6_000_000)])


@pytest.mark.django_db
def test_djangos_mails_take_the_same_road(settings):
    settings.EMAIL_BACKEND = "samverk.base.mail.backend.StoredMailBackend"
    message = EmailMultiAlternatives("Kod", "123456", to=["Anna <anna@example.org>"], bcc=["bo@example.org"])
    message.attach_alternative("<b>123456</b>", "text/html")
    message.attach("kod.txt", "123456")

    message.send()

    rows = queries.latest()
    assert {row.to for row in rows} == {"anna@example.org", "bo@example.org"}
    assert queries.mail(rows[0].id).html == "<b>123456</b>"
    assert queries.mail(rows[0].id).files[0].name == "kod.txt"


@pytest.mark.django_db
@pytest.mark.parametrize("field", [{"subject": "Hej\nBcc: alla@example.org"}, {"subject": "Hej\r\n\r\nText"}])
def test_a_subject_cannot_become_another_header(field):
    mail = OutgoingMail.objects.get(id=actions.send(**{**LETTER, **field}))

    assert "\n" not in mail.subject
    assert post.message(mail)["Bcc"] is None


@pytest.mark.django_db
def test_the_database_refuses_a_subject_with_a_line_break():
    with pytest.raises(IntegrityError):
        OutgoingMail.objects.create(to="anna@example.org", subject="a\nb", text="", created_at=NOW)


@pytest.mark.django_db
def test_a_django_mail_with_an_injected_header_is_not_written_down(settings):
    settings.EMAIL_BACKEND = "samverk.base.mail.backend.StoredMailBackend"
    with pytest.raises(rules.InvalidAddress):
        send_mail("Hej", "Text", None, ["anna@example.org\nBcc: alla@example.org"])
