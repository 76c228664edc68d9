"""samverk manage invite: let the first administrator of an installation in."""

from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.core.validators import validate_email
from django.urls import reverse
from django.utils import timezone

from samverk.base.organisations import actions
from samverk.base.organisations.models import Invitation, OrganisationKind, Role
from samverk.base.organisations.permissions import OPERATOR
from samverk.base.organisations.queries import invitation_token


class Command(BaseCommand):
    """Invite somebody from the shell, and print the link as well as mailing it."""

    help = (
        "Invite somebody to a role (administrator unless told otherwise) in an organisation; prints the link."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("email")
        parser.add_argument("organisation", help="its name; it is taken in when it is new")
        parser.add_argument("--role", choices=Role.values, default=Role.ADMINISTRATOR.value)
        parser.add_argument("--kind", choices=OrganisationKind.values, default=OrganisationKind.REGION.value)
        parser.add_argument("--name", default="")

    def handle(self, **options: Any) -> None:
        try:
            validate_email(options["email"])
        except ValidationError as problem:
            raise CommandError(f"{options['email']} is not an e-mail address.") from problem
        promise = actions.invite(
            actor=OPERATOR,
            email=options["email"],
            name=options["name"],
            organisation=actions.found(
                actor=OPERATOR, name=options["organisation"], kind=OrganisationKind(options["kind"])
            ),
            role=Role(options["role"]),
            now=timezone.now(),
        )
        self.stdout.write(_told(promise))


def _told(promise: object) -> str:
    if not isinstance(promise, Invitation):
        return "This person already had an account and now has the role."
    link = settings.WAGTAILADMIN_BASE_URL + reverse(
        "people_invitation", args=[invitation_token(invitation_id=promise.pk)]
    )
    return (
        f"Invited. The same link is on its way by mail; it works for {settings.INVITATION_DAYS} days:\n{link}"
    )
