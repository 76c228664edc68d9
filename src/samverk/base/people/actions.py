"""What people do with their accounts, and what administrators do with people."""

from datetime import datetime, timedelta
from typing import Any

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from allauth.usersessions.models import UserSession
from axes.models import AccessAttempt
from django.apps import apps
from django.contrib.sessions.models import Session
from django.db import transaction
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from samverk.base.audit import actions as audit
from samverk.base.organisations import actions as organisations
from samverk.base.organisations.models import Invitation
from samverk.base.organisations.permissions import demand, is_administrator
from samverk.base.people import queries
from samverk.base.people.models import SpentCode, User

ATTEMPT_DAYS = 1


class InvitationIsOver(LookupError):
    """The invitation was answered or withdrawn in the meantime, or its address has an account already."""


@transaction.atomic
def accept(*, invitation_id: int, name: str, password: str) -> User:
    """Open the account that an invitation promises; the link in the letter has proven the address.

    :raises InvitationIsOver: when there is nothing to accept any more.
    """
    invitation = Invitation.objects.select_for_update(of=("self",)).filter(pk=invitation_id).first()
    if invitation is None or User.objects.filter(email=invitation.email).exists():
        raise InvitationIsOver
    user = User.objects.create_user(invitation.email, password, name=name.strip())
    EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
    welcome(user=user)
    return user


@transaction.atomic
def welcome(*, user: User) -> None:
    """Note the new account, and give the roles that its address was invited to."""
    audit.record(actor=user, action="people.account_opened", target=user)
    organisations.keep_promises(user=user)


@transaction.atomic
def change_details(*, user: User, name: str, language: str) -> None:
    """Let somebody change their own name and language."""
    user.name, user.language = name.strip(), language
    user.save(update_fields=["name", "language"])
    audit.record(actor=user, action="people.details_changed", target=user)


@transaction.atomic
def unlock(*, actor: Any, user: User) -> None:
    """Let somebody who typed the wrong password too often try again at once.

    :raises PermissionDenied: when the actor is not an administrator.
    """
    demand(is_administrator, actor)
    open_lock(user=user)
    audit.record(actor=actor, action="people.unlock", target=user)


@transaction.atomic
def remove_second_factors(*, actor: Any, user: User) -> None:
    """Help somebody who has lost both telephone and recovery codes: a new second factor is set up at sign-in.

    :raises PermissionDenied: when the actor is not an administrator.
    """
    demand(is_administrator, actor)
    Authenticator.objects.filter(user=user).delete()
    _end_sessions(user)
    audit.record(actor=actor, action="people.second_factors_removed", target=user)


@transaction.atomic
def erase(*, actor: Any, user: User) -> None:
    """Forget a person: roles, sign-in, sessions and history go; the row keeps neither name nor address.

    :raises PermissionDenied: when the actor is not an administrator.
    :raises LastAdministrator: when nobody else would be one.
    """
    demand(is_administrator, actor)
    organisations.end_every_affiliation(actor=actor, user=user)
    open_lock(user=user)
    _end_sessions(user)
    for traces in (EmailAddress, Authenticator, SocialAccount):
        traces.objects.filter(user=user).delete()
    Invitation.objects.filter(email__iexact=user.email).delete()
    _make_nobody(user)
    audit.record(actor=actor, action="people.erase", target=user)


@transaction.atomic
def move_to_new_address(*, user: User) -> None:
    """Note a changed address, and give the roles that the new one was invited to."""
    audit.record(actor=user, action="people.email_changed", target=user)
    organisations.keep_promises(user=user)


@transaction.atomic
def spend_code(*, user: Any, code: str) -> bool:
    """Note that a right one-time code has been used; false when it had been already (RFC 6238, 5.2)."""
    SpentCode.objects.filter(at__lt=Now() - queries.CODE_LIFE).delete()
    return SpentCode.objects.get_or_create(user=user, code=queries.bare(code))[1]


def open_lock(*, user: User) -> None:
    """Forget the failed sign-ins of `user`."""
    AccessAttempt.objects.filter(username=user.email.lower()).delete()


def note(*, action: str, actor: Any, user: User, **facts: Any) -> None:
    """Write in the audit log what somebody did with their own account."""
    audit.record(actor=actor, action=action, target=user, **facts)


def note_failure(*, action: str, email: str, address: str | None) -> None:
    """Write in the audit log that somebody failed to enter; a mistyped address of nobody is not kept."""
    target = User.objects.filter(email=email.lower()).first()
    audit.record(actor=None, action=action, target=target or "", address=address)


@transaction.atomic
def forget(*, now: datetime, history_days: int) -> None:
    """Delete sessions that have ended, failed sign-ins, and history that is old."""
    Session.objects.filter(expire_date__lt=now).delete()
    UserSession.objects.exclude(session_key__in=Session.objects.values("session_key")).delete()
    SpentCode.objects.filter(at__lt=now - timedelta(days=ATTEMPT_DAYS)).delete()
    AccessAttempt.objects.filter(attempt_time__lt=now - timedelta(days=ATTEMPT_DAYS)).delete()
    _history().objects.filter(pgh_created_at__lt=now - timedelta(days=history_days)).delete()


def _history() -> Any:
    return apps.get_model("people", "UserEvent")


def _end_sessions(user: User) -> None:
    mine = UserSession.objects.filter(user=user)
    Session.objects.filter(session_key__in=mine.values("session_key")).delete()
    mine.delete()


def _make_nobody(user: User) -> None:
    user.email, user.name, user.language = f"{user.pk}@erased.invalid", str(_("Borttagen person")), ""
    user.is_active = user.is_superuser = False
    user.set_unusable_password()
    user.save()
    _history().objects.filter(pgh_obj_id=user.pk).exclude(email=user.email).delete()
