"""People's accounts in the words of the screen."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samverk.base.audit import registry as history
from samverk.base.audit.queries import Line
from samverk.base.organisations.models import OrganisationKind, Role
from samverk.base.people.models import User
from samverk.base.people.queries import Account
from samverk.ui.frame import Link


def account(user: User, facts: Account) -> dict[str, Any]:
    """What the account page shows."""
    change = _("Ändra")
    me = [
        (_("Namn"), user.name or _("Inte angivet"), Link(change, reverse("people_details"))),
        (_("E-postadress"), user.email, Link(change, reverse("account_email"))),
        (_("Språk i brev"), _language(user), Link(change, reverse("people_details"))),
    ]
    security = [
        (_("Lösenord"), _password(user), Link(change, reverse("account_change_password"))),
        (_("Tvåstegsinloggning"), _second_factor(facts), Link(change, reverse("mfa_index"))),
        (_("Inloggade enheter"), _("Se var du är inloggad"), Link(_("Visa"), reverse("usersessions_list"))),
    ]
    return {
        "me": me,
        "security": security,
        "roles": [f"{held.role_in_words.capitalize()}, {held.organisation}" for held in facts.roles],
        "audit_days": settings.AUDIT_DAYS,
    }


def actions_in_words(actions: Iterable[str]) -> list[tuple[str, str]]:
    """The kinds of thing that the log tells of, by their words on the screen."""
    return sorted(((action, history.in_words(action)) for action in actions), key=lambda pair: pair[1])


def log_lines(lines: Iterable[Line]) -> list[dict[str, Any]]:
    """Lines of the log as they stand in its table."""
    return [
        {
            "at": line.at,
            "who": line.actor or _("Någon som inte är inloggad"),
            "what": history.in_words(line.action),
            "target": line.target,
            "facts": _facts(line.facts),
            "request_id": line.request_id,
        }
        for line in lines
    ]


FACTS = {
    "address": gettext_lazy("från adressen"),
    "kind": gettext_lazy("slag"),
    "name": gettext_lazy("namn"),
    "organisation": gettext_lazy("organisation"),
    "role": gettext_lazy("roll"),
}
VALUES = {
    **dict(Role.choices),
    **dict(OrganisationKind.choices),
    "totp": gettext_lazy("inloggningsapp"),
    "webauthn": gettext_lazy("passnyckel"),
    "recovery_codes": gettext_lazy("reservkoder"),
}


def wait(until: datetime | None, now: datetime) -> dict[str, Any]:
    """How long somebody who is locked out has to wait, in minutes rounded up."""
    whole = settings.AXES_COOLOFF_TIME.total_seconds()
    seconds = max(1, round((until - now).total_seconds())) if until else round(whole)
    return {"seconds": seconds, "minutes": -(-seconds // 60)}


def _facts(facts: dict[str, Any]) -> str:
    return ", ".join(
        f"{FACTS.get(name, name)}: {VALUES.get(str(value), value)}" for name, value in facts.items()
    )


def _language(user: User) -> str:
    return str(dict(settings.LANGUAGES).get(user.language or settings.LANGUAGE_CODE, user.language))


def _password(user: User) -> str:
    return _("Ett lösenord är valt") if user.has_usable_password() else _("Inget lösenord")


def _second_factor(facts: Account) -> str:
    ways = []
    if facts.has_app:
        ways.append(_("inloggningsapp"))
    if facts.passkeys:
        ways.append(_("passnyckel"))
    return (_(" och ").join(ways)).capitalize() if ways else _("Inte påslagen")
