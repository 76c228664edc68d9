"""Writing the accessibility statement."""

from collections.abc import Iterable
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction

from samverk.base.audit import actions as audit
from samverk.base.organisations.permissions import OPERATOR
from samverk.parts.site.models import AccessibilityStatement, Shortcoming


@transaction.atomic
def write_statement(
    *, statement: AccessibilityStatement, shortcomings: Iterable[Shortcoming], by: Any
) -> None:
    """Keep what the statement says, with exactly these shortcomings.

    :raises PermissionDenied: when `by` may not change it.
    :raises ValidationError: when something needed is missing.
    """
    if by is not OPERATOR and not by.has_perm("site.change_accessibilitystatement"):
        raise PermissionDenied
    statement.shortcomings = list(shortcomings)
    statement.full_clean()
    statement.save()
    audit.record(actor=by, action="site.write_statement", target=statement)
