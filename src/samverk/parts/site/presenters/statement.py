"""The accessibility statement in the words of the screen.

Every part that the law demands is here, in our own words:
- lagen (2018:1937) om tillgänglighet till digital offentlig service, 9, 12, 13 and 18 §§,
- förordningen (2018:1938) om tillgänglighet till digital offentlig service, which names the authority,
- Diggs föreskrifter MDFFS 2019:2,
- the model statement of the Commission's implementing decision (EU) 2018/1523.
"""

from datetime import date

from django.utils.formats import date_format
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop, ngettext

from samverk.parts.site.queries.statement import Statement

AUTHORITY_REPORT = "https://www.digg.se/tdosanmalan"
STANDARD = mark_safe('<bdi dir="ltr">EN 301 549 (WCAG 2.1 AA)</bdi>')

COMPLIANCE = {
    "full": gettext_noop(
        "Webbplatsen är helt förenlig med lagen om tillgänglighet till digital offentlig service."
    ),
    "partial": gettext_noop(
        "Webbplatsen är delvis förenlig med lagen om tillgänglighet till digital offentlig service."
    ),
    "none": gettext_noop(
        "Webbplatsen är inte förenlig med lagen om tillgänglighet till digital offentlig service."
    ),
}


def compliance(statement: Statement) -> str:
    """How far the law is followed, with the very words it has for it."""
    return _(COMPLIANCE[statement.compliance])


def reply_time(statement: Statement) -> str:
    """When somebody who reports can expect an answer."""
    days = statement.reply_days
    return ngettext("Vi svarar inom en arbetsdag.", "Vi svarar inom %(days)s arbetsdagar.", days) % {
        "days": days
    }


def testing(statement: Statement) -> str:
    """Who has tested the site."""
    if statement.assessment == "self":
        return _("Vi har testat webbplatsen själva.")
    who = statement.assessor or _("En utomstående granskare")
    if statement.assessment == "external":
        return _("%(who)s har granskat webbplatsen åt oss.") % {"who": who}
    return _("Vi har testat webbplatsen själva. %(who)s har också granskat den.") % {"who": who}


def dates(statement: Statement) -> tuple[tuple[str, str], ...]:
    """The dates that are known; the statement has to tell them."""
    known: tuple[tuple[str, date | None], ...] = (
        (_("Webbplatsen testades senast"), statement.assessed_on),
        (_("Webbplatsen publicerades"), statement.published_on),
        (_("Redogörelsen uppdaterades"), statement.updated_on),
    )
    return tuple((label, date_format(day)) for label, day in known if day)
