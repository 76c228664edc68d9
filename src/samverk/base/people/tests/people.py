"""People for tests: somebody with a role, with or without a second factor, signed in or not."""

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal import auth as totp
from django.test import Client
from django.utils import timezone

from samverk.base.organisations import actions as organisations
from samverk.base.organisations.models import Organisation, OrganisationKind, Role
from samverk.base.organisations.permissions import OPERATOR
from samverk.base.people.adapters import SECOND_FACTOR_SET_UP
from samverk.base.people.models import User

PASSWORD = "vinterväg över sjön"


def organisation(name: str = "Region Norrsken") -> Organisation:
    return organisations.found(actor=OPERATOR, name=name, kind=OrganisationKind.REGION)


def person(name: str = "Anna Prov", *roles: Role) -> User:
    email = f"{name.split()[0].lower()}@example.org"
    user = User.objects.create_user(email, PASSWORD, name=name)
    EmailAddress.objects.create(user=user, email=email, verified=True, primary=True)
    for role in roles:
        organisations.affiliate(actor=OPERATOR, user=user, organisation=organisation(), role=role)
    return user


def administrator(name: str = "Ada Admin") -> User:
    return person(name, Role.ADMINISTRATOR)


def app_of(user: User) -> str:
    """Give `user` an app for one-time codes; returns its secret."""
    secret = totp.generate_totp_secret()
    totp.TOTP.activate(user, secret)
    return secret


def code_of(secret: str) -> str:
    return totp.format_hotp_value(totp.hotp_value(secret, int(timezone.now().timestamp()) // 30))


def has_app(user: User) -> bool:
    return Authenticator.objects.filter(user=user, type=Authenticator.Type.TOTP).exists()


def type_password(client: Client, user: User, password: str = PASSWORD) -> object:
    return client.post("/konto/login/", {"login": user.email, "password": password})


def signed_in(user: User) -> Client:
    """A browser in which `user` has shown both factors."""
    client = Client()
    client.force_login(user, "allauth.account.auth_backends.AuthenticationBackend")
    session = client.session
    session[SECOND_FACTOR_SET_UP] = user.pk
    session.save()
    return client
