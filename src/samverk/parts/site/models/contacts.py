from typing import ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel
from wagtail.models import Orderable, TranslatableMixin
from wagtail.search import index

from samverk.base.region.queries import current_region_id
from samverk.parts.site.rules import telephone


class ContactPerson(TranslatableMixin, index.Indexed, models.Model):
    """Somebody to turn to. Written once, shown on every page that points here."""

    region = models.ForeignKey(
        "region.Region",
        on_delete=models.PROTECT,
        default=current_region_id,
        editable=False,
        verbose_name=_("region"),
    )
    name = models.CharField(_("namn"), max_length=200)
    role = models.CharField(_("titel eller roll"), max_length=200, blank=True)
    telephone = models.CharField(
        _("telefon"),
        max_length=30,
        blank=True,
        help_text=_("Till exempel 0920-711 75. Lämna tomt om det inte finns."),
    )
    email = models.EmailField(_("e-post"), blank=True, help_text=_("Lämna tomt om det inte finns."))

    panels: ClassVar = [FieldPanel("name"), FieldPanel("role"), FieldPanel("telephone"), FieldPanel("email")]
    search_fields: ClassVar = [
        index.SearchField("name"),
        index.AutocompleteField("name"),
        index.FilterField("locale_id"),
    ]

    class Meta(TranslatableMixin.Meta):
        verbose_name = _("kontaktperson")
        verbose_name_plural = _("kontaktpersoner")
        ordering: ClassVar = ["name"]

    def __str__(self) -> str:
        return f"{self.name}, {self.role}" if self.role else self.name

    def clean(self) -> None:
        """Keep the number in its international form.

        :raises ValidationError: when nobody could be reached on it.
        """
        super().clean()
        if not self.telephone:
            return
        try:
            self.telephone = telephone.parse(self.telephone)
        except telephone.TelephoneError as problem:
            message = _("Skriv ett telefonnummer som går att ringa, till exempel 0920-711 75.")
            raise ValidationError({"telephone": message}) from problem


class PageContact(Orderable):
    """A contact person in their place on a page."""

    region = models.ForeignKey(
        "region.Region",
        on_delete=models.PROTECT,
        default=current_region_id,
        editable=False,
        verbose_name=_("region"),
    )
    page = ParentalKey(
        "wagtailcore.Page", on_delete=models.CASCADE, related_name="contacts", verbose_name=_("sida")
    )
    person = models.ForeignKey(
        ContactPerson, on_delete=models.CASCADE, related_name="+", verbose_name=_("kontaktperson")
    )

    panels: ClassVar = [FieldPanel("person")]

    class Meta(Orderable.Meta):
        verbose_name = _("kontaktperson på sidan")
        verbose_name_plural = _("kontaktpersoner på sidan")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["page", "person"], name="contact_once_on_a_page"),
        ]

    def __str__(self) -> str:
        return str(self.person)
