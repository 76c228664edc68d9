from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import Settings

from samverk.base.mail.models import OutgoingMail
from samverk.base.organisations import actions, queries
from samverk.base.organisations.models import Invitation, Role
from samverk.base.organisations.permissions import OPERATOR
from samverk.base.people import actions as people
from samverk.base.people.models import User
from samverk.base.people.tests.people import organisation

pytestmark = pytest.mark.django_db


def invited(role: Role = Role.BUYER) -> str:
    """Invite somebody; returns the way to the page that the letter leads to."""
    actions.invite(
        actor=OPERATOR,
        email="ny@example.org",
        name="Nina Ny",
        organisation=organisation(),
        role=role,
        now=timezone.now(),
    )
    return f"/konto/inbjudan/{queries.invitation_token(invitation_id=Invitation.objects.get().pk)}/"


GOOD = "skare i gryningen"


def accept(client: Client, path: str, password: str = GOOD) -> object:
    return client.post(path, {"name": "Nina Ny", "password": password})


def test_the_letter_holds_the_link() -> None:
    path = invited()

    letter = OutgoingMail.objects.get()
    assert letter.to == "ny@example.org"
    assert path in letter.text
    assert "köpare i Region Norrsken" in letter.text


def test_the_link_opens_an_account_with_the_role(client: Client) -> None:
    path = invited()
    assert 'value="Nina Ny"' in client.get(path).content.decode()

    accept(client, path)

    user = User.objects.get(email="ny@example.org")
    assert user.roles == {"buyer"}
    assert "Köpare, Region Norrsken" in client.get("/konto/").content.decode()


def test_an_invited_editor_sets_up_a_second_factor_at_once(client: Client) -> None:
    accept(client, invited(Role.EDITOR))

    assert client.get("/konto/").headers["Location"].startswith("/konto/tva-steg/")
    assert client.get("/konto/2fa/totp/activate/").status_code == 200


def test_every_role_that_was_promised_is_given(client: Client) -> None:
    path = invited()
    actions.invite(
        actor=OPERATOR,
        email="ny@example.org",
        organisation=organisation(),
        role=Role.FUNDER,
        now=timezone.now(),
    )

    accept(client, path)

    assert User.objects.get(email="ny@example.org").roles == {"buyer", "funder"}


def test_the_link_works_once(client: Client) -> None:
    path = invited()
    accept(client, path)

    response = Client().get(path)

    assert response.status_code == 410
    assert "Inbjudan gäller inte längre" in response.content.decode()


def test_whoever_moves_to_an_invited_address_gets_the_role_and_the_link_is_over(client: Client) -> None:
    path = invited(Role.FUNDER)
    user = User.objects.create_user("gammal@example.org", name="Nina Ny")
    assert accept(client, path.replace("inbjudan/", "inbjudan/x")).status_code == 410

    User.objects.filter(pk=user.pk).update(email="ny@example.org")
    assert accept(client, path).status_code == 410

    people.move_to_new_address(user=User.objects.get(pk=user.pk))
    assert User.objects.get(pk=user.pk).roles == {"funder"}
    assert not Invitation.objects.exists()


def test_a_forged_withdrawn_or_old_link_opens_nothing(client: Client, settings: Settings) -> None:
    path = invited()
    assert client.get("/konto/inbjudan/påhittad/").status_code == 410

    Invitation.objects.update(created_at=timezone.now() - timedelta(days=settings.INVITATION_DAYS, seconds=1))
    assert accept(client, path).status_code == 410

    actions.withdraw(actor=OPERATOR, invitation=Invitation.objects.get())
    assert client.get(path).status_code == 410
    assert not User.objects.exists()


@pytest.mark.parametrize("password", ["kort", "qwerty123456", "ny@example.org"])
def test_a_weak_password_is_refused(client: Client, password: str) -> None:
    response = accept(client, invited(), password)

    assert response.status_code == 200
    assert not User.objects.exists()


def test_invitations_that_nobody_answered_are_forgotten(settings: Settings) -> None:
    invited()
    late = timezone.now() + timedelta(days=settings.INVITATION_DAYS + 1)

    actions.forget(now=timezone.now(), invitation_days=settings.INVITATION_DAYS, history_days=730)
    assert Invitation.objects.exists()

    actions.forget(now=late, invitation_days=settings.INVITATION_DAYS, history_days=730)
    assert not Invitation.objects.exists()
