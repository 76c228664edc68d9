import pytest
from axes.models import AccessAttempt
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from samverk.base.organisations.models import Affiliation, Invitation, Organisation, Role
from samverk.base.people.models import User
from samverk.base.people.tests.people import (
    administrator,
    app_of,
    has_app,
    organisation,
    person,
    signed_in,
    type_password,
)

pytestmark = pytest.mark.django_db

SCREENS = [
    "/redaktion/users/",
    "/redaktion/users/bjud-in/",
    "/redaktion/organisationer/",
    "/redaktion/organisationer/ny/",
    "/redaktion/handelselogg/",
]


@pytest.mark.parametrize("path", SCREENS)
def test_administrators_see_the_screens(path: str) -> None:
    assert signed_in(administrator()).get(path).status_code == 200


@pytest.mark.parametrize("path", SCREENS)
@pytest.mark.parametrize("role", [Role.EDITOR, Role.LEAD_EDITOR])
def test_editors_are_led_back_to_their_own_tools(path: str, role: Role) -> None:
    response = signed_in(person("Anna Prov", role)).get(path)

    assert response.headers["Location"] == "/redaktion/"


@pytest.mark.parametrize("path", SCREENS)
def test_others_are_told_that_the_screens_are_not_theirs(path: str) -> None:
    assert signed_in(person("Anna Prov", Role.BUYER)).get(path).status_code == 403


def test_editors_have_no_such_items_in_their_menu() -> None:
    seen = signed_in(administrator()).get("/redaktion/").content.decode()
    hidden = signed_in(person("Anna Prov", Role.EDITOR)).get("/redaktion/").content.decode()

    assert "/redaktion/handelselogg/" in seen
    assert "/redaktion/handelselogg/" not in hidden
    assert "/redaktion/users/" not in hidden


def test_somebody_is_invited() -> None:
    form = {
        "email": "ny@example.org",
        "name": "Nina",
        "organisation": organisation().pk,
        "role": "buyer",
    }

    page = signed_in(administrator()).post("/redaktion/users/bjud-in/", form, follow=True).content.decode()

    assert "Inbjudan är skickad." in page
    assert "ny@example.org" in page


def test_an_invitation_is_withdrawn() -> None:
    client = signed_in(administrator())
    form = {"email": "ny@example.org", "name": "", "organisation": organisation().pk, "role": "buyer"}
    client.post("/redaktion/users/bjud-in/", form)

    client.post(reverse("wagtailusers_users:withdraw", args=[Invitation.objects.get().pk]))

    assert not Invitation.objects.exists()


def test_a_role_is_given_and_ended() -> None:
    client, user = signed_in(administrator()), person()
    page = reverse("wagtailusers_users:edit", args=[user.pk])

    client.post(page, {"organisation": organisation().pk, "role": "funder"})
    held = Affiliation.objects.get(user=user)
    assert "finansiär" in client.get(page).content.decode()

    client.post(reverse("wagtailusers_users:end_role", args=[user.pk, held.pk]))
    assert not Affiliation.objects.filter(user=user).exists()


def test_the_last_administrator_is_told_why_the_role_stays() -> None:
    user = administrator()
    path = reverse("wagtailusers_users:end_role", args=[user.pk, user.affiliations.get().pk])

    page = signed_in(user).post(path, follow=True).content.decode()

    assert "Det måste alltid finnas minst en administratör." in page


def test_somebody_who_is_shut_out_is_let_in_again(client: Client) -> None:
    user = person()
    for _ in range(5):
        type_password(client, user, "fel lösenord helt")
    screen = signed_in(administrator())
    assert "Lås upp" in screen.get(reverse("wagtailusers_users:edit", args=[user.pk])).content.decode()

    screen.post(reverse("wagtailusers_users:unlock", args=[user.pk]))

    assert not AccessAttempt.objects.exists()
    assert type_password(client, user).headers["Location"] == "/konto/"


def test_a_lost_telephone_is_helped(client: Client) -> None:
    user = person("Anna Prov", Role.EDITOR)
    app_of(user)

    signed_in(administrator()).post(reverse("wagtailusers_users:remove_second_factors", args=[user.pk]))

    assert not has_app(user)


def test_a_person_is_removed_after_a_question() -> None:
    client, user = signed_in(administrator()), person("Anna Prov", Role.BUYER)
    path = reverse("wagtailusers_users:delete", args=[user.pk])
    assert "Det går inte att ångra" in client.get(path).content.decode()

    client.post(path)

    assert not User.objects.filter(email="anna@example.org").exists()


def test_people_are_found_by_name_and_role() -> None:
    person("Anna Prov", Role.BUYER)
    person("Bertil Prov", Role.FUNDER)

    page = signed_in(administrator()).get("/redaktion/users/?words=prov&role=buyer").content.decode()

    assert "Anna Prov" in page
    assert "Bertil Prov" not in page


def test_the_list_of_people_costs_the_same_however_many_they_are(
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    client = signed_in(administrator())
    client.get("/redaktion/users/")
    for number in range(12):
        person(f"Person{number} Prov", Role.BUYER)

    with django_assert_max_num_queries(16):
        client.get("/redaktion/users/")


def test_an_organisation_is_taken_in_and_renamed() -> None:
    client = signed_in(administrator())

    client.post("/redaktion/organisationer/ny/", {"name": "Kärnan", "kind": "enterprise"})
    made = Organisation.objects.get(name="Kärnan")
    client.post(f"/redaktion/organisationer/{made.pk}/", {"name": "Nya Kärnan", "kind": "enterprise"})

    assert "Nya Kärnan" in client.get("/redaktion/organisationer/").content.decode()


def test_a_name_that_is_taken_is_refused_kindly() -> None:
    client = signed_in(administrator())
    organisation("Kärnan")
    other = organisation("Skalet")

    for path in ("/redaktion/organisationer/ny/", f"/redaktion/organisationer/{other.pk}/"):
        page = client.post(path, {"name": "Kärnan", "kind": "enterprise"}).content.decode()
        assert "Det finns redan en organisation med det namnet." in page


def test_the_log_is_filtered_by_who_what_and_when() -> None:
    client = signed_in(administrator())
    organisation("Kärnan")

    everything = client.get("/redaktion/handelselogg/").content.decode()
    nothing = client.get("/redaktion/handelselogg/?who=ingen").content.decode()
    founded = client.get(
        "/redaktion/handelselogg/?action=organisations.found&since=2026-01-01"
    ).content.decode()

    assert "loggade in" in everything
    assert "Inget har hänt som stämmer med det du söker." in nothing
    assert "slag: region, namn: Kärnan" in founded


def test_wagtails_account_page_keeps_to_the_editor() -> None:
    page = signed_in(person("Anna Prov", Role.EDITOR)).get("/redaktion/account/").content.decode()

    assert "name_email-first_name" not in page
    assert "password-new_password1" not in page
    assert "Anna" in page
