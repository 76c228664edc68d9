"""What is known of organisations and of who does what in them."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.core import signing
from django.db.models import Count

from samverk.base.organisations.models import Affiliation, Invitation, Organisation, Role

TOKEN_SALT = "organisations.invitation"  # noqa: S105 - tells this use of the key from others


@dataclass(frozen=True)
class HeldRole:
    """A role that a person holds, in the words of the screen."""

    id: int
    role: str
    role_in_words: str
    organisation: str


def roles_held(*, user_id: int) -> tuple[HeldRole, ...]:
    """The roles of one person, by organisation."""
    affiliations = Affiliation.objects.filter(user_id=user_id).select_related("organisation")
    return tuple(
        HeldRole(
            id=affiliation.pk,
            role=affiliation.role,
            role_in_words=affiliation.get_role_display(),
            organisation=affiliation.organisation.name,
        )
        for affiliation in affiliations.order_by("organisation__name", "role")
    )


def addresses_of(*roles: Role) -> tuple[str, ...]:
    """The e-mail addresses of those who hold any of the roles, each once."""
    held = Affiliation.objects.filter(role__in=roles, user__is_active=True)
    return tuple(held.order_by("user__email").values_list("user__email", flat=True).distinct())


@dataclass(frozen=True)
class OrganisationLine:
    """An organisation in the list."""

    id: int
    name: str
    kind: str
    roles: int


def organisations() -> tuple[OrganisationLine, ...]:
    """Every organisation by name, with how many roles are held in it."""
    counted = Organisation.objects.annotate(held=Count("affiliations")).order_by("name")
    return tuple(OrganisationLine(each.pk, each.name, each.get_kind_display(), each.held) for each in counted)


def organisation_choices() -> tuple[tuple[int, str], ...]:
    """Every organisation as (key, name), by name."""
    return tuple(Organisation.objects.order_by("name").values_list("id", "name"))


@dataclass(frozen=True)
class OpenInvitation:
    """An invitation that waits for an answer."""

    id: int
    email: str
    name: str
    role_in_words: str
    organisation: str
    created_at: datetime


def invitation_token(*, invitation_id: int) -> str:
    """What the link in the letter carries; only this installation can make it."""
    return signing.dumps(invitation_id, salt=TOKEN_SALT)


def invitation_by_token(*, token: str, now: datetime, days: int) -> OpenInvitation | None:
    """The invitation that a link leads to; nothing when it is forged, answered, withdrawn or too old."""
    try:
        invitation_id = signing.loads(token, salt=TOKEN_SALT)
    except signing.BadSignature:
        return None
    oldest = now - timedelta(days=days)
    invitation = (
        Invitation.objects.select_related("organisation")
        .filter(pk=invitation_id, created_at__gte=oldest)
        .first()
    )
    return _open_invitation(invitation) if invitation else None


def open_invitations() -> tuple[OpenInvitation, ...]:
    """Every invitation that waits for an answer, the latest first."""
    invitations = Invitation.objects.select_related("organisation").order_by("-created_at")
    return tuple(_open_invitation(invitation) for invitation in invitations)


def _open_invitation(invitation: Invitation) -> OpenInvitation:
    return OpenInvitation(
        id=invitation.pk,
        email=invitation.email,
        name=invitation.name,
        role_in_words=invitation.get_role_display(),
        organisation=invitation.organisation.name,
        created_at=invitation.created_at,
    )
