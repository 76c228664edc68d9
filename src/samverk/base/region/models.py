from django.db import models
from django.utils.translation import gettext_lazy as _


class Region(models.Model):
    """A region that runs its initiative here. Every table of ours is keyed by it: regions can be split."""

    name = models.CharField(_("namn"), max_length=100)
    slug = models.SlugField(_("kortnamn"), unique=True)

    class Meta:
        verbose_name = _("region")
        verbose_name_plural = _("regioner")

    def __str__(self) -> str:
        return self.name
