from typing import ClassVar
from uuid import uuid4

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from samverk.parts.day.models.programme import Kind

GRADES = (1, 2, 3, 4, 5)


class Call(models.Model):
    """An edition's invitation to propose sessions: when it is open, what it says, what is looked for."""

    region = models.ForeignKey("region.Region", on_delete=models.PROTECT, verbose_name=_("region"))
    edition = models.OneToOneField(
        "day.Edition", on_delete=models.CASCADE, related_name="call", verbose_name=_("upplaga")
    )
    is_on = models.BooleanField(_("vi tar emot förslag"), default=False)
    opens_at = models.DateTimeField(_("öppnar"), null=True, blank=True)
    closes_at = models.DateTimeField(_("stänger"), null=True, blank=True)
    text = models.TextField(_("inbjudan"), blank=True)
    criteria = ArrayField(models.CharField(max_length=80), verbose_name=_("det som bedöms"), default=list)

    class Meta:
        verbose_name = _("inbjudan att föreslå")
        verbose_name_plural = _("inbjudningar att föreslå")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=Q(opens_at__isnull=True)
                | Q(closes_at__isnull=True)
                | Q(closes_at__gt=F("opens_at")),
                name="call_closes_after_it_opens",
                violation_error_message=_("Sista dagen kan inte vara före den första."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.edition}"


class ProposalState(models.TextChoices):
    """What has become of a proposal."""

    NEW = "new", _("nytt")
    WAITING = "waiting", _("väntar på besked")
    ACCEPTED = "accepted", _("antaget")
    REJECTED = "rejected", _("avböjt")
    WITHDRAWN = "withdrawn", _("tillbakadraget")


class Proposal(models.Model):
    """A session that somebody proposes. Its secret link is made as a registration's, for its own purpose.

    `decisions` counts how many times it has been decided: whoever decides says which one they saw.
    """

    region = models.ForeignKey("region.Region", on_delete=models.PROTECT, verbose_name=_("region"))
    edition = models.ForeignKey(
        "day.Edition", on_delete=models.CASCADE, related_name="proposals", verbose_name=_("upplaga")
    )
    session = models.OneToOneField(
        "day.Session",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="proposal",
        verbose_name=_("programpunkt"),
    )
    reference = models.UUIDField(_("referens"), default=uuid4, unique=True, editable=False)
    key = models.UUIDField(_("formulärets nyckel"), null=True, unique=True, editable=False)
    language = models.CharField(_("språk"), max_length=12)
    title = models.CharField(_("rubrik"), max_length=200)
    kind = models.CharField(_("slag"), max_length=20, choices=Kind, default=Kind.LECTURE)
    description = models.TextField(_("beskrivning"), blank=True)
    minutes = models.PositiveSmallIntegerField(_("längd i minuter"), null=True, blank=True)
    needs = models.TextField(_("behov i lokalen"), blank=True)
    is_online = models.BooleanField(_("på distans"), default=False)
    state = models.CharField(_("läge"), max_length=10, choices=ProposalState, default=ProposalState.NEW)
    decisions = models.PositiveSmallIntegerField(_("antal beslut"), default=0, editable=False)
    created_at = models.DateTimeField(_("skickat"))
    changed_at = models.DateTimeField(_("ändrat"))

    class Meta:
        verbose_name = _("förslag")
        verbose_name_plural = _("förslag")
        ordering: ClassVar = ["created_at", "pk"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=Q(session__isnull=True) | Q(state__in=["accepted", "withdrawn"]),
                name="only_an_accepted_proposal_has_a_session",
            ),
        ]

    def __str__(self) -> str:
        return self.title


class ProposedSpeaker(models.Model):
    """Somebody who would take part. The portrait lies here, drawn anew, until the proposal is accepted."""

    region = models.ForeignKey("region.Region", on_delete=models.PROTECT, verbose_name=_("region"))
    proposal = models.ForeignKey(
        Proposal, on_delete=models.CASCADE, related_name="speakers", verbose_name=_("förslag")
    )
    speaker = models.OneToOneField(
        "day.Speaker",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="proposed",
        verbose_name=_("föreläsare"),
    )
    position = models.PositiveSmallIntegerField(_("ordning"), default=0)
    name = models.CharField(_("namn"), max_length=150)
    organisation = models.CharField(_("organisation"), max_length=150, blank=True)
    email = models.EmailField(_("e-post"), blank=True)
    biography = models.TextField(_("presentation"), blank=True)
    portrait = models.BinaryField(_("bild"), null=True)
    portrait_type = models.CharField(_("bildens filtyp"), max_length=10, blank=True)
    consented_on = models.DateField(_("sa ja till publicering"), null=True, blank=True)

    class Meta:
        verbose_name = _("föreslagen föreläsare")
        verbose_name_plural = _("föreslagna föreläsare")
        ordering: ClassVar = ["position", "pk"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["proposal", "position"], name="one_at_each_place_of_a_proposal"),
        ]

    def __str__(self) -> str:
        return self.name


class Review(models.Model):
    """What one organiser thinks of a proposal: a grade for each criterion and a note; or a conflict."""

    region = models.ForeignKey("region.Region", on_delete=models.PROTECT, verbose_name=_("region"))
    proposal = models.ForeignKey(
        Proposal, on_delete=models.CASCADE, related_name="reviews", verbose_name=_("förslag")
    )
    reviewer = models.ForeignKey(
        "people.User", null=True, on_delete=models.SET_NULL, related_name="+", verbose_name=_("bedömare")
    )
    grades = ArrayField(models.PositiveSmallIntegerField(), verbose_name=_("betyg"), default=list)
    note = models.TextField(_("anteckning"), blank=True)
    has_conflict = models.BooleanField(_("jäv"), default=False)
    created_at = models.DateTimeField(_("bedömt"))
    changed_at = models.DateTimeField(_("ändrat"))

    class Meta:
        verbose_name = _("bedömning")
        verbose_name_plural = _("bedömningar")
        ordering: ClassVar = ["created_at", "pk"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["proposal", "reviewer"], name="a_reviewer_reviews_once"),
            models.CheckConstraint(
                condition=Q(has_conflict=True, grades=[]) | Q(has_conflict=False, grades__len__gt=0),
                name="whoever_has_a_conflict_gives_no_grades",
            ),
            models.CheckConstraint(
                condition=Q(grades__contained_by=list(GRADES)), name="grades_are_from_one_to_five"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.reviewer}: {self.proposal}"


class Decision(models.Model):
    """What was decided about a proposal, and the letter that tells it. The last one stands."""

    region = models.ForeignKey("region.Region", on_delete=models.PROTECT, verbose_name=_("region"))
    proposal = models.ForeignKey(
        Proposal, on_delete=models.CASCADE, related_name="history", verbose_name=_("förslag")
    )
    number = models.PositiveSmallIntegerField(_("nummer"))
    verdict = models.CharField(_("beslut"), max_length=10, choices=ProposalState)
    subject = models.CharField(_("ämne"), max_length=200)
    text = models.TextField(_("brev"))
    by = models.ForeignKey(
        "people.User", null=True, on_delete=models.SET_NULL, related_name="+", verbose_name=_("av")
    )
    decided_at = models.DateTimeField(_("beslutat"))
    sent_at = models.DateTimeField(_("brevet skrivet"), null=True, blank=True)

    class Meta:
        verbose_name = _("beslut")
        verbose_name_plural = _("beslut")
        ordering: ClassVar = ["number"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["proposal", "number"], name="a_decision_is_made_once"),
        ]

    def __str__(self) -> str:
        return f"{self.proposal}: {self.get_verdict_display()}"
