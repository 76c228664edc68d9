"""Every address, for every role, from one table."""

import time
from collections.abc import Iterator

import pytest
from django.contrib.auth import get_user_model
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from samverk.base.organisations import actions
from samverk.base.organisations.models import OrganisationKind, Role
from samverk.base.organisations.permissions import OPERATOR
from tests.contracts.addresses import (
    EDITORS,
    EVERYBODY,
    MIDWAY,
    ONLY_ANSWERS_POSTS,
    SIGNED_IN,
    VISITOR,
    WHO_MAY_OPEN,
)

SAMPLES = {
    "IntConverter": 1,
    "StringConverter": "x",
    "SlugConverter": "x",
    "PathConverter": "aktuellt",
    "UUIDConverter": "00000000-0000-4000-8000-000000000000",
}
WRITTEN_OUT = {
    "site:page": "/",
    "wagtaildocs_serve": "/dokument/1/x",
    "wagtailmedia:add": "/redaktion/media/video/add/",
    "wagtailmedia:chooser_typed": "/redaktion/media/chooser/video/",
    "wagtailmedia:chooser_upload": "/redaktion/media/video/chooser/upload/",
    "wagtailadmin_pages:revisions_compare": "/redaktion/pages/1/revisions/compare/earliest...live/",
}
NOTHING_TO_HIDE = {
    "wagtailadmin_login",
    "wagtailadmin_logout",
    "wagtailadmin_javascript_catalog",
    "wagtailadmin_sprite",
}
ROLES = sorted(EVERYBODY)


def patterns(
    resolver: URLResolver, namespaces: tuple[str, ...] = (), route: str = ""
) -> Iterator[tuple[str, str, URLPattern]]:
    """(route, qualified name, pattern) of every address."""
    for pattern in resolver.url_patterns:
        here = route + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            inner = (*namespaces, pattern.namespace) if pattern.namespace else namespaces
            yield from patterns(pattern, inner, here)
        elif pattern.name:
            yield here, ":".join((*namespaces, pattern.name)), pattern


def of_the_admin(*, admin: bool) -> list[tuple[str, URLPattern]]:
    found = {
        name: pattern
        for route, name, pattern in patterns(get_resolver())
        if route.startswith("redaktion/") is admin
    }
    return sorted(found.items())


def address(name: str, pattern: URLPattern) -> str:
    converters = getattr(pattern.pattern, "converters", {})
    samples = {key: SAMPLES[type(converter).__name__] for key, converter in converters.items()}
    return WRITTEN_OUT.get(name) or reverse(name, kwargs=samples)


@pytest.fixture
def visit(client: Client, db: None) -> Client:
    """A browser in which somebody can be signed in, second factor and all."""
    return client


def enter(client: Client, role: str) -> None:
    if role == VISITOR:
        return
    person = get_user_model().objects.create_user(email=f"{role}@example.org", name="Någon Prov")
    home = actions.found(actor=OPERATOR, name="Provföreningen", kind=OrganisationKind.ASSOCIATION)
    actions.affiliate(actor=OPERATOR, user=person, organisation=home, role=Role(role))
    client.force_login(person, backend="allauth.account.auth_backends.AuthenticationBackend")
    session = client.session
    session["account_authentication_methods_user"] = str(person.pk)
    session["account_authentication_methods"] = [
        {"method": "password", "at": time.time()},
        {"method": "mfa", "type": "totp", "at": time.time()},
    ]
    session.save()


def is_refused(client: Client, url: str) -> bool:
    answer = client.get(url)
    to_sign_in = answer.status_code == 302 and answer["Location"].startswith("/konto/login/")
    return answer.status_code == 403 or to_sign_in


def is_closed(client: Client, url: str) -> bool:
    """Refused, or answered as if there were nothing."""
    return is_refused(client, url) or client.get(url).status_code == 404


def test_every_address_has_its_line_in_the_table() -> None:
    unknown = [
        name
        for name, _ in of_the_admin(admin=False)
        if name not in WHO_MAY_OPEN and name not in ONLY_ANSWERS_POSTS and not name.startswith(MIDWAY)
    ]

    assert unknown == []


def test_the_table_names_no_address_that_is_gone() -> None:
    there = {name for name, _ in of_the_admin(admin=False)}

    assert set(WHO_MAY_OPEN) - there == set()


@pytest.mark.parametrize("role", ROLES)
def test_a_role_opens_what_the_table_says_and_nothing_else(visit: Client, role: str) -> None:
    enter(visit, role)
    named = dict(of_the_admin(admin=False))

    wrong = [
        name
        for name, who in WHO_MAY_OPEN.items()
        if is_refused(visit, address(name, named[name])) is (role in who)
    ]

    assert wrong == []


@pytest.mark.parametrize("role", sorted(EVERYBODY - EDITORS))
def test_the_editors_rooms_are_closed_to_everybody_else(visit: Client, role: str) -> None:
    enter(visit, role)

    open_doors = [
        name
        for name, pattern in of_the_admin(admin=True)
        if name not in NOTHING_TO_HIDE and not is_closed(visit, address(name, pattern))
    ]

    assert open_doors == []


@pytest.mark.parametrize("role", sorted(SIGNED_IN - EDITORS))
def test_whoever_is_no_editor_is_told_so_and_not_asked_to_sign_in_again(visit: Client, role: str) -> None:
    enter(visit, role)

    assert visit.get(reverse("wagtailadmin_home")).status_code == 403


@pytest.mark.parametrize("role", sorted(EDITORS))
def test_editors_enter_their_rooms(visit: Client, role: str) -> None:
    enter(visit, role)

    assert visit.get(reverse("wagtailadmin_home")).status_code == 200


@pytest.mark.parametrize("name", sorted(ONLY_ANSWERS_POSTS))
def test_what_only_takes_posts_refuses_to_be_opened(visit: Client, name: str) -> None:
    assert visit.get(reverse(name)).status_code in {302, 405}


def test_the_table_speaks_of_known_people_only() -> None:
    assert all(who <= EVERYBODY for who in WHO_MAY_OPEN.values())
    assert SIGNED_IN < EVERYBODY
