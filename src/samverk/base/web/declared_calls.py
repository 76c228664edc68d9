"""Wagtail's widgets without inline scripts, so that its interface can do with a strict
Content-Security-Policy.

Wagtail 8 starts its choosers, date fields and inline panels by inline scripts. Templates in this room
replace those of the fields and panels; the choosers write theirs in Python. See docs/decisions.
"""

import json
import re
from typing import Any

from django.utils.html import format_html
from django.utils.safestring import SafeString
from wagtail.admin.widgets.chooser import BaseChooser

CALL = re.compile(r"(?:new )?(\w+)\((.*)\);?", re.DOTALL)


def install() -> None:
    """Have every chooser declare what starts it."""
    BaseChooser.render = _render


def declared(script: str) -> tuple[str, str]:
    """What a script like `new ImageChooser("id", {...});` starts, and the values it gives, as a JSON list.

    :raises ValueError: when the script does anything else.
    """
    call = CALL.fullmatch(script.strip())
    if call is None:
        raise ValueError(script)
    return call[1], json.dumps(json.loads(f"[{call[2]}]"))


def _render(
    self: BaseChooser, name: str, value: Any, attrs: dict[str, Any], renderer: Any = None
) -> SafeString:
    data = self.get_value_data(value)
    widget, values = declared(self.render_js_init(attrs["id"], name, data))
    return format_html(
        '{}<span hidden data-declared-call="{}" data-declared-values="{}"></span>',
        self.render_html(name, data, attrs),
        widget,
        values,
    )
