from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

# From the page upward, by each page's counterpart in other languages too: who answers for a section answers
# for its translations. One query with keys and indexes only, for it is asked at every comment that is sent.
NEAREST = """
    SELECT answered.id, answered.section_id
    FROM feedback_responsibility answered
    JOIN wagtailcore_page section ON section.id = answered.section_id
    JOIN wagtailcore_page above ON above.translation_key = section.translation_key
    JOIN wagtailcore_page page ON page.path LIKE above.path || '%%'
    WHERE page.id = %s
    ORDER BY length(above.path) DESC, answered.id
    LIMIT 1
"""


class ResponsibilityQuerySet(models.QuerySet["Responsibility"]):
    """Words about who answers for what."""

    def nearest(self, page_id: int) -> Any:
        """Who answers for the section that is closest above the page, or for the page itself."""
        return next(iter(self.raw(NEAREST, [page_id])), None)


class Responsibility(models.Model):
    """The editors who take care of what is said about a part of the site."""

    region = models.ForeignKey("region.Region", on_delete=models.PROTECT, verbose_name=_("region"))
    section = models.OneToOneField(
        "wagtailcore.Page",
        on_delete=models.CASCADE,
        related_name="+",
        verbose_name=_("del av webbplatsen"),
    )
    editors = models.ManyToManyField(
        settings.AUTH_USER_MODEL, blank=True, related_name="+", verbose_name=_("ansvariga")
    )

    objects = ResponsibilityQuerySet.as_manager()

    class Meta:
        verbose_name = _("ansvar")
        verbose_name_plural = _("ansvar")
        ordering: ClassVar = ["section__path"]

    def __str__(self) -> str:
        return str(self.section)
