"""What the page of a Day says first: how to come to it."""

from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samverk.parts.day.presenters.tickets import FEW
from samverk.parts.day.queries.tickets import kinds
from samverk.parts.day.registry.panels import Shown


def panel(shown: Shown) -> SafeString:
    """The way to registration, when there is one. One query; the same for every reader."""
    offered = kinds(shown.edition_id)
    if not offered:
        return SafeString()
    left = sum(max(0, kind.left) for kind in offered)
    context = {
        "told": _told(left, is_free=not any(kind.price for kind in offered)),
        "is_full": left == 0,
        "url": reverse("day:register", args=[shown.series, shown.edition]),
    }
    return render_to_string("day/registration/panel.html", context)


def live_panel(shown: Shown) -> SafeString:
    """The way to what happens now. The same for every reader."""
    return render_to_string(
        "day/live/panel.html", {"url": reverse("day:live", args=[shown.series, shown.edition])}
    )


def _told(left: int, *, is_free: bool) -> str:
    if left == 0:
        return _("Alla platser är tagna. Ställ dig på väntelistan, så skriver vi till dig när en blir ledig.")
    if left <= FEW:
        return ngettext("Bara %(count)d plats kvar.", "Bara %(count)d platser kvar.", left) % {"count": left}
    return (
        _("Det är gratis att delta, och du behöver inget konto.") if is_free else _("Du behöver inget konto.")
    )
