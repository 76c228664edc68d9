"""Icons and illustrations, written straight into pages so that they follow the light of the page."""

from functools import cache
from pathlib import Path

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

HERE = Path(__file__).parent
STROKE = mark_safe(
    'fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"'
)
HIDDEN = mark_safe('aria-hidden="true" focusable="false"')


@cache
def icon(name: str) -> SafeString:
    """An icon of 24 × 24 in the colour of the text around it; the arrow follows the direction of the text."""
    shape = "icon icon-directional" if name == "arrow" else "icon"
    markup = '<svg class="{}" viewBox="0 0 24 24" {} {}>{}</svg>'
    return format_html(markup, shape, STROKE, HIDDEN, _read("icons", name))


@cache
def illustration(name: str) -> SafeString:
    """A picture of 480 × 320 in the colours of the palette."""
    markup = '<svg class="illustration" viewBox="0 0 480 320" {}>{}</svg>'
    return format_html(markup, HIDDEN, _read("illustrations", name))


def _read(folder: str, name: str) -> SafeString:
    """:raises LookupError: when there is no such drawing."""
    drawings = {path.stem: path for path in (HERE / folder).glob("*.svg")}
    if name not in drawings:
        raise LookupError(f"No drawing called {name} in {folder}; there are {', '.join(sorted(drawings))}.")
    return mark_safe(drawings[name].read_text(encoding="utf-8").strip())  # noqa: S308 (our own files)
