import re

import pytest
from allauth.mfa.models import Authenticator
from django.core.mail import EmailMessage
from django.test import Client
from django.utils import timezone
from pytest_django import Settings

from samverk.base.audit.models import Entry
from samverk.base.organisations.models import Role
from samverk.base.people import actions as people
from samverk.base.people.adapters import SECOND_FACTOR_SET_UP, SecondFactorAdapter
from samverk.base.people.models import SpentCode
from samverk.base.people.queries import CODE_LIFE
from samverk.base.people.tests.people import app_of, code_of, has_app, person, type_password

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "path", ["/redaktion/", "/konto/", "/konto/email/", "/konto/2fa/", "/redaktion/pages/1/"]
)
def test_an_editor_without_a_second_factor_is_led_to_set_it_up(client: Client, path: str) -> None:
    type_password(client, person("Anna Prov", Role.EDITOR))

    response = client.get(path)

    assert response.headers["Location"].startswith("/konto/tva-steg/?next=%2F")
    assert "Ett steg till innan du är inne" in client.get("/konto/tva-steg/").content.decode()


@pytest.mark.parametrize("role", [Role.LEAD_EDITOR, Role.ORGANISER, Role.SUPERVISOR, Role.ADMINISTRATOR])
def test_so_is_everybody_whose_role_needs_it(client: Client, role: Role) -> None:
    type_password(client, person("Anna Prov", role))

    assert client.get("/konto/").status_code == 302


@pytest.mark.parametrize(
    "role", [Role.BUYER, Role.PARTICIPANT, Role.REPRESENTATIVE, Role.FUNDER, Role.CASEWORKER]
)
def test_others_may_do_without(client: Client, role: Role) -> None:
    type_password(client, person("Anna Prov", role))

    assert client.get("/konto/").status_code == 200


def test_a_form_cannot_be_sent_past_it(client: Client) -> None:
    user = person("Anna Prov", Role.ADMINISTRATOR)
    type_password(client, user)

    client.post("/konto/uppgifter/", {"name": "Ny", "language": "sv"})

    user.refresh_from_db()
    assert user.name == "Anna Prov"


def test_one_may_sign_out_instead(client: Client) -> None:
    type_password(client, person("Anna Prov", Role.EDITOR))

    client.post("/konto/logout/")

    assert client.get("/konto/").headers["Location"].startswith("/konto/login/")


@pytest.mark.usefixtures("committed_at_once")
def test_setting_up_an_app_opens_the_door_and_gives_reserve_codes(client: Client) -> None:
    user = person("Anna Prov", Role.EDITOR)
    type_password(client, user)
    page = client.get("/konto/2fa/totp/activate/").content.decode()
    secret = re.search(r"[A-Z2-7]{32}", page)
    assert secret

    client.post("/konto/2fa/totp/activate/", {"code": code_of(secret[0])})

    assert has_app(user)
    assert "Spara koderna nu" in client.get("/konto/2fa/recovery-codes/").content.decode()
    assert client.get("/redaktion/").status_code == 200


def test_a_session_that_never_showed_the_second_factor_must_show_it(client: Client) -> None:
    user = person("Anna Prov", Role.EDITOR)
    type_password(client, user)
    secret = app_of(user)
    assert "Du har redan ett andra steg" in client.get("/konto/tva-steg/").content.decode()

    client.post("/konto/2fa/reauthenticate/?next=/redaktion/", {"code": code_of(secret)})

    assert client.get("/redaktion/").status_code == 200


def test_what_somebody_else_set_up_in_the_same_browser_opens_nothing(client: Client) -> None:
    other, user = person("Olle Annan"), person("Anna Prov", Role.EDITOR)
    type_password(client, user)
    session = client.session
    session[SECOND_FACTOR_SET_UP] = other.pk
    session.save()

    assert client.get("/redaktion/").headers["Location"].startswith("/konto/tva-steg/")


def test_removing_the_last_second_factor_closes_the_door_at_once(client: Client) -> None:
    user = person("Anna Prov", Role.EDITOR)
    secret = app_of(user)
    type_password(client, user)
    client.post("/konto/2fa/authenticate/", {"code": code_of(secret)})
    assert client.get("/redaktion/").status_code == 200

    client.post("/konto/2fa/totp/deactivate/")

    assert not has_app(user)
    assert client.get("/redaktion/").headers["Location"].startswith("/konto/tva-steg/")


def test_the_next_page_is_never_on_another_site(client: Client) -> None:
    user = person("Anna Prov", Role.EDITOR)
    app_of(user)
    client.force_login(user, "allauth.account.auth_backends.AuthenticationBackend")

    page = client.get("/konto/tva-steg/?next=https://ond.example/").content.decode()

    assert "ond.example" not in page


def test_wagtails_own_sign_in_leads_to_ours(client: Client) -> None:
    assert (
        client.get("/redaktion/login/?next=/redaktion/").headers["Location"]
        == "/konto/login/?next=/redaktion/"
    )


def test_a_used_code_is_refused_by_every_process_for_as_long_as_it_could_work() -> None:
    user = person("Anna Prov", Role.EDITOR)
    code = code_of(app_of(user))
    assert people.spend_code(user=user, code=f"{code[:3]} {code[3:]}")

    client = Client()
    type_password(client, user)
    response = client.post("/konto/2fa/authenticate/", {"code": code})

    assert response.status_code == 200
    assert client.get("/konto/").status_code == 302


def test_spent_codes_are_forgotten_when_they_are_of_no_use() -> None:
    user = person()
    people.spend_code(user=user, code="123456")
    SpentCode.objects.update(at=timezone.now() - CODE_LIFE)

    assert people.spend_code(user=user, code="123456")


def test_secrets_are_kept_encrypted() -> None:
    user = person()
    secret = app_of(user)

    kept = Authenticator.objects.get(user=user).data["secret"]

    assert secret not in kept
    assert SecondFactorAdapter().decrypt(kept) == secret


def test_secrets_survive_a_change_of_key(settings: Settings) -> None:
    locked = SecondFactorAdapter().encrypt("hemlig")
    settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = "en helt ny nyckel", [settings.SECRET_KEY]

    assert SecondFactorAdapter().decrypt(locked) == "hemlig"


@pytest.mark.usefixtures("committed_at_once")
def test_setting_up_stands_in_the_log_and_is_told_by_mail(
    client: Client, mailoutbox: list[EmailMessage]
) -> None:
    user = person("Anna Prov", Role.EDITOR)
    type_password(client, user)
    secret = re.search(r"[A-Z2-7]{32}", client.get("/konto/2fa/totp/activate/").content.decode())
    assert secret
    client.post("/konto/2fa/totp/activate/", {"code": code_of(secret[0])})

    assert Entry.objects.filter(action="people.second_factor_added", actor=user).exists()
    assert [letter.subject for letter in mailoutbox] == ["Inloggningsapp tillagd"]
