import pytest
from axes.models import AccessAttempt
from django.test import Client
from django.utils import timezone
from pytest_django import Settings

from samverk.base.audit.models import Entry
from samverk.base.organisations.models import Role
from samverk.base.people.tests.people import app_of, code_of, person, signed_in, type_password

pytestmark = pytest.mark.django_db


def test_the_right_password_opens_the_account(client: Client) -> None:
    response = type_password(client, person())

    assert response.headers["Location"] == "/konto/"
    assert "Anna Prov" in client.get("/konto/").content.decode()


def test_the_address_may_be_typed_with_capitals(client: Client) -> None:
    user = person()
    user.email = user.email.upper()

    assert type_password(client, user).status_code == 302


def test_a_wrong_password_says_the_same_as_an_unknown_address(client: Client) -> None:
    wrong = type_password(client, person(), "fel lösenord helt")
    unknown = client.post("/konto/login/", {"login": "ingen@example.org", "password": "fel lösenord helt"})

    sentence = "Adressen och lösenordet hör inte ihop."
    assert sentence in wrong.content.decode()
    assert sentence in unknown.content.decode()


def test_the_sixth_try_is_refused_even_with_the_right_password(client: Client) -> None:
    user = person()
    for _ in range(5):
        type_password(client, user, "fel lösenord helt")

    response = type_password(client, user)

    assert response.status_code == 429
    assert "Vänta 15 minuter" in response.content.decode()
    assert 890 < int(response.headers["Retry-After"]) <= 900
    assert client.get("/konto/").status_code == 302


def test_an_address_that_nobody_has_is_shut_out_in_the_same_words(client: Client) -> None:
    for _ in range(5):
        response = client.post(
            "/konto/login/", {"login": "ingen@example.org", "password": "fel lösenord helt"}
        )

    assert response.status_code == 429
    assert "Vänta 15 minuter" in response.content.decode()


def test_the_right_password_helps_again_when_the_time_is_over(client: Client, settings: Settings) -> None:
    user = person()
    for _ in range(5):
        type_password(client, user, "fel lösenord helt")

    AccessAttempt.objects.update(attempt_time=timezone.now() - settings.AXES_COOLOFF_TIME)

    assert type_password(client, user).headers["Location"] == "/konto/"


def test_trying_while_shut_out_does_not_make_the_wait_longer(client: Client) -> None:
    user = person()
    for _ in range(5):
        type_password(client, user, "fel lösenord helt")
    before = AccessAttempt.objects.get().attempt_time

    type_password(client, user, "fel lösenord helt")

    assert AccessAttempt.objects.get().attempt_time == before


def test_the_address_behind_our_own_proxy_is_the_visitors(client: Client, settings: Settings) -> None:
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1

    client.post(
        "/konto/login/",
        {"login": "ingen@example.org", "password": "fel lösenord helt"},
        headers={"x-forwarded-for": "10.9.9.9, 192.0.2.7"},
    )

    assert AccessAttempt.objects.get().ip_address == "192.0.2.7"


def test_a_forwarded_address_counts_for_nothing_without_a_proxy(client: Client) -> None:
    client.post(
        "/konto/login/",
        {"login": "ingen@example.org", "password": "fel lösenord helt"},
        headers={"x-forwarded-for": "192.0.2.7"},
    )

    assert AccessAttempt.objects.get().ip_address == "127.0.0.1"


def test_the_code_of_the_app_is_asked_for_after_the_password(client: Client) -> None:
    user = person("Anna Prov", Role.EDITOR)
    secret = app_of(user)

    assert type_password(client, user).headers["Location"] == "/konto/2fa/authenticate/"
    assert client.get("/konto/").status_code == 302

    response = client.post("/konto/2fa/authenticate/", {"code": code_of(secret)})
    assert response.headers["Location"] == "/konto/"
    assert client.get("/konto/").status_code == 200


def test_a_code_is_good_for_one_sign_in(client: Client) -> None:
    user = person("Anna Prov", Role.EDITOR)
    code = code_of(app_of(user))
    for browser in (client, Client()):
        type_password(browser, user)
        response = browser.post("/konto/2fa/authenticate/", {"code": code})

    assert response.status_code == 200


def test_sign_ins_stand_in_the_log(client: Client) -> None:
    user = person()
    type_password(client, user, "fel lösenord helt")
    type_password(client, user)
    client.post("/konto/logout/")

    done = list(Entry.objects.filter(target=f"people.user:{user.pk}").values_list("action", flat=True))
    assert done == ["people.sign_in_failed", "people.sign_in", "people.sign_out"]


def test_a_mistyped_address_is_not_kept_in_the_log(client: Client) -> None:
    client.post("/konto/login/", {"login": "hemligt-losenord@example.org", "password": "x"})

    entry = Entry.objects.get(action="people.sign_in_failed")
    assert entry.target == ""
    assert "hemligt" not in str(entry.facts)


def test_all_other_devices_can_be_signed_out(client: Client) -> None:
    user = person()
    type_password(client, user)
    elsewhere = Client()
    type_password(elsewhere, user)
    assert "den här" in client.get("/konto/sessions/").content.decode()

    client.post("/konto/sessions/")

    assert client.get("/konto/").status_code == 200
    assert elsewhere.get("/konto/").status_code == 302


def test_nobody_signs_up_without_an_invitation(client: Client) -> None:
    response = client.get("/konto/signup/")

    assert "Konton ges på inbjudan" in response.content.decode()


def test_the_sign_in_page_is_never_kept_by_a_cache(client: Client) -> None:
    assert "no-store" in client.get("/konto/login/").headers["Cache-Control"]
    assert "no-store" in signed_in(person()).get("/konto/").headers["Cache-Control"]
