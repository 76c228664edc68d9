"""The kinds of page. Wagtail makes them controllers: see docs/decisions/0005."""

from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel, Panel
from wagtail.fields import StreamField
from wagtail.models import Orderable, Page, PageViewRestriction
from wagtail.search import index

from samverk.base.region.queries import current_region_id
from samverk.parts.site.blocks import BodyBlock
from samverk.parts.site.models.easy import EasyReadMixin
from samverk.parts.site.presenters import pages as presenters
from samverk.parts.site.presenters import rendered
from samverk.parts.site.rules import easy

EASY_TEMPLATE = "site/easy_page.html"
BODY_PANELS: list[Panel] = [FieldPanel("lead"), FieldPanel("body")]
CONTACT_PANEL = InlinePanel("contacts", heading=_("Kontaktpersoner"), label=_("Kontaktperson"))
RELATED_PANEL = InlinePanel("related", heading=_("Läs mer"), label=_("Sida"), max_num=6)


class PublicPage(Page):
    """What every public page has: a lead and a body made of blocks."""

    region = models.ForeignKey(
        "region.Region",
        on_delete=models.PROTECT,
        default=current_region_id,
        editable=False,
        related_name="+",
        verbose_name=_("region"),
    )
    lead = models.TextField(
        _("ingress"),
        blank=True,
        help_text=_("En till tre meningar som säger det viktigaste. Visas också i listor."),
    )
    body = StreamField(BodyBlock(), blank=True, verbose_name=_("innehåll"))

    content_panels: ClassVar[list[Panel]] = [*Page.content_panels, *BODY_PANELS, CONTACT_PANEL]
    search_fields: ClassVar = [*Page.search_fields, index.SearchField("lead"), index.SearchField("body")]

    class Meta:
        abstract = True

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Show the page."""
        return rendered.answer(request, super().serve(request, *args, **kwargs))

    def get_template(self, request: HttpRequest, *args: Any, is_easy: bool = False, **kwargs: Any) -> str:
        return EASY_TEMPLATE if is_easy else super().get_template(request, *args, **kwargs)

    def get_context(
        self, request: HttpRequest, *args: Any, is_easy: bool = False, **kwargs: Any
    ) -> dict[str, Any]:
        view = presenters.easy(self, request) if is_easy else self.present(request)
        return {**super().get_context(request, *args, **kwargs), "view": view}

    def clean(self) -> None:
        """Keep the address free at which easy-to-read versions are.

        :raises ValidationError: when a page wants it for itself.
        """
        super().clean()
        if self.slug == easy.STEP:
            raise ValidationError({"slug": _("Den adressen är upptagen för lättlästa versioner.")})

    def get_view_restrictions(self) -> models.QuerySet[PageViewRestriction]:
        """Wagtail's own, which looks at every page above; not asked when nothing at all is restricted."""
        if not PageViewRestriction.objects.exists():
            return PageViewRestriction.objects.none()
        return super().get_view_restrictions()

    def present(self, request: HttpRequest) -> presenters.PageView:
        """What the template of this kind of page shows."""
        return presenters.standard(self, request)

    def draw_pictures(self) -> None:
        """Make the sizes of its pictures that readers will want."""
        presenters.draw_pictures(self)


class PictureMixin(models.Model):
    """A main picture, with the words that this page gives it."""

    picture = models.ForeignKey(
        "files.Picture",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("huvudbild"),
    )
    picture_alt = models.CharField(
        _("alternativtext"),
        max_length=255,
        blank=True,
        help_text=_("Vad bilden visar, för den som inte ser den. Tomt: bildens egen alternativtext."),
    )
    picture_is_decorative = models.BooleanField(_("bilden är bara prydnad"), default=False)
    picture_caption = models.CharField(
        _("bildtext"), max_length=500, blank=True, help_text=_("Tomt: bildens egen bildtext.")
    )
    picture_credit = models.CharField(
        _("fotograf"), max_length=200, blank=True, help_text=_("Tomt: bildens egen fotograf.")
    )

    picture_panel: ClassVar = MultiFieldPanel(
        [
            FieldPanel("picture"),
            FieldPanel("picture_alt"),
            FieldPanel("picture_is_decorative"),
            FieldPanel("picture_caption"),
            FieldPanel("picture_credit"),
        ],
        heading=_("Huvudbild"),
    )

    class Meta:
        abstract = True

    def clean(self) -> None:
        """See that whoever does not see the picture is told what it shows.

        :raises ValidationError: when it has no alternative text and is not decoration.
        """
        super().clean()
        if self.picture and not (self.picture_is_decorative or self.picture_alt or self.picture.default_alt):
            message = _("Skriv vad bilden visar, eller ange att den bara är prydnad.")
            raise ValidationError({"picture_alt": message})


