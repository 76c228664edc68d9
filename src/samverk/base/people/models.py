from functools import cached_property
from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.models import PermissionsMixin
from django.db import models
from django.db.models.functions import Lower, Now
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from samverk.base.audit.models import kept_in_history


class UserManager(BaseUserManager["User"]):
    """Makes people from an e-mail address, whatever its capitals."""

    def get_by_natural_key(self, username: str | None) -> "User":
        return self.get(email=(username or "").lower())

    def create_user(self, email: str, password: str | None = None, **facts: Any) -> "User":
        user = self.model(email=email.strip().lower(), **facts)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, email: str, password: str | None = None, **facts: Any) -> "User":
        return self.create_user(email, password, is_superuser=True, **facts)


@kept_in_history(but=("password", "last_login"))
class User(AbstractBaseUser, PermissionsMixin):
    """A person who can sign in. Global: a person may work with several organisations and regions."""

    email = models.EmailField(
        _("e-postadress"), unique=True, error_messages={"unique": _("Adressen används redan.")}
    )
    name = models.CharField(_("namn"), max_length=100)
    language = models.CharField(_("språk"), max_length=10, blank=True)
    is_active = models.BooleanField(_("aktiv"), default=True)
    created_at = models.DateTimeField(_("skapad"), default=timezone.now, editable=False)

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name"]

    objects = UserManager()

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("personer")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(condition=models.Q(email=Lower("email")), name="email_in_small_letters"),
        ]

    def __str__(self) -> str:
        return self.name or self.email

    @cached_property
    def roles(self) -> frozenset[str]:
        """The roles held in any organisation; one query for each request."""
        return frozenset(self.affiliations.values_list("role", flat=True))

    @property
    def first_name(self) -> str:
        """What Wagtail's menu calls its user."""
        return self.get_short_name()

    def get_full_name(self) -> str:
        return self.name

    def get_short_name(self) -> str:
        return self.name.split(" ")[0]


class SpentCode(models.Model):
    """A one-time code that has opened a door, kept while it could open another. Global, as people are."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="+", verbose_name=_("person"))
    code = models.CharField(_("kod"), max_length=20)
    at = models.DateTimeField(_("använd"), db_default=Now())

    class Meta:
        verbose_name = _("använd engångskod")
        verbose_name_plural = _("använda engångskoder")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["user", "code"], name="a_code_is_spent_once"),
        ]

    def __str__(self) -> str:
        return f"{self.user}: {self.at:%Y-%m-%d %H:%M}"
