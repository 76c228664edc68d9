from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from samverk.base.organisations import actions, queries
from samverk.base.organisations.models import Affiliation, Invitation, Organisation, OrganisationKind, Role
from samverk.base.organisations.permissions import OPERATOR, is_administrator, is_editor
from samverk.base.people.models import User
from samverk.base.people.tests.people import administrator, organisation, person

pytestmark = pytest.mark.django_db
NOW = timezone.now


def test_a_role_puts_its_holder_in_the_group_of_that_name() -> None:
    user = person("Anna Prov", Role.EDITOR)

    assert [group.name for group in user.groups.all()] == ["editor"]
    assert user.has_perm("wagtailadmin.access_admin")


def test_the_group_stays_until_the_last_such_role_has_ended() -> None:
    user = person("Anna Prov", Role.EDITOR)
    second = actions.affiliate(
        actor=OPERATOR, user=user, organisation=organisation("Lövåsens kommun"), role=Role.EDITOR
    )

    actions.end_affiliation(actor=OPERATOR, affiliation=second)
    assert user.groups.count() == 1

    actions.end_affiliation(actor=OPERATOR, affiliation=user.affiliations.get())
    assert user.groups.count() == 0


def test_a_role_is_given_once() -> None:
    user = person("Anna Prov", Role.BUYER)

    actions.affiliate(actor=OPERATOR, user=user, organisation=organisation(), role=Role.BUYER)

    assert user.affiliations.count() == 1


def test_roles_are_fetched_once_for_a_request(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    user = User.objects.get(pk=person("Anna Prov", Role.EDITOR).pk)

    with django_assert_num_queries(1):
        assert is_editor(user)
        assert not is_administrator(user)


def refused() -> list[Any]:
    return [person(f"{role.value.title()} Prov", role) for role in set(Role) - {Role.ADMINISTRATOR}] + [
        AnonymousUser(),
        person("Utan Roll"),
    ]


def test_only_administrators_give_and_end_roles_and_invite() -> None:
    user, allowed, place = person(), [administrator(), OPERATOR], organisation()
    for actor in allowed:
        held = actions.affiliate(actor=actor, user=user, organisation=place, role=Role.FUNDER)
        actions.end_affiliation(actor=actor, affiliation=held)

    held = actions.affiliate(actor=OPERATOR, user=user, organisation=place, role=Role.FUNDER)
    for actor in refused():
        with pytest.raises(PermissionDenied):
            actions.affiliate(actor=actor, user=user, organisation=place, role=Role.BUYER)
        with pytest.raises(PermissionDenied):
            actions.end_affiliation(actor=actor, affiliation=held)
        with pytest.raises(PermissionDenied):
            actions.invite(actor=actor, email="x@example.org", organisation=place, role=Role.BUYER, now=NOW())
        with pytest.raises(PermissionDenied):
            actions.found(actor=actor, name="Nytt", kind=OrganisationKind.COMPANY)


def test_the_last_administrator_cannot_be_dismissed() -> None:
    user = administrator()

    with pytest.raises(actions.LastAdministrator):
        actions.end_affiliation(actor=user, affiliation=user.affiliations.get())

    administrator("Bo Admin")
    actions.end_affiliation(actor=OPERATOR, affiliation=user.affiliations.get())
    assert not user.affiliations.exists()


def test_whoever_has_an_account_gets_the_role_at_once() -> None:
    user = person()

    promise = actions.invite(
        actor=OPERATOR, email="ANNA@example.org", organisation=organisation(), role=Role.BUYER, now=NOW()
    )

    assert isinstance(promise, Affiliation)
    assert promise.user == user
    assert not Invitation.objects.exists()


def test_inviting_twice_renews_the_invitation() -> None:
    for _ in range(2):
        actions.invite(
            actor=OPERATOR, email="ny@example.org", organisation=organisation(), role=Role.BUYER, now=NOW()
        )

    assert len(queries.open_invitations()) == 1


def test_an_organisation_is_taken_in_once_and_can_be_renamed() -> None:
    place = organisation("Kärnans trädgård")

    actions.describe(actor=OPERATOR, organisation=place, name="Kärnan", kind=OrganisationKind.ENTERPRISE)
    organisation("Kärnan")

    assert Organisation.objects.count() == 1
    assert queries.organisations()[0].kind == "socialt företag (ASF)"
