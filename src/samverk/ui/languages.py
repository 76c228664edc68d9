"""The language of the screen."""

from django.conf import settings
from django.utils.translation import get_language


def spoken() -> str:
    """The code of the language that is spoken now; the installation's own when none has been chosen."""
    return get_language() or settings.LANGUAGE_CODE
