from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import OperationalError, connection
from django.utils import timezone

from samverk.base.mail import actions as mail
from samverk.base.mail.models import OutgoingMail, State
from samverk.base.organisations.models import Role
from samverk.base.people.tests import people
from samverk.base.queue import actions as queue
from samverk.base.queue import queries as queue_queries
from samverk.base.web import presenters


def worker_seen(ago: timedelta) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO procrastinate_workers (last_heartbeat) VALUES (%s)", [timezone.now() - ago]
        )


@pytest.fixture
def administrator():
    return people.signed_in(people.administrator())


def test_a_process_that_lives_says_so_without_the_database(client):
    assert client.get("/healthz").content == b"ok\n"


@pytest.mark.django_db
def test_the_site_is_ready_when_all_its_parts_are(client):
    worker_seen(timedelta(seconds=5))

    response = client.get("/readyz")

    assert response.json() == {
        "ready": True,
        "database": "ok",
        "migrations": "ok",
        "worker": "ok",
        "files": "ok",
    }


@pytest.mark.django_db
def test_the_site_is_not_ready_without_a_worker(client):
    assert client.get("/readyz").json()["worker"] == "no worker has been seen"

    worker_seen(timedelta(minutes=5))

    response = client.get("/readyz")
    assert (response.status_code, response.json()["worker"]) == (503, "no worker has been seen for 300 s")


@pytest.mark.django_db
def test_the_site_is_not_ready_when_files_cannot_be_kept(client, settings):
    settings.MEDIA_ROOT = "/proc/nowhere"

    assert client.get("/readyz").json()["files"].startswith("files cannot be written")


@pytest.mark.django_db
def test_a_database_that_is_away_is_said_and_not_thrown(client, monkeypatch):
    def away(*_: object) -> None:
        raise OperationalError

    monkeypatch.setattr(connection, "cursor", away)

    response = client.get("/readyz")

    assert (response.status_code, response.json()["database"]) == (503, "the database does not answer")


@pytest.mark.django_db
def test_the_figures_tell_of_requests_jobs_and_mails(client):
    client.get("/healthz")
    mail.send(to="anna@example.org", subject="Hej", text="Hej", now=timezone.now())

    text = client.get("/metrics").text

    waiting = queue_queries.state(now=timezone.now()).waiting
    assert f'samverk_jobs{{state="waiting"}} {waiting}.0' in text
    assert 'samverk_mails{state="waiting"} 1.0' in text
    assert 'samverk_request_queries_count{view="healthz"}' in text


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("token", "headers", "address", "status"),
    [
        ("", {}, "127.0.0.1", 200),
        ("", {}, "192.0.2.7", 403),
        ("", {"X-Forwarded-For": "192.0.2.7"}, "127.0.0.1", 403),
        ("hemligt", {}, "127.0.0.1", 403),
        ("hemligt", {"Authorization": "Bearer fel"}, "127.0.0.1", 403),
        ("hemligt", {"Authorization": "Bearer hemligt"}, "192.0.2.7", 200),
    ],
)
def test_the_figures_are_for_the_machine_or_the_holder_of_the_token(
    client, settings, token, headers, address, status
):
    settings.METRICS_TOKEN = token

    assert client.get("/metrics", headers=headers, REMOTE_ADDR=address).status_code == status


def test_a_host_that_is_not_ours_is_turned_away(client):
    response = client.get("/", headers={"Host": "evil.example"})

    assert (response.status_code, response.content) == (400, b"Not a host of this site.\n")


def test_answers_carry_the_headers_that_protect(client):
    headers = client.get("/healthz").headers

    assert "unsafe" not in headers["Content-Security-Policy"]
    assert "default-src 'self'" in headers["Content-Security-Policy"]
    assert "object-src 'none'" in headers["Content-Security-Policy"]
    assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "strict-origin-when-cross-origin"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert "camera=()" in headers["Permissions-Policy"]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("role", "path"),
    [
        (Role.LEAD_EDITOR, "pages/3/edit/"),
        (Role.LEAD_EDITOR, "pages/3/history/"),
        (Role.LEAD_EDITOR, "images/add/"),
        (Role.LEAD_EDITOR, "media/video/add/"),
        (Role.ADMINISTRATOR, "workflows/add/"),
        (Role.ADMINISTRATOR, "reports/site-history/"),
    ],
)
def test_editors_pages_have_no_inline_script(role, path):
    response = people.signed_in(people.person("Eva Prov", role)).get(f"/redaktion/{path}")

    assert response.status_code == 200
    assert "unsafe" not in response["Content-Security-Policy"]
    assert not inline_scripts(response.text)


def inline_scripts(page: str) -> list[str]:
    data = {
        "application/json",
        "application/ld+json",
        "text/template",
        "text/django-form-template",
        "importmap",
    }
    scripts = BeautifulSoup(page, "html.parser").find_all("script", src=False)
    return [str(script) for script in scripts if script.get("type") not in data]


@pytest.mark.django_db
def test_administrators_see_what_did_not_get_through_and_try_again(administrator):
    mail_id = mail.send(to="anna@example.org", subject="Hej", text="Hej", now=timezone.now())
    OutgoingMail.objects.update(state=State.FAILED, last_error="550 Finns inte")

    page = administrator.get("/redaktion/drift/").text
    administrator.post(f"/redaktion/drift/brev/{mail_id}/")

    assert "550 Finns inte" in page
    assert "Ingen har arbetat med jobben den senaste minuten." in page
    assert OutgoingMail.objects.get().state == State.WAITING


@pytest.mark.django_db
def test_administrators_give_a_failed_job_back_to_the_worker(administrator):
    queue.enqueue("mail.deliver", mail_id=0)
    with connection.cursor() as cursor:
        cursor.execute("UPDATE procrastinate_jobs SET status = 'failed' WHERE task_name = 'mail.deliver'")
    [job] = queue_queries.failed_jobs()

    administrator.post(f"/redaktion/drift/jobb/{job.id}/")

    assert queue_queries.failed_jobs() == []


@pytest.mark.django_db
@pytest.mark.parametrize("method", ["get", "post"])
def test_nobody_else_sees_them(client, method):
    assert getattr(client, method)("/redaktion/drift/").status_code in {302, 403}


@pytest.mark.django_db
def test_an_upload_that_is_too_large_gets_a_kind_answer(client, settings):
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 10

    response = client.post("/konto/login/", {"login": "x" * 100})

    assert response.status_code == 400
    assert "<h1" in response.text


@pytest.mark.django_db
def test_too_many_files_get_a_kind_answer(client, settings):
    settings.DATA_UPLOAD_MAX_NUMBER_FILES = 1

    response = client.post("/konto/login/", {f"f{n}": SimpleUploadedFile("a.txt", b"a") for n in range(3)})

    assert response.status_code == 400


def test_every_part_that_is_looked_at_has_words_for_the_screen():
    assert set(presenters.NAMES) == set(presenters.PROBLEMS) == {"database", "migrations", "worker", "files"}
