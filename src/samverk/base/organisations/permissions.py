"""Who may do what, as sentences about the roles that a person holds."""

from typing import Any

from django.core.exceptions import PermissionDenied
from rules.predicates import Predicate, is_superuser

from samverk.base.organisations.models import Role

NEED_A_SECOND_FACTOR = frozenset(
    {Role.EDITOR, Role.LEAD_EDITOR, Role.ORGANISER, Role.SUPERVISOR, Role.ADMINISTRATOR}
)


def roles_of(user: Any) -> frozenset[str]:
    """The roles that `user` holds in any organisation, fetched once for each request; none for a visitor."""
    return getattr(user, "roles", frozenset())


def holds(*roles: Role) -> Predicate:
    """A predicate: the person holds at least one of `roles`."""

    def predicate(user: Any) -> bool:
        return not roles_of(user).isdisjoint(roles)

    return Predicate(predicate, name="holds:" + "|".join(roles))


is_editor = holds(Role.EDITOR, Role.LEAD_EDITOR)
is_lead_editor = holds(Role.LEAD_EDITOR)
is_organiser = holds(Role.ORGANISER)
is_administrator = holds(Role.ADMINISTRATOR) | is_superuser
needs_a_second_factor = holds(*NEED_A_SECOND_FACTOR) | is_superuser


class Operator:
    """Whoever works in the installation's own shell: trusted with everything, and nobody in particular."""

    is_authenticated = False
    is_superuser = True


OPERATOR = Operator()


def demand(predicate: Predicate, actor: Any) -> None:
    """Let `actor` go on only when `predicate` holds.

    :raises PermissionDenied: when it does not.
    """
    if not predicate(actor):
        raise PermissionDenied
