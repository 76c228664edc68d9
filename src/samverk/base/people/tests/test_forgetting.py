from datetime import timedelta

import pytest
from allauth.mfa.models import Authenticator
from django.apps import apps
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test import Client
from django.utils import timezone

from samverk.base.audit import queries as log
from samverk.base.audit.models import Entry
from samverk.base.organisations.actions import LastAdministrator
from samverk.base.organisations.models import Role
from samverk.base.organisations.permissions import OPERATOR
from samverk.base.people import actions
from samverk.base.people.models import User
from samverk.base.people.tests.people import administrator, app_of, person, type_password

pytestmark = pytest.mark.django_db


def history(user: User) -> list[tuple[str, str]]:
    events = apps.get_model("people", "UserEvent").objects.filter(pgh_obj_id=user.pk)
    return list(events.order_by("pgh_id").values_list("pgh_label", "name"))


def test_what_a_person_was_called_is_kept_also_when_many_are_changed_at_once() -> None:
    user = person()

    User.objects.filter(pk=user.pk).update(name="Anna Nilsdotter")
    with connection.cursor() as cursor:
        cursor.execute("UPDATE people_user SET name = 'Anna Olsdotter' WHERE id = %s", [user.pk])

    names = ["Anna Prov", "Anna Nilsdotter", "Anna Olsdotter"]
    assert history(user) == [("insert", names[0]), ("update", names[1]), ("update", names[2])]


def test_passwords_and_sign_ins_are_no_history() -> None:
    user = person()

    user.set_password("något nytt och långt")
    user.last_login = timezone.now()
    user.save()

    assert len(history(user)) == 1
    assert not {"password", "last_login"} & {
        f.name for f in apps.get_model("people", "UserEvent")._meta.fields
    }


def test_a_removed_person_leaves_neither_name_nor_address_nor_way_in(client: Client) -> None:
    user = person("Anna Prov", Role.EDITOR)
    app_of(user)
    type_password(client, user)

    actions.erase(actor=OPERATOR, user=user)

    user.refresh_from_db()
    assert (user.name, user.is_active, user.has_usable_password()) == ("Borttagen person", False, False)
    assert "anna" not in user.email
    assert [name for _, name in history(user)] == ["Borttagen person"]
    assert not user.affiliations.exists()
    assert not Authenticator.objects.filter(user=user).exists()
    assert client.get("/konto/").status_code == 302


def test_what_a_removed_person_did_stays_in_the_log_without_name() -> None:
    user = person()
    actions.change_details(user=user, name="Anna Nilsdotter", language="sv")

    actions.erase(actor=OPERATOR, user=user)

    lines = log.lines_about(target=f"people.user:{user.pk}", actor_id=user.pk)
    assert "people.details_changed" in [line.action for line in lines]
    assert not any("Anna" in str(line) or "anna" in str(line) for line in lines)


def test_only_administrators_remove_people_unlock_and_help() -> None:
    user = person()

    for act in (actions.erase, actions.unlock, actions.remove_second_factors):
        for actor in (user, person(f"{act.__name__} Prov", Role.LEAD_EDITOR)):
            with pytest.raises(PermissionDenied):
                act(actor=actor, user=user)
        act(actor=OPERATOR, user=user)


def test_the_last_administrator_cannot_be_removed() -> None:
    user = administrator()

    with pytest.raises(LastAdministrator):
        actions.erase(actor=user, user=user)

    user.refresh_from_db()
    assert user.is_active


def test_old_history_and_ended_sessions_are_forgotten(client: Client) -> None:
    user = person()
    type_password(client, user)
    later = timezone.now() + timedelta(days=731)

    actions.forget(now=timezone.now(), history_days=730)
    assert history(user)
    assert client.get("/konto/").status_code == 200

    actions.forget(now=later, history_days=730)
    assert not history(user)
    assert client.get("/konto/").status_code == 302


def test_somebody_with_a_past_in_the_log_is_not_deleted_outright() -> None:
    user = person()
    actions.change_details(user=user, name="Anna", language="sv")

    with pytest.raises(Exception, match="protected"):
        user.delete()

    assert Entry.objects.filter(actor=user).exists()
