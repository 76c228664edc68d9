"""Plainly invented content for the style page."""

from datetime import UTC, datetime
from typing import Any

from django import forms
from django.core.paginator import Page, Paginator
from django.utils.translation import gettext_lazy as _

from samverk.ui.chart import Chart, Series, bar_chart, line_chart
from samverk.ui.frame import CookieNotice, Link
from samverk.ui.row_chart import RowChart, row_chart
from samverk.ui.table import Column, Table

SPOKEN = datetime(2018, 4, 17, 9, 30, tzinfo=UTC)
ICONS = (
    *("arrow", "ascending", "calendar", "check", "close", "descending", "document", "download", "external"),
    *("feed", "globe", "letter", "menu", "person", "phone", "print", "search", "sort"),
    *("book", "listen", "pause", "play", "stop", "next", "previous"),
)
ILLUSTRATIONS = ("aurora", "steps", "hands", "path", "letter")
TONES = ("neutral", "accent", "cloudberry", "aurora", "info", "success", "warning", "danger")


class SampleForm(forms.Form):
    """One field of each kind."""

    name = forms.CharField(label=_("Namn"), help_text=_("För- och efternamn"))
    email = forms.EmailField(label=_("E-postadress"))
    telephone = forms.CharField(label=_("Telefon"), required=False, widget=forms.TextInput({"type": "tel"}))
    day = forms.DateField(label=_("Dag"), widget=forms.DateInput({"type": "date"}))
    seats = forms.IntegerField(label=_("Antal platser"), min_value=1)
    place = forms.ChoiceField(
        label=_("Ort"), choices=[("", _("Välj ort")), ("L", "Luleå"), ("J", "Jokkmokk")]
    )
    way = forms.ChoiceField(
        label=_("Hur vill du delta?"),
        choices=[("here", _("På plats")), ("away", _("På distans"))],
        widget=forms.RadioSelect,
    )
    topics = forms.MultipleChoiceField(
        label=_("Vad vill du höra om?"),
        choices=[("business", _("Affärer")), ("work", _("Arbetsintegrering")), ("members", _("Medskapande"))],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    message = forms.CharField(label=_("Meddelande"), widget=forms.Textarea({"rows": 4}), required=False)
    attachment = forms.FileField(label=_("Bifoga fil"), required=False)
    agree = forms.BooleanField(label=_("Jag har läst villkoren"))


def refused_form() -> SampleForm:
    """The same form as it comes back with errors."""
    form = SampleForm({"refused-name": "Maj Fjällström", "refused-email": "maj@"}, prefix="refused")
    form.full_clean()
    return form


def bars() -> Chart:
    """Two series of bars."""
    return bar_chart(
        title="Nya affärer per kvartal",
        unit="antal",
        first="Kvartal",
        labels=("Kv 1", "Kv 2", "Kv 3", "Kv 4"),
        series=(Series("2017", (4, 7, 5, 9)), Series("2018", (8, 12, 11, 17))),
    )


def rows() -> RowChart:
    """Lying bars for long labels."""
    names = ("Räkna på ett anbud", "Handledning som håller, från första dagen till den sista")
    table = Table(
        (Column("Programpunkt"), Column("Medel", numeric=True)), ((names[0], "4,3"), (names[1], "3,8"))
    )
    return row_chart(title="Betyg från 1 till 5", labels=names, values=(4.3, 3.8), most=5, table=table)


def line() -> Chart:
    """One line."""
    return line_chart(
        title="Besökare på Sociala företagsdagen",
        unit="personer",
        first="År",
        labels=("2014", "2015", "2016", "2017", "2018"),
        series=(Series("Besökare", (64, 82, 120, 148, 203)),),
    )


def table() -> Table:
    """A table in order."""
    return Table(
        columns=(
            Column("Företag", sort_url="?ordning=namn", sorted="ascending"),
            Column("Ort", sort_url="?ordning=ort"),
            Column("Medarbetare", numeric=True),
        ),
        rows=(
            (("Kooperativet Björkgården", "#"), "Luleå", 14),
            (("Fjällkafét Tuvan", "#"), "Jokkmokk", 6),
            (("Återbruket Älven", "#"), "Piteå", 23),
        ),
    )


def page() -> Page[int]:
    """The middle of a long list."""
    return Paginator(range(120), 10).page(5)


def pages() -> list[dict[str, Any]]:
    """A list of two pages."""
    told = (
        ("Kooperativ delar erfarenheter", "Delaktighet från första dagen."),
        ("Så blir en affär till", "Från önskemål till avtal i fem steg."),
    )
    return [{"title": title, "text": text, "url": "#", "date": SPOKEN} for title, text in told]


def trail() -> tuple[Link, ...]:
    """The way to an article."""
    here = Link("Sociala företagsdagen i Norr", "", current=True)
    return Link("Start", "/"), Link("Aktuellt", "/aktuellt/"), here


def question() -> CookieNotice:
    """A cookie notice that asks."""
    text = "Får vi räkna besök för att göra webbplatsen bättre?"
    return CookieNotice(text, Link("Vad är cookies?", "/kakor/"), "/kakor/svar/", asks=True, version="1")


def context() -> dict[str, Any]:
    """Everything that the style page shows."""
    return {
        "sample": SampleForm(),
        "refused": refused_form(),
        "bars": bars(),
        "rows": rows(),
        "line": line(),
        "table": table(),
        "page": page(),
        "pages": pages(),
        "trail": trail(),
        "asks": question(),
        "moment": SPOKEN,
        "icons": ICONS,
        "illustrations": ILLUSTRATIONS,
        "tones": TONES,
        "steps": ["Dina uppgifter", "Programpunkter", "Kontrollera", "Klart"],
        "facts": [("Arrangör", "Norrsken"), ("Plats", "Kulturhuset", Link("Ändra", "#")), ("Telefon", "")],
    }
