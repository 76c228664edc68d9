from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _


class Kind(models.TextChoices):
    """What somebody wants to tell."""

    COMMENT = "comment", _("synpunkt")
    SHORTCOMING = "shortcoming", _("brist i tillgänglighet")


class State(models.TextChoices):
    """How far an editor has come with a comment.

    `HELD` is what came in a flood: kept, but out of the inbox until an editor lets it in.
    """

    HELD = "held", _("undanlagd")
    NEW = "new", _("ny")
    ASSIGNED = "assigned", _("tilldelad")
    ANSWERED = "answered", _("besvarad")
    CLOSED = "closed", _("avslutad")


class Comment(models.Model):
    """What somebody said about a page. The e-mail address is there only if they want an answer."""

    region = models.ForeignKey("region.Region", on_delete=models.PROTECT, verbose_name=_("region"))
    kind = models.CharField(_("slag"), max_length=20, choices=Kind, default=Kind.COMMENT)
    page = models.ForeignKey(
        "wagtailcore.Page",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("sida"),
    )
    page_title = models.CharField(_("sidans rubrik"), max_length=255, blank=True)
    path = models.CharField(_("sidans adress"), max_length=500)
    language = models.CharField(_("språk"), max_length=10, choices=settings.LANGUAGES)
    text = models.TextField(_("synpunkt"))
    email = models.EmailField(_("e-post för svar"), blank=True)
    masked = models.PositiveSmallIntegerField(_("dolda personnummer"), default=0)
    state = models.CharField(_("läge"), max_length=20, choices=State, default=State.NEW)
    section = models.ForeignKey(
        "wagtailcore.Page",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("del av webbplatsen"),
    )
    assigned_to = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("tilldelad"),
    )
    merged_into = models.ForeignKey(
        "self",
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="duplicates",
        verbose_name=_("sammanslagen med"),
    )
    created_at = models.DateTimeField(_("kom in"))
    answered_at = models.DateTimeField(_("besvarades"), null=True, blank=True)
    closed_at = models.DateTimeField(_("avslutades"), null=True, blank=True)
    version = models.PositiveIntegerField(
        _("version"),
        default=1,
        help_text=_("Räknas upp vid varje ändring, så att två inte ändrar samtidigt."),
    )

    class Meta:
        verbose_name = _("synpunkt")
        verbose_name_plural = _("synpunkter")
        ordering: ClassVar = ["-created_at", "-pk"]
        indexes: ClassVar = [
            models.Index(fields=["region", "state", "-created_at"], name="comments_of_a_state"),
            models.Index(fields=["region", "created_at"], name="comments_by_age"),
            models.Index(fields=["path", "-created_at"], name="comments_of_a_page"),
        ]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=Q(merged_into__isnull=True) | ~Q(merged_into=F("pk")),
                name="comment_is_not_merged_into_itself",
            ),
            models.CheckConstraint(
                condition=~Q(state=State.HELD) | Q(merged_into__isnull=True),
                name="held_comment_stands_alone",
            ),
            models.CheckConstraint(
                condition=~Q(state=State.ANSWERED) | Q(answered_at__isnull=False),
                name="answered_comment_has_its_time",
            ),
            models.CheckConstraint(
                condition=~Q(state=State.CLOSED) | Q(closed_at__isnull=False),
                name="closed_comment_has_its_time",
            ),
        ]

    def __str__(self) -> str:
        return self.text[:80]
