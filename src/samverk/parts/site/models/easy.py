"""An easy-to-read version beside a page's own text."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import F, Func, IntegerField, Value
from django.db.models.functions import Coalesce, Greatest
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, Panel
from wagtail.fields import StreamField

from samverk.engine.language.plain import Measure, measure
from samverk.parts.site.blocks import EasyBlock
from samverk.parts.site.rules.easy import STEP, words_of


class _Length(Func):
    function = "jsonb_array_length"
    output_field = IntegerField()


# Of how many blocks the easy version of a page of any kind is made; 0 when there is none.
EASY_BLOCKS = Greatest(
    *(Coalesce(_Length(F(f"{kind}__easy_body")), Value(0)) for kind in ("articlepage", "standardpage"))
)


class EasyHelp(Panel):
    """How to write so that it is easy to read, and how easy what is saved has become."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "site/easy/help.html"

        def get_context_data(self, parent_context: dict[str, Any] | None = None) -> dict[str, Any]:
            return {**super().get_context_data(parent_context), "measure": self.instance.easy_measure()}


class EasyReadMixin(models.Model):
    """A page that may be told once more, for those who read slowly or are new to the language."""

    easy_title = models.CharField(
        _("rubrik på lättläst"), max_length=255, blank=True, help_text=_("Tomt: sidans egen rubrik.")
    )
    easy_body = StreamField(EasyBlock(), blank=True, verbose_name=_("lättläst text"))

    easy_panel: ClassVar = MultiFieldPanel(
        [EasyHelp(), FieldPanel("easy_title"), FieldPanel("easy_body")],
        heading=_("Lättläst"),
        classname="collapsed",
    )

    class Meta:
        abstract = True

    @property
    def preview_modes(self) -> list[tuple[str, Any]]:
        """What an editor may look at before it is published."""
        return [("", _("Vanlig text")), (STEP, _("Lättläst"))]

    def get_preview_template(self, request: HttpRequest, mode_name: str) -> str:
        return str(self.get_template(request, is_easy=mode_name == STEP))  # type: ignore[attr-defined]

    def get_preview_context(self, request: HttpRequest, mode_name: str) -> dict[str, Any]:
        return dict(self.get_context(request, is_easy=mode_name == STEP))  # type: ignore[attr-defined]

    def easy_measure(self) -> Measure:
        """How long the words and sentences of its easy text are."""
        return measure(words_of(self.easy_body.raw_data))
