from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied

from samverk.base.organisations.models import Role
from samverk.base.organisations.permissions import (
    OPERATOR,
    demand,
    holds,
    is_administrator,
    is_editor,
    is_lead_editor,
    needs_a_second_factor,
)


class Somebody:
    is_superuser = False

    def __init__(self, *roles: Role) -> None:
        self.roles = frozenset(roles)


def test_who_edits() -> None:
    allowed = [Somebody(Role.EDITOR), Somebody(Role.LEAD_EDITOR)]
    refused: list[Any] = [Somebody(role) for role in set(Role) - {Role.EDITOR, Role.LEAD_EDITOR}]
    refused += [Somebody(), AnonymousUser(), OPERATOR]

    assert all(is_editor(person) for person in allowed)
    assert not any(is_editor(person) for person in refused)


def test_who_publishes() -> None:
    assert is_lead_editor(Somebody(Role.LEAD_EDITOR))
    assert not any(is_lead_editor(Somebody(role)) for role in set(Role) - {Role.LEAD_EDITOR})


def test_who_administers() -> None:
    allowed = [Somebody(Role.ADMINISTRATOR), Somebody(Role.BUYER, Role.ADMINISTRATOR), OPERATOR]
    refused: list[Any] = [Somebody(role) for role in set(Role) - {Role.ADMINISTRATOR}]
    refused += [Somebody(), AnonymousUser()]

    assert all(is_administrator(person) for person in allowed)
    assert not any(is_administrator(person) for person in refused)


def test_whose_role_needs_a_second_factor() -> None:
    needing = {Role.EDITOR, Role.LEAD_EDITOR, Role.ORGANISER, Role.SUPERVISOR, Role.ADMINISTRATOR}

    assert all(needs_a_second_factor(Somebody(role)) for role in needing)
    assert not any(needs_a_second_factor(Somebody(role)) for role in set(Role) - needing)
    assert not needs_a_second_factor(AnonymousUser())


def test_a_demand_that_is_not_met_stops() -> None:
    demand(holds(Role.BUYER), Somebody(Role.BUYER))

    with pytest.raises(PermissionDenied):
        demand(holds(Role.BUYER), Somebody(Role.FUNDER))
