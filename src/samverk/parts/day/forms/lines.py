"""Texts on one line, in forms that visitors fill in."""

import unicodedata

from django.utils.translation import gettext_lazy as _

TOO_LONG = _("Texten har %(show_value)d tecken. Korta den till högst %(limit_value)d.")
INVISIBLE = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}


def one_line(text: str) -> str:
    """A name on one line, without signs that nobody sees."""
    return " ".join("".join(sign for sign in text if unicodedata.category(sign) not in INVISIBLE).split())
