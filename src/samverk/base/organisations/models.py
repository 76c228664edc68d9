from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from samverk.base.audit.models import kept_in_history


class Role(models.TextChoices):
    """What somebody does in an organisation, and so what they may do here."""

    EDITOR = "editor", _("webbredaktör")
    LEAD_EDITOR = "lead_editor", _("huvudredaktör")
    ORGANISER = "organiser", _("arrangör")
    REPRESENTATIVE = "representative", _("företrädare")
    BUYER = "buyer", _("köpare")
    SUPERVISOR = "supervisor", _("handledare")
    PARTICIPANT = "participant", _("deltagare")
    CASEWORKER = "caseworker", _("handläggare")
    FUNDER = "funder", _("finansiär")
    ADMINISTRATOR = "administrator", _("administratör")


class OrganisationKind(models.TextChoices):
    """The kinds of legal body on the source page."""

    ENTERPRISE = "enterprise", _("socialt företag (ASF)")
    COMPANY = "company", _("företag")
    MUNICIPALITY = "municipality", _("kommun")
    REGION = "region", _("region")
    AGENCY = "agency", _("myndighet")
    ASSOCIATION = "association", _("förening")
    COOPERATIVE_DEVELOPER = "cooperative_developer", _("kooperativ utveckling")


@kept_in_history()
class Organisation(models.Model):
    """Any legal body that takes part."""

    region = models.ForeignKey("region.Region", on_delete=models.PROTECT, verbose_name=_("region"))
    name = models.CharField(_("namn"), max_length=200)
    kind = models.CharField(_("slag"), max_length=30, choices=OrganisationKind)

    class Meta:
        verbose_name = _("organisation")
        verbose_name_plural = _("organisationer")
        ordering: ClassVar[list[str]] = ["name"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["region", "name"],
                name="organisation_name_once_in_a_region",
                violation_error_message=_("Det finns redan en organisation med det namnet."),
            ),
        ]

    def __str__(self) -> str:
        return self.name


@kept_in_history()
class Affiliation(models.Model):
    """A role that a person holds in an organisation."""

    region = models.ForeignKey("region.Region", on_delete=models.PROTECT, verbose_name=_("region"))
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.CASCADE,
        related_name="affiliations",
        verbose_name=_("person"),
    )
    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="affiliations", verbose_name=_("organisation")
    )
    role = models.CharField(_("roll"), max_length=30, choices=Role)

    class Meta:
        verbose_name = _("uppdrag")
        verbose_name_plural = _("uppdrag")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["user", "organisation", "role"], name="role_once_in_an_organisation"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user}: {self.get_role_display()}, {self.organisation}"


class Invitation(models.Model):
    """An open invitation to hold a role. It is deleted when it is accepted, withdrawn or too old."""

    region = models.ForeignKey("region.Region", on_delete=models.PROTECT, verbose_name=_("region"))
    email = models.EmailField(_("e-postadress"))
    name = models.CharField(_("namn"), max_length=100, blank=True)
    organisation = models.ForeignKey(
        Organisation, on_delete=models.CASCADE, related_name="+", verbose_name=_("organisation")
    )
    role = models.CharField(_("roll"), max_length=30, choices=Role)
    invited_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("inbjuden av"),
    )
    created_at = models.DateTimeField(_("skickad"))

    class Meta:
        verbose_name = _("inbjudan")
        verbose_name_plural = _("inbjudningar")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                Lower("email"), "organisation", "role", name="one_open_invitation_for_each_role"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.email}: {self.get_role_display()}, {self.organisation}"
