"""How allauth and axes are told what Samverk wants of a sign-in."""

import base64
import hashlib
import time
from functools import lru_cache
from typing import Any

import qrcode
from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.adapter import get_adapter as get_account_adapter
from allauth.account.authentication import get_authentication_records
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialLogin
from cryptography.fernet import Fernet, MultiFernet
from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.utils import translation
from django.utils.translation import gettext_lazy as _
from qrcode.image.svg import SvgPathFillImage

from samverk.base.people import actions, queries

SECOND_FACTOR_SET_UP = "second_factor_set_up_by"


class AccountAdapter(DefaultAccountAdapter):
    """Accounts are opened by invitation only."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "email_password_mismatch": _(
            "Adressen och lösenordet hör inte ihop. Kontrollera båda, eller välj ett nytt lösenord."
        ),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Nobody signs up unasked; the invitation has its own page."""
        return False

    def is_reauthentication_required(self, *, app: str, **_: Any) -> bool:
        """Whoever has just signed in need not do it again before changing something sensitive."""
        records = get_authentication_records(self.request, self.request.user)
        latest = max((record["at"] for record in records), default=0)
        return time.time() - latest > settings.ACCOUNT_REAUTHENTICATION_TIMEOUT

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Write in the language of the person, on our letter paper."""
        person = context.get("user") or self.request.user
        language = getattr(person, "language", "") or settings.LANGUAGE_CODE
        paper = {"site_name": settings.WAGTAIL_SITE_NAME, "site_url": settings.WAGTAILADMIN_BASE_URL}
        with translation.override(language):
            super().send_mail(template_prefix, email, {**context, **paper})


class BrokerAdapter(DefaultSocialAccountAdapter):
    """Whoever comes from the identity broker has an account here already, or an invitation."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: SocialLogin) -> bool:
        """Only an address that the broker has verified and an administrator has invited."""
        return bool(self._invited_address(sociallogin))

    def populate_user(self, request: HttpRequest, sociallogin: SocialLogin, data: dict[str, Any]) -> Any:
        """Our people have one name."""
        sociallogin.account.extra_data = {}  # a broker tells more of a person than we need to keep
        user: Any = sociallogin.user
        user.email = str(data.get("email") or "").lower()
        parts = (data.get("first_name"), data.get("last_name"))
        user.name = str(data.get("name") or " ".join(part for part in parts if part))[:100]
        return user

    def save_user(self, request: HttpRequest, sociallogin: SocialLogin, form: Any = None) -> Any:
        """Keep the promises that the invitation made."""
        user = super().save_user(request, sociallogin, form)
        actions.welcome(user=user)
        return user

    def _invited_address(self, sociallogin: SocialLogin) -> str:
        verified = [address.email for address in sociallogin.email_addresses if address.verified]
        return next((address for address in verified if queries.is_invited(email=address)), "")


class SecondFactorAdapter(DefaultMFAAdapter):
    """Secrets of second factors are kept encrypted, so that a stolen database alone opens nothing."""

    def build_totp_svg(self, url: str) -> str:
        """A QR code with its own white ground, so that it can be read in the dark too."""
        return str(qrcode.make(url, image_factory=SvgPathFillImage).to_string(encoding="unicode"))

    def encrypt(self, text: str) -> str:
        """Lock a secret with the installation's key."""
        return _cipher(settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS).encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        """Unlock a secret with the installation's key, or an earlier one."""
        cipher = _cipher(settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)
        return cipher.decrypt(encrypted_text.encode()).decode()


@lru_cache
def _cipher(*keys: str) -> MultiFernet:
    digests = [hashlib.sha256(b"samverk.second-factor:" + key.encode()).digest() for key in keys]
    return MultiFernet([Fernet(base64.urlsafe_b64encode(digest)) for digest in digests])


def attempted_email(request: HttpRequest, credentials: dict[str, Any] | None) -> str:
    """Whose account somebody tries to enter, written in one way only."""
    tried = (credentials or {}).get("email") or request.POST.get("login") or ""
    return str(tried).strip().lower()[:255]


def client_address(request: HttpRequest) -> str | None:
    """The address of the visitor, behind as many proxies as the operator has said; none for the shell."""
    try:
        return str(get_account_adapter(request).get_client_ip(request))
    except PermissionDenied:
        return None


def has_shown_second_factor(request: HttpRequest) -> bool:
    """Whether this session was opened with two factors: a code, a passkey, a broker that asks for both."""
    if SECOND_FACTOR_SET_UP in request.session:
        return bool(request.session[SECOND_FACTOR_SET_UP] == request.user.pk)
    enough = {"mfa", "socialaccount"} if settings.BROKER_IS_STRONG else {"mfa"}
    return any(record.get("method") in enough for record in get_authentication_records(request, request.user))


def remember_second_factor(request: HttpRequest, user: Any) -> None:
    """Somebody who has just set up a second factor need not show it again in the same session."""
    request.session[SECOND_FACTOR_SET_UP] = user.pk


def forget_second_factor(request: HttpRequest) -> None:
    """Somebody who has removed the last second factor has none to have shown."""
    request.session[SECOND_FACTOR_SET_UP] = None