class HomePage(PictureMixin, PublicPage):  # noqa: DJ008 a page of Wagtail's has it
    """The first page. It welcomes, shows the ways on and the latest news."""

    template = "site/home_page.html"
    parent_page_types: ClassVar = ["wagtailcore.Page"]
    subpage_types: ClassVar = ["site.SectionPage", "site.StandardPage"]
    content_panels: ClassVar[list[Panel]] = [
        *Page.content_panels,
        FieldPanel("lead"),
        PictureMixin.picture_panel,
        InlinePanel("related", heading=_("Lyft fram"), label=_("Sida"), max_num=6),
        FieldPanel("body"),
        CONTACT_PANEL,
    ]

    class Meta:
        verbose_name = _("startsida")
        verbose_name_plural = _("startsidor")

    def present(self, request: HttpRequest) -> presenters.PageView:
        return presenters.home(self, request)


class SectionPage(PublicPage):
    """A section: a list of the pages beneath it, newest news first, then pages in the editors' order."""

    template = "site/section_page.html"
    parent_page_types: ClassVar = ["site.HomePage"]
    subpage_types: ClassVar = ["site.ArticlePage", "site.StandardPage"]

    class Meta:
        verbose_name = _("avdelning")
        verbose_name_plural = _("avdelningar")

    def present(self, request: HttpRequest) -> presenters.PageView:
        return presenters.section(self, request)


class StandardPage(EasyReadMixin, PictureMixin, PublicPage):  # noqa: DJ008 a page of Wagtail's has it
    """A page that is kept up to date, and so has no date of publication."""

    template = "site/standard_page.html"
    parent_page_types: ClassVar = ["site.HomePage", "site.SectionPage", "site.StandardPage"]
    subpage_types: ClassVar = ["site.StandardPage"]
    content_panels: ClassVar[list[Panel]] = [
        *Page.content_panels,
        FieldPanel("lead"),
        PictureMixin.picture_panel,
        FieldPanel("body"),
        EasyReadMixin.easy_panel,
        CONTACT_PANEL,
    ]

    class Meta:
        verbose_name = _("sida")
        verbose_name_plural = _("sidor")


class ArticlePage(EasyReadMixin, PictureMixin, PublicPage):  # noqa: DJ008 a page of Wagtail's has it
    """A piece of news, with its date. It may tell of an event, which search engines then understand."""

    published_on = models.DateField(
        _("publicerad"),
        null=True,
        blank=True,
        help_text=_("Dagen som visas. Tomt: den dag då sidan först publiceras."),
    )
    event_name = models.CharField(_("evenemangets namn"), max_length=200, blank=True)
    event_starts_at = models.DateTimeField(_("börjar"), null=True, blank=True)
    event_ends_at = models.DateTimeField(_("slutar"), null=True, blank=True)
    event_place = models.CharField(_("plats"), max_length=200, blank=True)

    template = "site/article_page.html"
    parent_page_types: ClassVar = ["site.SectionPage"]
    subpage_types: ClassVar[list[str]] = []
    content_panels: ClassVar[list[Panel]] = [
        *Page.content_panels,
        FieldPanel("published_on"),
        FieldPanel("lead"),
        PictureMixin.picture_panel,
        FieldPanel("body"),
        EasyReadMixin.easy_panel,
        CONTACT_PANEL,
        RELATED_PANEL,
        MultiFieldPanel(
            [
                FieldPanel("event_name"),
                FieldRowPanel([FieldPanel("event_starts_at"), FieldPanel("event_ends_at")]),
                FieldPanel("event_place"),
            ],
            heading=_("Evenemang"),
            help_text=_("Fyll i om nyheten berättar om en dag eller en träff."),
            classname="collapsed",
        ),
    ]
    search_fields: ClassVar = [*PublicPage.search_fields, index.FilterField("published_on")]

    class Meta:
        verbose_name = _("nyhet")
        verbose_name_plural = _("nyheter")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=Q(event_ends_at__isnull=True) | Q(event_ends_at__gte=F("event_starts_at")),
                name="event_ends_after_it_starts",
                violation_error_message=_("Evenemanget behöver börja innan det slutar."),
            ),
            models.CheckConstraint(
                condition=Q(event_name="") | Q(event_starts_at__isnull=False),
                name="named_event_has_a_start",
                violation_error_message=_("Skriv när evenemanget börjar."),
            ),
        ]

    def present(self, request: HttpRequest) -> presenters.PageView:
        return presenters.article(self, request)


class RelatedPage(Orderable):
    """A page that readers may want next: after an article, or from the home page."""

    region = models.ForeignKey(
        "region.Region",
        on_delete=models.PROTECT,
        default=current_region_id,
        editable=False,
        related_name="+",
        verbose_name=_("region"),
    )
    page = ParentalKey(
        "wagtailcore.Page", on_delete=models.CASCADE, related_name="related", verbose_name=_("sida")
    )
    target = models.ForeignKey(
        "wagtailcore.Page", on_delete=models.CASCADE, related_name="+", verbose_name=_("sida")
    )

    panels: ClassVar = [FieldPanel("target")]

    class Meta(Orderable.Meta):
        verbose_name = _("läs mer")
        verbose_name_plural = _("läs mer")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["page", "target"], name="related_once_to_a_page"),
        ]

    def __str__(self) -> str:
        return str(self.target)
