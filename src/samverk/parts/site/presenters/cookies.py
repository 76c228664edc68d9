"""Cookies in the words of the screen."""

from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _

from samverk.parts.site.queries import cookies as queries
from samverk.parts.site.registry import cookies as registry
from samverk.parts.site.registry.cookies import Category, Place
from samverk.parts.site.rules import cookies as rules
from samverk.ui.frame import CookieNotice, Link
from samverk.ui.table import Column, Table


def notice(request: HttpRequest) -> CookieNotice | None:
    """The notice that this visitor should see, if any. It differs by kind of answer only.

    The cookie page says all this itself.
    """
    more = reverse("site:cookies")
    if request.path == more:
        return None
    asks = queries.counts_visits(request)
    if not rules.must_ask(queries.answer_of(request), statistics=asks):
        return None
    return CookieNotice(
        text=_(registry.QUESTION if asks else registry.INFORMATION),
        more=Link(_("Vad är cookies?"), more),
        action=reverse("site:answer_cookies"),
        asks=asks,
        version=registry.question_version(),
        next=request.path,
    )


def modules(request: HttpRequest) -> tuple[str, ...]:
    """The script that counts visits, only in the pages of those who have said yes."""
    return (static("site/statistics.js"),) if queries.may_count(request) else ()


def answer_in_words(answer: rules.Answer | None) -> str:
    """What the visitor has answered."""
    if answer is rules.Answer.ACCEPT:
        return _("Du har sagt ja till att vi räknar dina besök.")
    if answer is rules.Answer.REFUSE:
        return _("Du har sagt nej. Vi räknar inte dina besök.")
    return _("Du har inte svarat. Vi räknar inte dina besök.")


def table(category: Category, place: Place) -> Table | None:
    """What is stored for one reason in one place; None when nothing is."""
    rows = [
        (format_html('<bdi dir="ltr">{}</bdi>', entry.name), entry.purpose, entry.life, entry.set_by)
        for entry in registry.registered()
        if (entry.category, entry.place) == (category, place)
    ]
    if not rows:
        return None
    columns = (
        Column(_("Namn")),
        Column(_("Syfte")),
        Column(_("Hur länge")),
        Column(_("Sparas av")),
    )
    return Table(columns=columns, rows=rows)
