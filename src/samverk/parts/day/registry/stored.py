"""What a phone at a door keeps, for the page about cookies."""

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from samverk.parts.site.registry.cookies import SITE, Stored

COOKIE = "__Secure-door" if settings.HTTPS else "door"
STORED = (
    Stored(
        COOKIE,
        _(
            "Visar att telefonen är en dörr vid en av våra dagar. Finns bara i telefoner där någon har "
            "öppnat den. Telefonen har då också listan på dem som är anmälda, som raderas efter dagen."
        ),
        _("till en vecka efter dagen, eller tills dörren stängs på telefonen"),
        SITE,
    ),
)
