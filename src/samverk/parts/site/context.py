"""What the frame round every page shows."""

from typing import Any

from django.http import HttpRequest


def frame(request: HttpRequest) -> dict[str, Any]:
    """The values of `ui/frame.html`."""
    return {"frame": None}
