from datetime import UTC, datetime

import pytest

from samverk.base.mail import actions

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)


@pytest.fixture
def mail_id():
    return actions.send(
        to="anna@example.org",
        subject="Din kod <b>",
        text="Gå till https://example.org/ & skriv koden.",
        html="<p>Kod</p><script>alert(1)</script>",
        attachments=[actions.File("kod.html", "text/html", b"<script>alert(1)</script>")],
        now=NOW,
    )


def test_an_empty_mailbox_says_when_there_will_be_something(client):
    assert "Inga brev ännu" in client.get("/demo/brev/").text


def test_the_mailbox_lists_the_mails(client, mail_id):
    page = client.get("/demo/brev/").text

    assert f'href="/demo/brev/{mail_id}/"' in page
    assert "Din kod &lt;b&gt;" in page
    assert "anna@example.org" in page


def test_a_mail_shows_its_text_with_links(client, mail_id):
    page = client.get(f"/demo/brev/{mail_id}/").text

    assert '<a href="https://example.org/" rel="nofollow">https://example.org/</a> &amp; skriv koden.' in page
    assert "alert(1)" not in page


def test_the_formatted_mail_cannot_run_anything(client, mail_id):
    response = client.get(f"/demo/brev/{mail_id}/formaterat/")

    assert response["Content-Security-Policy"].startswith("sandbox; default-src 'none'")
    assert response["X-Frame-Options"] == "SAMEORIGIN"


def test_a_file_is_downloaded_and_never_shown(client, mail_id):
    page = client.get(f"/demo/brev/{mail_id}/").text
    url = page.split('href="/demo/brev/')[1:]
    file = next(part.split('"')[0] for part in url if "bilaga" in part)

    response = client.get(f"/demo/brev/{file}")

    assert response["Content-Type"] == "application/octet-stream"
    assert response["Content-Disposition"] == 'attachment; filename="kod.html"'


@pytest.mark.parametrize("path", ["999/", "999/formaterat/", "999/bilaga/1/"])
def test_a_mail_that_is_not_there_is_not_found(client, path):
    assert client.get(f"/demo/brev/{path}").status_code == 404
