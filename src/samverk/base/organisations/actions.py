"""Founding organisations, inviting people, and giving and ending roles."""

from datetime import datetime, timedelta
from typing import Any

from django.apps import apps
from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from samverk.base.audit import actions as audit
from samverk.base.mail import actions as mail
from samverk.base.organisations.models import Affiliation, Invitation, Organisation, OrganisationKind, Role
from samverk.base.organisations.permissions import demand, is_administrator
from samverk.base.organisations.queries import invitation_token
from samverk.base.region.queries import current_region_id


class LastAdministrator(RuntimeError):
    """Somebody must be able to let people in: the last administrator keeps the role."""

    message = _("Det måste alltid finnas minst en administratör. Ge rollen till någon annan först.")


@transaction.atomic
def found(*, actor: Any, name: str, kind: OrganisationKind) -> Organisation:
    """Take an organisation into the region; one that is already there is given back as it is.

    :raises PermissionDenied: when the actor is not an administrator.
    """
    demand(is_administrator, actor)
    organisation, new = Organisation.objects.get_or_create(
        region_id=current_region_id(), name=name, defaults={"kind": kind}
    )
    if new:
        audit.record(actor=actor, action="organisations.found", target=organisation, name=name, kind=kind)
    return organisation


@transaction.atomic
def describe(*, actor: Any, organisation: Organisation, name: str, kind: OrganisationKind) -> None:
    """Change an organisation's name or kind.

    :raises PermissionDenied: when the actor is not an administrator.
    """
    demand(is_administrator, actor)
    organisation.name, organisation.kind = name, kind
    organisation.save(update_fields=["name", "kind"])
    audit.record(actor=actor, action="organisations.describe", target=organisation, name=name, kind=kind)


@transaction.atomic
def affiliate(*, actor: Any, user: Any, organisation: Organisation, role: Role) -> Affiliation:
    """Give `user` a role in an organisation, and with it the permissions of the role's group. Once is enough.

    :raises PermissionDenied: when the actor is not an administrator.
    """
    demand(is_administrator, actor)
    return grant(actor=actor, user=user, organisation=organisation, role=role)


@transaction.atomic
def grant(*, actor: Any, user: Any, organisation: Organisation, role: Role) -> Affiliation:
    """Write down a role that an administrator has already promised, as an accepted invitation does."""
    affiliation, new = Affiliation.objects.get_or_create(
        user=user, organisation=organisation, role=role, defaults={"region_id": organisation.region_id}
    )
    if new:
        _join_groups_of_roles(user)
        audit.record(
            actor=actor,
            action="organisations.affiliate",
            target=user,
            organisation=organisation.name,
            role=role,
        )
    return affiliation


@transaction.atomic
def invite(
    *, actor: Any, email: str, organisation: Organisation, role: Role, now: datetime, name: str = ""
) -> Invitation | Affiliation:
    """Promise somebody a role, by a letter with a link; whoever has an account already gets the role at once.

    :raises PermissionDenied: when the actor is not an administrator.
    """
    demand(is_administrator, actor)
    email = email.strip().lower()
    known = get_user_model().objects.filter(email__iexact=email, is_active=True).first()
    if known:
        affiliation = grant(actor=actor, user=known, organisation=organisation, role=role)
        _tell_of_new_role(affiliation, now=now)
        return affiliation
    invitation, _new = Invitation.objects.update_or_create(
        email=email,
        organisation=organisation,
        role=role,
        defaults={
            "region_id": organisation.region_id,
            "name": name.strip(),
            "created_at": now,
            "invited_by": actor if actor.is_authenticated else None,
        },
    )
    audit.record(
        actor=actor,
        action="organisations.invite",
        target=invitation,
        organisation=organisation.name,
        role=role,
    )
    _send_invitation(invitation, now=now)
    return invitation


@transaction.atomic
def withdraw(*, actor: Any, invitation: Invitation) -> None:
    """Take an invitation back, so that its link no longer works.

    :raises PermissionDenied: when the actor is not an administrator.
    """
    demand(is_administrator, actor)
    audit.record(actor=actor, action="organisations.withdraw", target=invitation)
    invitation.delete()


