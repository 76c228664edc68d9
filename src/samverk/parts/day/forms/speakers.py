"""What organisers write about those who take part."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from samverk.base.files.presenters.refusals import sentence
from samverk.base.files.rules import pictures
from samverk.base.files.rules.refusal import Refused
from samverk.base.mail.forms import AddressField
from samverk.parts.day.actions.speakers import Portrait, SpeakerDraft
from samverk.parts.day.forms.editions import a_date
from samverk.parts.day.queries.programme import SpeakerFacts

MOST_BYTES = 10 * 1024 * 1024


class SpeakerForm(forms.Form):
    """Somebody who takes part in the programme."""

    name = forms.CharField(label=_("Namn"), max_length=150)
    title = forms.CharField(label=_("Titel eller roll"), required=False, max_length=150)
    organisation = forms.CharField(label=_("Organisation"), required=False, max_length=150)
    email = AddressField(
        required=False,
        help_text=_("För brev om dagen ställs in eller flyttas. Visas aldrig för besökare."),
    )
    biography = forms.CharField(
        label=_("Presentation"),
        required=False,
        max_length=5_000,
        widget=forms.Textarea(attrs={"rows": 5}),
    )
    portrait = forms.FileField(
        label=_("Bild"),
        required=False,
        help_text=_("Ett foto på högst 10 MB. Uppgifter om plats och kamera tas bort."),
        widget=forms.FileInput(attrs={"accept": "image/*"}),
    )
    credit = forms.CharField(label=_("Fotograf"), required=False, max_length=200)
    consented_on = a_date(
        _("Sa ja till att visas på webbplatsen den"),
        required=False,
        help_text=_("Tomt: varken namn eller bild visas. Ta bort datumet om personen ångrar sig."),
    )

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today

    def clean_consented_on(self) -> date | None:
        """Nobody has said yes tomorrow."""
        day: date | None = self.cleaned_data["consented_on"]
        if day and day > self.today:
            raise ValidationError(_("Det datumet har inte kommit än. Skriv dagen då personen sa ja."))
        return day

    def clean_portrait(self) -> Portrait | None:
        """The picture, once its content has been seen to be one."""
        return portrait_of(self.cleaned_data["portrait"])

    def draft(self) -> SpeakerDraft:
        """The speaker as it was written."""
        given = dict(self.cleaned_data)
        portrait, credit = given.pop("portrait"), given.pop("credit")
        if portrait:
            portrait = Portrait(name=portrait.name, content=portrait.content, credit=credit)
        return SpeakerDraft(**given, portrait=portrait)


def portrait_of(upload: Any) -> Portrait | None:
    """An uploaded picture, once its content has been seen to be one; None when nothing was uploaded.

    :raises ValidationError: when it is too large, or no picture that we keep.
    """
    if not isinstance(upload, UploadedFile):
        return None
    if (upload.size or 0) > MOST_BYTES:
        raise ValidationError(_("Bilden är för stor. Den får vara högst 10 MB."))
    content = upload.read()
    try:
        pictures.cleaned(content)
    except Refused as refused:
        raise ValidationError(sentence(refused)) from refused
    return Portrait(name=upload.name or "portratt", content=content)


def initial(facts: SpeakerFacts) -> dict[str, Any]:
    """What is known about a speaker, by the names of the form's fields."""
    names = ("name", "title", "organisation", "email", "biography", "consented_on")
    return {name: getattr(facts, name) for name in names}
