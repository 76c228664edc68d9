"""Tags that the components are built with."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from django import template
from django.core.paginator import Page
from django.forms import BoundField, Form
from django.http import QueryDict
from django.template import Context
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import slugify

from samverk.ui import drawings
from samverk.ui.fields import FieldView, errors_of, view_of

register = template.Library()
register.simple_tag(drawings.icon, name="ui_icon")
register.simple_tag(drawings.illustration, name="ui_illustration")


@register.simple_tag
def ui_field(field: BoundField, label: str = "", hint: str = "") -> FieldView:
    """What the field component draws."""
    return view_of(field, label=label, hint=hint)


@register.simple_tag
def ui_errors(form: Form | None = None, errors: Iterable[tuple[str, str]] = ()) -> list[tuple[str, str]]:
    """The error summary's lines, of a form or given."""
    given = list(errors or ())
    return given or (errors_of(form) if form else [])


@dataclass(frozen=True)
class PageLink:
    """A page of a list; without a number it is the gap between two."""

    number: int | None
    url: str = ""
    current: bool = False


@register.simple_tag(takes_context=True)
def ui_pages(context: Context, page: Page, parameter: str) -> list[PageLink]:
    """The pages to show around the current one, each keeping the rest of the query."""
    numbers = page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1)
    return [
        PageLink(number, _page_url(context, parameter, number), number == page.number)
        if isinstance(number, int)
        else PageLink(None)
        for number in numbers
    ]


@register.simple_tag(takes_context=True)
def ui_page_url(context: Context, parameter: str, number: int) -> str:
    """The address of one page of a list, with the rest of the query kept."""
    return _page_url(context, parameter, number)


def _page_url(context: Context, parameter: str, number: int) -> str:
    request = context.get("request")
    query = request.GET.copy() if request else QueryDict(mutable=True)
    query[parameter] = str(number)
    return f"?{query.urlencode()}"


@register.simple_tag
def ui_id(label: str, given: str = "") -> str:
    """An id made of a label, when none is given."""
    return given or f"id-{slugify(label)}"


@register.filter
def telephone_link(number: str) -> str:
    """The `tel:` address of a Swedish number as people write it."""
    digits = "".join(sign for sign in str(number) if sign.isdigit() or sign == "+")
    return f"tel:+46{digits[1:]}" if digits.startswith("0") else f"tel:{digits}"


@register.filter
def breakable(address: str) -> SafeString:
    """An e-mail address that may break after its signs, not in the middle of a word."""
    return mark_safe(re.sub(r"([@.])", r"\1<wbr>", escape(address)))  # noqa: S308 (escaped first)


@register.filter
def tone(name: str) -> str:
    """The tone of one of Django's message levels, or the tone itself."""
    return {"error": "danger", "debug": "neutral"}.get(name, name)
