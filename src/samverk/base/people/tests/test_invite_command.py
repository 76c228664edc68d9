from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.test import Client

from samverk.base.people.models import User

pytestmark = pytest.mark.django_db


def invite(*arguments: str) -> str:
    said = StringIO()
    call_command("invite", *arguments, stdout=said)
    return said.getvalue()


def test_an_operator_lets_the_first_administrator_in(client: Client) -> None:
    link = invite("forst@example.org", "Region Norrsken").split()[-1]

    client.post("/" + link.split("/", 3)[3], {"name": "Fia Först", "password": "skare i gryningen"})

    assert User.objects.get(email="forst@example.org").roles == {"administrator"}


def test_whoever_is_known_gets_the_role_at_once() -> None:
    User.objects.create_user("forst@example.org", name="Fia Först")

    assert "already had an account" in invite("forst@example.org", "Region Norrsken", "--role", "funder")
    assert User.objects.get().roles == {"funder"}


def test_nonsense_is_refused_in_one_sentence() -> None:
    with pytest.raises(CommandError, match="inte-en-adress is not an e-mail address"):
        invite("inte-en-adress", "Region Norrsken")
