"""What is known of people."""

from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from typing import Any, cast

from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from allauth.usersessions.models import UserSession
from axes.models import AccessAttempt
from django.apps import apps
from django.conf import settings
from django.core.paginator import Page, Paginator
from django.db.models import Q
from django.db.models.functions import Now

from samverk.base.audit import queries as log
from samverk.base.organisations.models import Invitation
from samverk.base.organisations.queries import HeldRole, roles_held
from samverk.base.people.models import SpentCode, User

ON_A_PAGE = 50
CODE_LIFE = timedelta(seconds=30) * (2 * settings.MFA_TOTP_TOLERANCE + 1)
"""How long a one-time code could be used: its own half minute, and as many round it as clocks may differ."""


@dataclass(frozen=True)
class PersonLine:
    """A person in the list."""

    id: int
    name: str
    email: str
    roles: tuple[str, ...]
    last_login: datetime | None


@dataclass(frozen=True)
class Person:
    """A person as administrators see them."""

    id: int
    name: str
    email: str
    is_active: bool
    last_login: datetime | None
    roles: tuple[HeldRole, ...]
    has_second_factor: bool
    is_locked_out: bool


@dataclass(frozen=True)
class Account:
    """What somebody sees of their own account."""

    roles: tuple[HeldRole, ...]
    has_app: bool
    passkeys: int


def account(*, user_id: int) -> Account:
    """The account of one person. Two queries."""
    kinds = list(Authenticator.objects.filter(user_id=user_id).values_list("type", flat=True))
    return Account(
        roles=roles_held(user_id=user_id),
        has_app=Authenticator.Type.TOTP in kinds,
        passkeys=kinds.count(Authenticator.Type.WEBAUTHN),
    )


def person(*, user_id: int, now: datetime) -> Person | None:
    """One person for the administrators' screen. Four queries."""
    user = User.objects.filter(pk=user_id).first()
    if user is None:
        return None
    attempts = AccessAttempt.objects.filter(
        username=user.email,
        attempt_time__gte=now - settings.AXES_COOLOFF_TIME,
        failures_since_start__gte=settings.AXES_FAILURE_LIMIT,
    )
    return Person(
        id=user.pk,
        name=str(user),
        email=user.email,
        is_active=user.is_active,
        last_login=user.last_login,
        roles=roles_held(user_id=user.pk),
        has_second_factor=has_second_factor(user_id=user.pk),
        is_locked_out=attempts.exists(),
    )


def people(*, words: str = "", role: str = "", page: int | str = 1) -> Page:
    """A page of everybody with an account, by name. Three queries."""
    users = (
        User.objects.filter(is_active=True)
        .order_by("name", "email")
        .prefetch_related("affiliations__organisation")
    )
    if words:
        users = users.filter(Q(name__icontains=words) | Q(email__icontains=words))
    if role:
        users = users.filter(affiliations__role=role).distinct()
    found: Any = Paginator(users, ON_A_PAGE).get_page(page)
    found.object_list = [_person_line(user) for user in found.object_list]
    return cast(Page, found)


def personal_data(*, user_id: int) -> dict[str, Any]:
    """Everything that is kept about one person, as plain values."""
    user = User.objects.get(pk=user_id)
    return {
        "namn": user.name,
        "e-post": user.email,
        "språk": user.language,
        "konto skapat": user.created_at,
        "senast inloggad": user.last_login,
        "roller": [f"{held.role_in_words}, {held.organisation}" for held in roles_held(user_id=user_id)],
        "sätt att logga in": list(
            Authenticator.objects.filter(user_id=user_id).values("type", "created_at", "last_used_at")
        ),
        "identitetstjänster": list(SocialAccount.objects.filter(user_id=user_id).values("provider", "uid")),
        "inloggade enheter": list(
            UserSession.objects.filter(user_id=user_id).values("ip", "user_agent", "created_at")
        ),
        "tidigare uppgifter": list(
            apps.get_model("people", "UserEvent")
            .objects.filter(pgh_obj_id=user_id)
            .order_by("pgh_created_at")
            .values("pgh_created_at", "name", "email", "language")
        ),
        "händelser": [
            asdict(line) for line in log.lines_about(target=f"people.user:{user_id}", actor_id=user_id)
        ],
    }


def is_invited(*, email: str) -> bool:
    """Whether an invitation to this address waits for an answer."""
    return Invitation.objects.filter(email__iexact=email).exists()


def has_second_factor(*, user_id: int) -> bool:
    """Whether the person has an app or a passkey to show."""
    return (
        Authenticator.objects.filter(user_id=user_id).exclude(type=Authenticator.Type.RECOVERY_CODES).exists()
    )


def spent_codes(*, user_id: int) -> frozenset[str]:
    """The one-time codes that the person has used lately."""
    spent = SpentCode.objects.filter(user_id=user_id, at__gte=Now() - CODE_LIFE)
    return frozenset(spent.values_list("code", flat=True))


def bare(code: str) -> str:
    """A code as its digits and letters only, however it was typed."""
    return "".join(sign for sign in code if sign.isalnum())


def waits_until(*, email: str, address: str | None) -> datetime | None:
    """When somebody who is locked out may try again."""
    attempts = AccessAttempt.objects.filter(username=email, ip_address=address)
    latest = attempts.order_by("-attempt_time").values_list("attempt_time", flat=True).first()
    return latest + settings.AXES_COOLOFF_TIME if latest else None


def _person_line(user: User) -> PersonLine:
    held = sorted(user.affiliations.all(), key=lambda affiliation: affiliation.organisation.name)
    return PersonLine(
        id=user.pk,
        name=str(user),
        email=user.email,
        roles=tuple(
            f"{affiliation.get_role_display()}, {affiliation.organisation.name}" for affiliation in held
        ),
        last_login=user.last_login,
    )
