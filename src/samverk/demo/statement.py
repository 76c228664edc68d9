"""The demonstration's accessibility statement, as a region would have filled it in."""

from datetime import date

from wagtail.models import Site

from samverk.base.organisations.permissions import OPERATOR
from samverk.demo.shelf import contact
from samverk.parts.site.actions import statement as actions
from samverk.parts.site.models import AccessibilityStatement, Shortcoming
from samverk.parts.site.models.statement import Reason

SHORTCOMINGS = (
    Shortcoming(
        language="sv",
        what="Några äldre bilder har en för kort beskrivning.",
        affects="Den som inte ser bilden får inte veta allt som den visar.",
        alternative="Hör av dig, så beskriver vi bilden.",
        mended_by=date(2027, 3, 31),
    ),
    Shortcoming(
        language="sv",
        reason=Reason.OUTSIDE,
        what="Dokument som andra har gjort, och som vi varken har betalat för eller kan ändra.",
        affects="Den som använder skärmläsare.",
        alternative="Hör av dig, så berättar vi vad som står i dem.",
    ),
    Shortcoming(
        language="en",
        what="Some older pictures have too short a description.",
        affects="Those who do not see the picture are not told everything that it shows.",
        alternative="Get in touch, and we describe the picture.",
        mended_by=date(2027, 3, 31),
    ),
    Shortcoming(
        language="en",
        reason=Reason.OUTSIDE,
        what="Documents that others have made, and that we have neither paid for nor can change.",
        affects="Those who use a screen reader.",
        alternative="Get in touch, and we tell you what they say.",
    ),
)


def build() -> None:
    """Fill in the statement, unless somebody has."""
    statement = AccessibilityStatement.for_site(Site.objects.get(is_default_site=True))
    if statement.assessed_on:
        return
    statement.contact = contact("redaktionen", "sv")
    statement.assessed_on = date(2026, 11, 16)
    statement.published_on = statement.updated_on = date(2026, 11, 24)
    actions.write_statement(statement=statement, shortcomings=SHORTCOMINGS, by=OPERATOR)
