from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from samverk.base.region.queries import current_region_id


class PageImport(models.Model):
    """A page from elsewhere that somebody brought here. It is deleted, source and all, after a while."""

    region = models.ForeignKey(
        "region.Region",
        on_delete=models.PROTECT,
        default=current_region_id,
        editable=False,
        verbose_name=_("region"),
    )
    source = models.TextField(_("sidan som den kom"))
    name = models.CharField(_("filens namn"), max_length=255, blank=True)
    imported_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("vem"),
    )
    created_at = models.DateTimeField(_("när"), db_index=True)
    page = models.ForeignKey(
        "wagtailcore.Page", null=True, on_delete=models.SET_NULL, related_name="+", verbose_name=_("sida")
    )

    class Meta:
        verbose_name = _("import")
        verbose_name_plural = _("importer")
        ordering: ClassVar[list[str]] = ["-created_at"]

    def __str__(self) -> str:
        return f"{self.name} {self.created_at:%Y-%m-%d %H:%M}".strip()
