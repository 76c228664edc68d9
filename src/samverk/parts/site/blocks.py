"""The pieces that an editor builds a page of."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageBlock
from wagtailmedia.blocks import VideoChooserBlock

INLINE = ["bold", "italic", "link", "document-link"]
PARAGRAPH = [*INLINE, "ol", "ul"]


class HeadingBlock(blocks.StructBlock):
    """A heading in the text. The page's own title is level 1, so these begin at 2."""

    text = blocks.CharBlock(label=_("Rubrik"), max_length=200)
    level = blocks.ChoiceBlock(
        label=_("Nivå"), choices=[("2", _("Rubrik")), ("3", _("Underrubrik"))], default="2", required=True
    )

    class Meta:
        icon = "title"
        label = _("Rubrik")
        label_format = "{text}"


class QuoteBlock(blocks.StructBlock):
    """What somebody said, and who."""

    text = blocks.TextBlock(
        label=_("Citat"), help_text=_("Skriv utan citattecken, de läggs till av sig själva.")
    )
    speaker = blocks.CharBlock(label=_("Vem"), required=False, max_length=200)
    role = blocks.CharBlock(label=_("Titel eller roll"), required=False, max_length=200)

    class Meta:
        icon = "openquote"
        label = _("Citat")
        label_format = "{text}"


class ListBlock(blocks.StructBlock):
    """A list, with dots or with numbers."""

    is_ordered = blocks.BooleanBlock(label=_("Numrerad"), required=False)
    items = blocks.ListBlock(blocks.RichTextBlock(features=INLINE), label=_("Punkter"), min_num=1)

    class Meta:
        icon = "list-ul"
        label = _("Lista")


class LinkBlock(blocks.StructBlock):
    """A link to a page here, or to an address elsewhere."""

    text = blocks.CharBlock(label=_("Länktext"), max_length=200)
    page = blocks.PageChooserBlock(label=_("Sida här"), required=False)
    url = blocks.URLBlock(label=_("Adress någon annanstans"), required=False)

    class Meta:
        icon = "link"
        label = _("Länk")
        label_format = "{text}"

    def clean(self, value: blocks.StructValue) -> blocks.StructValue:
        cleaned = super().clean(value)
        if bool(cleaned["page"]) == bool(cleaned["url"]) and not self.is_deferred_validation:
            message = ValidationError(_("Välj en sida här, eller skriv en adress. Inte båda."))
            raise blocks.StructBlockValidationError(block_errors={"page": message})
        return cleaned


class LinksBlock(blocks.StructBlock):
    """Links that belong together."""

    title = blocks.CharBlock(label=_("Rubrik"), required=False, max_length=200)
    items = blocks.ListBlock(LinkBlock(), label=_("Länkar"), min_num=1)

    class Meta:
        icon = "link"
        label = _("Länkar")


class PictureBlock(blocks.StructBlock):
    """A picture. Without alternative text only when it is marked as decoration."""

    picture = ImageBlock(label=_("Bild"))
    caption = blocks.CharBlock(
        label=_("Bildtext"),
        required=False,
        max_length=500,
        help_text=_("Lämna tomt för att visa bildens egen."),
    )
    credit = blocks.CharBlock(
        label=_("Fotograf"),
        required=False,
        max_length=200,
        help_text=_(
            "Lämna tomt för att visa bildens egen. Är det inget foto: skriv Illustration: och namnet."
        ),
    )

    class Meta:
        icon = "image"
        label = _("Bild")
        label_format = "{caption}"


class FilmBlock(blocks.StructBlock):
    """A film with captions, shown by the browser itself."""

    film = VideoChooserBlock(label=_("Film"))
    caption = blocks.CharBlock(label=_("Filmtext"), required=False, max_length=500)
    credit = blocks.CharBlock(label=_("Upphovsperson"), required=False, max_length=200)

    class Meta:
        icon = "media"
        label = _("Film")
        label_format = "{caption}"


class DocumentBlock(blocks.StructBlock):
    """A document to download, with its kind and size told before."""

    document = DocumentChooserBlock(label=_("Dokument"))
    title = blocks.CharBlock(
        label=_("Länktext"),
        required=False,
        max_length=200,
        help_text=_("Lämna tomt för dokumentets eget namn."),
    )

    class Meta:
        icon = "doc-full"
        label = _("Dokument")
        label_format = "{title}"


class FactsBlock(blocks.StreamBlock):
    """What may stand in a fact box."""

    paragraph = blocks.RichTextBlock(label=_("Stycke"), icon="pilcrow", features=PARAGRAPH)
    list = ListBlock()
    links = LinksBlock()


class FactBoxBlock(blocks.StructBlock):
    """A box beside the story."""

    title = blocks.CharBlock(label=_("Rubrik"), default="Bakgrund", max_length=200)
    content = FactsBlock(label=_("Innehåll"))

    class Meta:
        icon = "info-circle"
        label = _("Faktaruta")
        label_format = "{title}"


class EasyBlock(blocks.StreamBlock):
    """What an easy-to-read text is made of: little, so that it stays easy."""

    heading = HeadingBlock()
    lines = blocks.TextBlock(
        label=_("Stycke"),
        icon="pilcrow",
        help_text=_("En mening på varje rad. En tom rad ger ett nytt stycke."),
    )
    list = ListBlock()
    picture = PictureBlock()


class BodyBlock(blocks.StreamBlock):
    """Everything that a page's text may be made of."""

    lead = blocks.TextBlock(
        label=_("Ingress"),
        icon="bold",
        help_text=_("Ett kort stycke i större text, först på sidan eller i ett avsnitt."),
    )
    heading = HeadingBlock()
    paragraph = blocks.RichTextBlock(label=_("Stycke"), icon="pilcrow", features=PARAGRAPH)
    quote = QuoteBlock()
    fact_box = FactBoxBlock()
    list = ListBlock()
    links = LinksBlock()
    picture = PictureBlock()
    film = FilmBlock()
    document = DocumentBlock()
