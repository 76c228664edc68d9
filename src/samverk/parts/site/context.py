"""What the frame round every page shows."""

from typing import Any

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from samverk.parts.site.presenters import frame as presenters


def frame(request: HttpRequest) -> dict[str, Any]:
    """The values of `ui/frame.html`, made only for templates that use them."""
    return {"frame": SimpleLazyObject(lambda: presenters.build(request))}
