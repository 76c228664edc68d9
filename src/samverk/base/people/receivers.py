"""What the packages that people sign in with announce, written in the audit log."""

from typing import Any

from allauth.account import signals as account
from allauth.mfa import signals as mfa
from allauth.mfa.models import Authenticator
from allauth.socialaccount import signals as socialaccount
from axes.signals import user_locked_out
from django.contrib.auth.signals import user_logged_in, user_logged_out, user_login_failed
from django.dispatch import Signal

from samverk.base.people import actions, queries
from samverk.base.people.adapters import (
    attempted_email,
    client_address,
    forget_second_factor,
    remember_second_factor,
)

NOTED: dict[str, Signal] = {
    "people.sign_in": user_logged_in,
    "people.sign_out": user_logged_out,
    "people.password_changed": account.password_changed,
    "people.password_set": account.password_set,
    "people.password_reset": account.password_reset,
    "people.second_factor_added": mfa.authenticator_added,
    "people.second_factor_removed": mfa.authenticator_removed,
    "people.recovery_codes_renewed": mfa.authenticator_reset,
    "people.second_factor_failed": mfa.authentication_failed,
}


def connect() -> None:
    """Listen to every announcement, once."""
    for action, signal in NOTED.items():
        signal.connect(_note(action), weak=False, dispatch_uid=action)
    account.email_changed.connect(_move, dispatch_uid="people.email_changed")
    account.password_reset.connect(_unlock, dispatch_uid="people.unlock")
    mfa.authenticator_added.connect(_remember, dispatch_uid="people.remember_second_factor")
    mfa.authenticator_removed.connect(_forget, dispatch_uid="people.forget_second_factor")
    socialaccount.social_account_added.connect(_note_broker, dispatch_uid="people.broker_connected")
    user_login_failed.connect(_note_failure, dispatch_uid="people.sign_in_failed")
    user_locked_out.connect(_note_lock_out, dispatch_uid="people.locked_out")


def _note(action: str) -> Any:
    def receive(user: Any = None, authenticator: Authenticator | None = None, **_: Any) -> None:
        if user is not None:
            facts = {"kind": authenticator.type} if authenticator else {}
            actions.note(action=action, actor=user, user=user, **facts)

    return receive


def _move(user: Any, **_: Any) -> None:
    actions.move_to_new_address(user=user)


def _unlock(user: Any, **_: Any) -> None:
    actions.open_lock(user=user)


def _remember(request: Any, user: Any, **_: Any) -> None:
    remember_second_factor(request, user)


def _forget(request: Any, user: Any, **_: Any) -> None:
    if not queries.has_second_factor(user_id=user.pk):
        forget_second_factor(request)


def _note_broker(sociallogin: Any, **_: Any) -> None:
    actions.note(action="people.broker_connected", actor=sociallogin.user, user=sociallogin.user)


def _note_failure(credentials: dict[str, Any], request: Any = None, **_: Any) -> None:
    if request is not None and not getattr(request, "axes_locked_out", False):
        actions.note_failure(
            action="people.sign_in_failed",
            email=attempted_email(request, credentials),
            address=client_address(request),
        )


def _note_lock_out(request: Any, username: str, ip_address: str, **_: Any) -> None:
    actions.note_failure(action="people.locked_out", email=username, address=ip_address)
