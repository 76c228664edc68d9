import json
import re

import pytest
from allauth.account.models import EmailAddress
from django.core.mail import EmailMessage
from django.test import Client
from pytest_django import Settings

from samverk.base.organisations.models import Role
from samverk.base.people.models import User
from samverk.base.people.tests.people import PASSWORD, person, signed_in, type_password

pytestmark = pytest.mark.django_db
NEW = "ripa på kalfjället"


def choose_new_password(client: Client, user: User, mailoutbox: list[EmailMessage]) -> None:
    client.post("/konto/password/reset/", {"email": user.email})
    link = re.search(r"/konto/password/reset/key/\S+", str(mailoutbox[0].body))
    assert link
    page = client.get(link[0], follow=True)
    client.post(page.request["PATH_INFO"], {"password1": NEW, "password2": NEW})


def test_the_account_tells_who_i_am_here_in_words() -> None:
    page = signed_in(person("Anna Prov", Role.EDITOR)).get("/konto/").content.decode()

    assert "anna@example.org" in page
    assert "Webbredaktör, Region Norrsken" in page


def test_visitors_are_led_to_sign_in(client: Client) -> None:
    for path in ["", "uppgifter/", "mina-uppgifter.json", "tva-steg/", "sessions/", "email/", "2fa/"]:
        assert client.get(f"/konto/{path}").headers["Location"].startswith("/konto/login/?next=/konto/")


def test_name_and_language_can_be_changed() -> None:
    user = person()

    signed_in(user).post("/konto/uppgifter/", {"name": "Anna Nilsdotter", "language": "en"})

    user.refresh_from_db()
    assert (user.name, user.language) == ("Anna Nilsdotter", "en")


def test_all_that_is_kept_can_be_fetched() -> None:
    user = person("Anna Prov", Role.BUYER)
    client = signed_in(user)
    client.post("/konto/uppgifter/", {"name": "Anna Nilsdotter", "language": "sv"})

    response = client.get("/konto/mina-uppgifter.json")

    data = json.loads(response.content)
    assert data["namn"] == "Anna Nilsdotter"
    assert data["roller"] == ["köpare, Region Norrsken"]
    assert [before["name"] for before in data["tidigare uppgifter"]][:1] == ["Anna Prov"]
    assert "people.details_changed" in [line["action"] for line in data["händelser"]]
    assert "password" not in response.content.decode()


def test_a_forgotten_password_is_replaced_through_a_link(
    client: Client, mailoutbox: list[EmailMessage]
) -> None:
    user = person()

    choose_new_password(client, user, mailoutbox)

    assert type_password(client, user, NEW).headers["Location"] == "/konto/"


def test_a_new_password_ends_the_wait_of_whoever_was_shut_out(
    client: Client, mailoutbox: list[EmailMessage]
) -> None:
    user = person()
    for _ in range(5):
        type_password(client, user, "fel lösenord helt")

    choose_new_password(client, user, mailoutbox)

    assert type_password(client, user, NEW).headers["Location"] == "/konto/"


def test_asking_for_a_new_password_does_not_tell_who_has_an_account(
    client: Client, mailoutbox: list[EmailMessage]
) -> None:
    known = client.post("/konto/password/reset/", {"email": person().email}, follow=True)
    unknown = client.post("/konto/password/reset/", {"email": "ingen@example.org"}, follow=True)

    assert known.content == unknown.content
    assert len(mailoutbox) == 1


def test_the_address_is_changed_with_a_code_sent_to_the_new_one(mailoutbox: list[EmailMessage]) -> None:
    user = person()
    client = Client()
    type_password(client, user)
    client.post("/konto/email/", {"email": "anna.ny@example.org", "action_add": ""})
    letter = next(letter for letter in mailoutbox if letter.to == ["anna.ny@example.org"])
    code = re.search(r"^\s*([A-Z0-9]{4,}-?[A-Z0-9]*)\s*$", str(letter.body), re.M)
    assert code

    client.post("/konto/confirm-email/", {"code": code[1]})

    user.refresh_from_db()
    assert user.email == "anna.ny@example.org"
    assert EmailAddress.objects.get(user=user).email == "anna.ny@example.org"


def test_changing_the_password_asks_for_the_old_one_and_ends_other_sessions(client: Client) -> None:
    user = person()
    elsewhere = Client()
    for browser in (client, elsewhere):
        type_password(browser, user)

    new = {"password1": NEW, "password2": NEW}
    client.post("/konto/password/change/", {"oldpassword": "gissning", **new})
    assert elsewhere.get("/konto/").status_code == 200

    client.post("/konto/password/change/", {"oldpassword": PASSWORD, **new})
    assert elsewhere.get("/konto/").status_code == 302
    assert client.get("/konto/").status_code == 200


@pytest.mark.parametrize(
    "path",
    [
        "",
        "uppgifter/",
        "email/",
        "password/change/",
        "2fa/",
        "2fa/totp/activate/",
        "2fa/webauthn/",
        "2fa/webauthn/add/",
        "sessions/",
        "3rdparty/",
        "logout/",
    ],
)
def test_every_page_of_the_account_stands_in_our_frame_and_in_swedish(path: str) -> None:
    client = Client()
    type_password(client, person())

    response = client.get(f"/konto/{path}")

    page = response.content.decode()
    assert response.status_code == 200
    assert 'id="innehall"' in page
    assert page.count("<h1>") == 1
    assert "Vänligen" not in page


def test_a_session_lasts_a_working_day_and_its_cookie_is_out_of_reach_of_scripts(
    client: Client, settings: Settings
) -> None:
    type_password(client, person())

    cookie = client.cookies[settings.SESSION_COOKIE_NAME]
    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"
    assert cookie["max-age"] == 36000
