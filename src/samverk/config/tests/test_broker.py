"""The identity broker, against a real OpenID Connect provider on this machine."""

import socket
import subprocess
import sys
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

import pytest
import requests
from allauth.socialaccount.models import SocialAccount
from django.test import Client
from django.utils import timezone
from pytest_django import Settings
from requests.adapters import HTTPAdapter
from urllib3.util import Retry

from samverk.base.organisations import actions
from samverk.base.organisations.models import Role
from samverk.base.organisations.permissions import OPERATOR
from samverk.base.people.models import User
from samverk.base.people.tests.people import organisation, person
from samverk.config.environment import Environment
from samverk.config.identity import identity_broker

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def issuer() -> Iterator[str]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-W", "ignore", "-m", "oidc_provider_mock", "--port", str(port)]
    provider = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)  # noqa: S603
    session = requests.Session()
    session.mount("http://", HTTPAdapter(max_retries=Retry(total=8, backoff_factor=0.2)))
    try:
        session.get(f"http://localhost:{port}/.well-known/openid-configuration", timeout=5)
        yield f"http://localhost:{port}"
    finally:
        provider.terminate()
        provider.wait(timeout=10)


@pytest.fixture
def broker(issuer: str, settings: Settings) -> str:
    given = Environment(
        oidc_name="Provlegitimation",
        oidc_server_url=issuer,
        oidc_client_id="samverk",
        oidc_client_secret="delad hemlighet",
    )
    settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": identity_broker(given)}
    return issuer


def come_through(client: Client, broker: str, **claims: Any) -> Any:
    """Show one's identity to the broker and come back."""
    sub = str(claims.get("email", "namnlös"))
    requests.put(f"{broker}/users/{sub}", json=claims, timeout=5).raise_for_status()
    away = client.get("/konto/oidc/broker/login/").headers["Location"]
    back = requests.post(away, data={"sub": sub}, allow_redirects=False, timeout=5).headers["Location"]
    where = urlsplit(back)
    return client.get(f"{where.path}?{where.query}", follow=True)


def test_the_sign_in_page_shows_no_broker_when_there_is_none(client: Client) -> None:
    assert "Logga in med Provlegitimation" not in client.get("/konto/login/").content.decode()


def test_the_sign_in_page_shows_the_broker_that_there_is(client: Client, broker: str) -> None:
    assert "Logga in med Provlegitimation" in client.get("/konto/login/").content.decode()


def test_whoever_has_an_account_with_the_verified_address_comes_in(client: Client, broker: str) -> None:
    user = person("Anna Prov", Role.BUYER)

    come_through(client, broker, email=user.email, email_verified=True, name="Anna P")

    assert "Anna Prov" in client.get("/konto/").content.decode()
    kept = SocialAccount.objects.get()
    assert (kept.user, kept.extra_data) == (user, {})


def test_an_address_that_the_broker_has_not_verified_opens_nothing(client: Client, broker: str) -> None:
    user = person("Anna Prov", Role.BUYER)

    come_through(client, broker, email=user.email, email_verified=False, name="Anna P")

    assert client.get("/konto/").status_code == 302
    assert not SocialAccount.objects.exists()


def test_whoever_is_invited_gets_an_account_with_the_role(client: Client, broker: str) -> None:
    actions.invite(
        actor=OPERATOR,
        email="ny@example.org",
        organisation=organisation(),
        role=Role.FUNDER,
        now=timezone.now(),
    )

    come_through(client, broker, email="ny@example.org", email_verified=True, name="Nina Ny")

    user = User.objects.get(email="ny@example.org")
    assert (user.name, user.roles) == ("Nina Ny", {"funder"})
    assert "Finansiär" in client.get("/konto/").content.decode()


def test_strangers_are_told_that_accounts_are_by_invitation(client: Client, broker: str) -> None:
    response = come_through(client, broker, email="okand@example.org", email_verified=True, name="Okänd")

    assert "Konton ges på inbjudan" in response.content.decode()
    assert not User.objects.exists()


def test_an_editor_from_the_broker_needs_a_second_factor_too(client: Client, broker: str) -> None:
    user = person("Anna Prov", Role.EDITOR)

    come_through(client, broker, email=user.email, email_verified=True)

    assert client.get("/redaktion/").headers["Location"].startswith("/konto/tva-steg/")


def test_unless_the_broker_itself_asks_for_two(client: Client, broker: str, settings: Settings) -> None:
    settings.BROKER_IS_STRONG = True
    user = person("Anna Prov", Role.EDITOR)

    come_through(client, broker, email=user.email, email_verified=True)

    assert client.get("/redaktion/").status_code == 200
