import re

import pytest
from django.core.cache import cache
from django.test import Client
from django.utils import timezone
from pytest_django import Settings

from samverk.base.organisations.models import Role
from samverk.base.people import actions as people
from samverk.base.people.models import User
from samverk.demo import accounts
from samverk.demo.checks import no_invented_people

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def nobody_has_tried_yet() -> None:
    cache.clear()


def test_there_is_one_person_for_each_role() -> None:
    logins = accounts.create(now=timezone.now())

    assert [login.role for login in logins] == list(Role)
    assert User.objects.get(email="redaktor@example.org").roles == {"editor"}


def test_making_them_twice_changes_nothing() -> None:
    first = accounts.create(now=timezone.now())
    second = accounts.create(now=timezone.now())

    assert [login.email for login in first] == [login.email for login in second]
    assert User.objects.count() == len(Role)


def test_those_whose_role_needs_it_have_a_one_time_code() -> None:
    with_code = {login.role for login in accounts.create(now=timezone.now()) if login.code}

    assert with_code == {"editor", "lead_editor", "organiser", "supervisor", "administrator"}


def sign_in(client: Client, login: accounts.Login) -> None:
    client.post("/konto/login/", {"login": login.email, "password": login.password})
    client.post("/konto/2fa/authenticate/", {"code": login.code})


def test_what_the_page_says_opens_the_editors_room_again_and_again() -> None:
    accounts.create(now=timezone.now())

    for _ in range(4):
        client = Client()
        sign_in(client, accounts.logins(now=timezone.now())[0])
        assert client.get("/redaktion/").status_code == 200


def test_the_page_shows_every_login(client: Client) -> None:
    accounts.create(now=timezone.now())

    page = client.get("/demo/").content.decode()

    assert re.findall(r'data-role="(\w+)"', page) == [role.value for role in Role]
    assert accounts.PASSWORD in page


def test_the_page_says_how_it_is_when_nobody_is_there(client: Client) -> None:
    assert "Här finns inga påhittade personer än" in client.get("/demo/").content.decode()


def test_production_is_refused_while_invented_people_can_sign_in(settings: Settings) -> None:
    settings.DEMONSTRATION = False
    assert no_invented_people() == []

    accounts.create(now=timezone.now())
    assert [problem.id for problem in no_invented_people()] == ["samverk.E110"]

    settings.DEMONSTRATION = True
    assert no_invented_people() == []


def test_erasing_them_lets_production_start(settings: Settings) -> None:
    accounts.create(now=timezone.now())
    settings.DEMONSTRATION = False
    ada = User.objects.get(email="administrator@example.org")
    new = people.User.objects.create_user("riktig@example.org", name="Riktig")
    accounts.organisations.affiliate(
        actor=ada, user=new, organisation=ada.affiliations.get().organisation, role=Role.ADMINISTRATOR
    )

    for user in User.objects.filter(email__in=[person.email for person in accounts.PEOPLE]):
        people.erase(actor=new, user=user)

    assert no_invented_people() == []
