from typing import ClassVar

from django.core.files.base import ContentFile
from django.core.files.base import File as DjangoFile
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from wagtail.documents.models import AbstractDocument
from wagtail.images.models import AbstractImage, AbstractRendition, Filter
from wagtail.search import index
from wagtailmedia.models import AbstractMedia

from samverk.base.region.queries import current_region_id


class Picture(AbstractImage):
    """A picture with the words that belong to it; a page may choose other words where it shows it."""

    region = models.ForeignKey(
        "region.Region",
        on_delete=models.PROTECT,
        default=current_region_id,
        editable=False,
        verbose_name=_("region"),
    )
    description = None
    default_alt = models.CharField(
        _("alternativtext"),
        max_length=255,
        blank=True,
        help_text=_("Vad bilden visar, för den som inte ser den. Lämna tomt om bilden bara är prydnad."),
    )
    caption = models.CharField(_("bildtext"), max_length=500, blank=True)
    credit = models.CharField(_("fotograf"), max_length=200, blank=True)

    admin_form_fields = (
        "title",
        "file",
        "default_alt",
        "caption",
        "credit",
        "collection",
        "tags",
        "focal_point_x",
        "focal_point_y",
        "focal_point_width",
        "focal_point_height",
    )
    search_fields: ClassVar[list[index.BaseField]] = [
        *(field for field in AbstractImage.search_fields if field.field_name != "description"),
        index.SearchField("default_alt"),
        index.AutocompleteField("default_alt"),
        index.SearchField("caption"),
        index.SearchField("credit"),
    ]

    class Meta(AbstractImage.Meta):
        verbose_name = _("bild")
        verbose_name_plural = _("bilder")

    @property
    def default_alt_text(self) -> str:
        return self.default_alt

    def generate_rendition_file(self, filter: Filter, *, source: DjangoFile | None = None) -> ContentFile:
        """The picture in another size, in memory: Wagtail leaves its temporary file open."""
        with super().generate_rendition_file(filter, source=source) as made:
            made.seek(0)
            return ContentFile(made.read(), name=made.name)


class PictureRendition(AbstractRendition):
    """A picture in one size and format."""

    image = models.ForeignKey(
        Picture, on_delete=models.CASCADE, related_name="renditions", verbose_name=_("bild")
    )

    class Meta:
        verbose_name = _("bildstorlek")
        verbose_name_plural = _("bildstorlekar")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["image", "filter_spec", "focal_point_key"], name="one_rendition_of_a_kind"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.image_id} {self.filter_spec}"


class File(AbstractDocument):
    """A document that readers may download."""

    region = models.ForeignKey(
        "region.Region",
        on_delete=models.PROTECT,
        default=current_region_id,
        editable=False,
        verbose_name=_("region"),
    )

    admin_form_fields = ("title", "file", "collection", "tags")

    class Meta(AbstractDocument.Meta):
        verbose_name = _("dokument")
        verbose_name_plural = _("dokument")

    def clean(self) -> None:
        """Say nothing about the name of a file whose content was refused already."""
        if self.file:
            super().clean()


class Film(AbstractMedia):
    """A film that everybody can follow: with captions, unless it is silent, and preferably a transcript."""

    region = models.ForeignKey(
        "region.Region",
        on_delete=models.PROTECT,
        default=current_region_id,
        editable=False,
        verbose_name=_("region"),
    )
    is_silent = models.BooleanField(_("filmen saknar ljud"), default=False)
    captions = models.FileField(
        _("undertexter"),
        upload_to="captions",
        blank=True,
        help_text=_("En fil i formatet WebVTT (.vtt). Behövs om filmen har ljud."),
    )
    captions_language = models.CharField(_("undertexternas språk"), max_length=10, default="sv")
    transcript = models.TextField(
        _("utskrift"), blank=True, help_text=_("Det som sägs och syns i filmen, som text att läsa.")
    )

    admin_form_fields = (
        "title",
        "file",
        "collection",
        "is_silent",
        "captions",
        "captions_language",
        "transcript",
        "thumbnail",
        "width",
        "height",
        "duration",
        "tags",
    )

    class Meta(AbstractMedia.Meta):
        verbose_name = _("film")
        verbose_name_plural = _("filmer")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=Q(is_silent=True) | ~Q(captions=""),
                name="sound_has_captions",
                violation_error_message=_("Lägg till undertexter, eller ange att filmen saknar ljud."),
            ),
        ]