@transaction.atomic
def keep_promises(*, user: Any) -> int:
    """Give `user`, whose address is proven, every role that the address was invited to. Returns how many."""
    promises = list(Invitation.objects.select_for_update(of=("self",)).filter(email__iexact=user.email))
    for promise in promises:
        grant(actor=user, user=user, organisation=promise.organisation, role=Role(promise.role))
        promise.delete()
    return len(promises)


@transaction.atomic
def end_affiliation(*, actor: Any, affiliation: Affiliation) -> None:
    """Take a role from a person; the permissions go with the last affiliation that gave them.

    :raises PermissionDenied: when the actor is not an administrator.
    :raises LastAdministrator: when nobody else would be one.
    """
    demand(is_administrator, actor)
    user = affiliation.user
    if affiliation.role == Role.ADMINISTRATOR:
        _demand_another_administrator(user)
    audit.record(
        actor=actor,
        action="organisations.end_affiliation",
        target=user,
        organisation=affiliation.organisation.name,
        role=affiliation.role,
    )
    affiliation.delete()
    _join_groups_of_roles(user)


@transaction.atomic
def end_every_affiliation(*, actor: Any, user: Any) -> None:
    """Take every role from a person who leaves.

    :raises LastAdministrator: when nobody else would be one.
    """
    for affiliation in user.affiliations.select_related("organisation"):
        end_affiliation(actor=actor, affiliation=affiliation)


@transaction.atomic
def forget(*, now: datetime, invitation_days: int, history_days: int) -> None:
    """Delete invitations that nobody accepted in time, and history that is old."""
    Invitation.objects.filter(created_at__lt=now - timedelta(days=invitation_days)).delete()
    too_old = now - timedelta(days=history_days)
    for history in ("OrganisationEvent", "AffiliationEvent"):
        apps.get_model("organisations", history).objects.filter(pgh_created_at__lt=too_old).delete()


def _send_invitation(invitation: Invitation, *, now: datetime) -> None:
    token = invitation_token(invitation_id=invitation.pk)
    with translation.override(settings.LANGUAGE_CODE):
        _send(
            to=invitation.email,
            template="invitation",
            subject=_("Inbjudan till Samverk"),
            now=now,
            role=invitation.get_role_display(),
            organisation=invitation.organisation.name,
            link=settings.WAGTAILADMIN_BASE_URL + reverse("people_invitation", args=[token]),
            days=settings.INVITATION_DAYS,
        )


def _tell_of_new_role(affiliation: Affiliation, *, now: datetime) -> None:
    with translation.override(affiliation.user.language or settings.LANGUAGE_CODE):
        _send(
            to=affiliation.user.email,
            template="new_role",
            subject=_("Du har fått en ny roll"),
            now=now,
            role=affiliation.get_role_display(),
            organisation=affiliation.organisation.name,
            link=settings.WAGTAILADMIN_BASE_URL + reverse("people_account"),
        )


def _send(*, to: str, template: str, subject: Any, now: datetime, **facts: Any) -> None:
    facts |= {"site_name": settings.WAGTAIL_SITE_NAME, "site_url": settings.WAGTAILADMIN_BASE_URL}
    text = render_to_string(f"organisations/mail/{template}.txt", facts)
    mail.send(to=to, subject=str(subject), text=text, now=now)


def _demand_another_administrator(user: Any) -> None:
    others = Affiliation.objects.select_for_update().filter(role=Role.ADMINISTRATOR, user__is_active=True)
    if not others.exclude(user=user).exists():
        raise LastAdministrator


def _join_groups_of_roles(user: Any) -> None:
    """Make the person's groups those of the roles held, no more and no less."""
    held = list(Affiliation.objects.filter(user=user).values_list("role", flat=True))
    user.groups.set(Group.objects.filter(name__in=held))
    user.__dict__.pop("roles", None)
