"""The statement is written; somebody reports a shortcoming; editors are told; old reports are forgotten."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override

from samverk.base.audit import actions as audit
from samverk.base.mail import actions as mail
from samverk.base.organisations.models import Role
from samverk.base.organisations.permissions import OPERATOR
from samverk.base.organisations.queries import addresses_of
from samverk.base.region.queries import current_region_id
from samverk.parts.site.models import AccessibilityStatement, Shortcoming, ShortcomingReport
from samverk.parts.site.queries import statement as queries

KEPT = timedelta(days=365)
MOST_IN_AN_HOUR = 30


class TooManyReportsError(Exception):
    """So many reports have come within an hour that somebody is playing; the sender may try later."""


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


@transaction.atomic
def report_shortcoming(*, text: str, page: str, email: str, now: datetime) -> int:
    """Keep a report and write to the editors about it. Anybody may report.

    :raises TooManyReportsError: when the inbox has filled up within an hour. No sender's address
        is kept, so the limit is for all together.
    """
    if queries.reports_since(now - timedelta(hours=1)) >= MOST_IN_AN_HOUR:
        raise TooManyReportsError
    report = ShortcomingReport.objects.create(
        region_id=current_region_id(), text=text, page=page, email=email, created_at=now
    )
    _tell_the_editors(report, now=now)
    return report.pk


def forget_old_reports(*, now: datetime) -> None:
    """Remove reports after a year, handled or not: by then the statement tells of what remains."""
    ShortcomingReport.objects.filter(created_at__lt=now - KEPT).delete()


def _tell_the_editors(report: ShortcomingReport, *, now: datetime) -> None:
    with override(settings.LANGUAGE_CODE):
        facts = {
            "page": report.page,
            "link": settings.WAGTAILADMIN_BASE_URL + reverse("shortcoming_reports:edit", args=[report.pk]),
            "site_name": settings.WAGTAIL_SITE_NAME,
            "site_url": settings.WAGTAILADMIN_BASE_URL,
        }
        letter = render_to_string("site/mail/shortcoming_report.txt", facts)
        for address in addresses_of(Role.EDITOR, Role.LEAD_EDITOR):
            mail.send(to=address, subject=_("Någon har rapporterat en brist"), text=letter, now=now)
