"""What a phone that asks and votes keeps, for the page about cookies."""

from django.utils.translation import gettext_lazy as _

from samverk.parts.site.registry.cookies import SITE, Place, Stored

KEY = "samverk_votes"
STORED = Stored(
    KEY,
    _(
        "Ett slumptal som gör att din röst på en fråga räknas en gång, och vilka frågor du har röstat på. "
        "Finns bara om du har röstat på en fråga vid en av våra dagar."
    ),
    _("en vecka, om du besöker sidan Nu igen, annars tills du rensar webbläsaren"),
    SITE,
    place=Place.LOCAL,
)
