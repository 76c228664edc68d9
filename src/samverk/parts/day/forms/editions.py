"""What organisers write about series and editions."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samverk.parts.day.queries.editions import EditionFacts, EditionLine
from samverk.parts.day.rules.shifting import same_weekday_next_year
from samverk.ui.fields import offer

LONGEST_TEXT = 10_000
MOST_DAYS = 14


def a_date(label: Any, **more: Any) -> forms.DateField:
    """A day, chosen in the browser's own calendar."""
    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    return forms.DateField(label=label, widget=widget, **more)


def a_text(label: Any, *, rows: int = 4, **more: Any) -> forms.CharField:
    """A longer text. An empty line makes a new paragraph."""
    widget = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(label=label, required=False, max_length=LONGEST_TEXT, widget=widget, **more)


class SeriesForm(forms.Form):
    """What a day that comes back is called, and who arranges it."""

    name = forms.CharField(label=_("Namn"), max_length=150)
    purpose = a_text(_("Syfte"), help_text=_("En eller två meningar om varför dagen finns."))
    organiser = forms.TypedChoiceField(label=_("Arrangör"), coerce=int)

    def __init__(self, *args: Any, organisations: list[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "organiser", organisations)


class Days(forms.Form):
    """A first and a last day."""

    starts_on = a_date(_("Första dagen"))
    ends_on = a_date(_("Sista dagen"), required=False, help_text=_("Tomt om det är en enda dag."))

    def clean(self) -> dict[str, Any]:
        """One day unless another is given; neither backwards nor endless."""
        given = super().clean() or self.cleaned_data
        first = given.get("starts_on")
        given["ends_on"] = last = given.get("ends_on") or first
        if first and last and last < first:
            self.add_error("ends_on", _("Sista dagen kan inte vara före den första."))
        elif first and last and (last - first).days >= MOST_DAYS:
            self.add_error("ends_on", _("En upplaga kan vara i högst fjorton dagar."))
        return given


class NewEdition(Days):
    """A new time that a series takes place, from nothing or as a copy of an earlier one."""

    source = forms.TypedChoiceField(
        label=_("Utgå från"), coerce=int, required=False, empty_value=None, widget=forms.RadioSelect
    )
    title = forms.CharField(label=_("Rubrik"), max_length=200)

    field_order = ("source", "title", "starts_on", "ends_on")

    def __init__(self, *args: Any, series: str, editions: tuple[EditionLine, ...], **kwargs: Any) -> None:
        newest = next(iter(editions), None)
        kwargs["initial"] = self._guess(series, newest) | kwargs.get("initial", {})
        super().__init__(*args, **kwargs)
        copies = [(edition.id, _("Kopiera {title}").format(title=edition.title)) for edition in editions]
        offer(self, "source", [*copies, ("", _("Börja från början"))])

    @staticmethod
    def _guess(series: str, newest: EditionLine | None) -> dict[str, Any]:
        """The same weekday a year after the newest, for as many days."""
        if newest is None:
            return {"title": series, "source": ""}
        first = same_weekday_next_year(newest.starts_on)
        last = same_weekday_next_year(newest.ends_on)
        return {
            "source": newest.id,
            "title": f"{series} {first:%Y}",
            "starts_on": first,
            "ends_on": last if last != first else None,
        }


class EditionForm(Days):
    """Everything that an edition says of itself."""

    title = forms.CharField(label=_("Rubrik"), max_length=200)
    organiser = forms.CharField(
        label=_("Arrangör den här gången"),
        required=False,
        max_length=200,
        help_text=_("Tomt om det är samma arrangör som för hela serien."),
    )
    lead = a_text(_("Ingress"), rows=3, help_text=_("Två eller tre meningar om vad dagen ger."))
    about = a_text(_("Om dagen"), rows=8, help_text=_("En tom rad ger ett nytt stycke."))
    capacity = forms.IntegerField(label=_("Antal platser"), required=False, min_value=1, max_value=100_000)
    venue_name = forms.CharField(label=_("Ställets namn"), required=False, max_length=150)
    venue_address = forms.CharField(label=_("Adress"), required=False, max_length=250)
    directions = a_text(_("Så hittar du hit"), help_text=_("Till fots, med buss och med bil."))
    map_url = forms.URLField(
        label=_("Länk till karta"),
        required=False,
        max_length=500,
        assume_scheme="https",
        help_text=_("Visas som en vanlig länk. Inget hämtas från kartan förrän någon följer den."),
    )
    step_free = forms.BooleanField(label=_("Det går att ta sig fram utan trappsteg"), required=False)
    hearing_loop = forms.BooleanField(label=_("Det finns hörslinga"), required=False)
    interpreting = forms.BooleanField(label=_("Programmet teckenspråkstolkas"), required=False)
    quiet_room = forms.BooleanField(label=_("Det finns ett lugnt rum"), required=False)
    access_notes = a_text(_("Mer om tillgängligheten"), rows=3)
    contact_name = forms.CharField(label=_("Kontaktperson"), required=False, max_length=150)
    contact_email = forms.EmailField(label=_("Kontaktens e-postadress"), required=False)
    contact_telephone = forms.CharField(label=_("Kontaktens telefon"), required=False, max_length=40)
    cost = forms.IntegerField(
        label=_("Vad dagen kostade, i kronor"),
        required=False,
        min_value=0,
        max_value=1_000_000_000,
        help_text=_("Syns bara för arrangörer, i jämförelsen mellan upplagor."),
    )

    field_order = ("title", "starts_on", "ends_on")

    SECTIONS = (
        (_("Dagen"), ("title", "starts_on", "ends_on", "organiser", "lead", "about", "capacity")),
        (_("Lokal och adress"), ("venue_name", "venue_address", "directions", "map_url")),
        (_("Tillgänglighet"), ("step_free", "hearing_loop", "interpreting", "quiet_room", "access_notes")),
        (_("Kontakt"), ("contact_name", "contact_email", "contact_telephone")),
        (_("Ekonomi"), ("cost",)),
    )

    def sections(self) -> list[tuple[Any, list[forms.BoundField]]]:
        """The fields under their headings."""
        return [(heading, [self[name] for name in names]) for heading, names in self.SECTIONS]

    @classmethod
    def filled(cls, facts: EditionFacts) -> "EditionForm":
        """The form as the edition is now."""
        return cls(initial=initial(facts))


def initial(facts: EditionFacts) -> dict[str, Any]:
    """What an edition says of itself, by the names of the form's fields."""
    line, access, contact = facts.line, facts.access, facts.contact
    last: date | None = line.ends_on if line.ends_on != line.starts_on else None
    own = ("about", "capacity", "venue_name", "venue_address", "directions", "map_url", "cost")
    return {
        **{name: getattr(facts, name) for name in own},
        "title": line.title,
        "organiser": facts.own_organiser,
        "starts_on": line.starts_on,
        "ends_on": last,
        "lead": line.lead,
        "step_free": access.step_free,
        "hearing_loop": access.hearing_loop,
        "interpreting": access.interpreting,
        "quiet_room": access.quiet_room,
        "access_notes": access.notes,
        "contact_name": contact.name,
        "contact_email": contact.email,
        "contact_telephone": contact.telephone,
    }
