"""What several pages of the demonstration share: contact persons and pictures, each kept once."""

from pathlib import Path

from django.conf import settings

from samverk.base.files import actions as files
from samverk.base.files.models import Picture
from samverk.base.organisations.permissions import OPERATOR
from samverk.demo.contents import Shown
from samverk.demo.contents.people import PEOPLE
from samverk.parts.site.actions import contacts
from samverk.parts.site.models import ContactPerson

PICTURES = Path(__file__).parent / "pictures"


def contact(key: str, language: str) -> ContactPerson:
    """The contact person with this short name."""
    person = PEOPLE[key]
    at_home = language == settings.LANGUAGE_CODE
    return contacts.keep(
        name=person.name if at_home else person.name_in_english or person.name,
        role=person.role if at_home else person.role_in_english,
        telephone=person.telephone,
        email=person.email,
        language=language,
        by=OPERATOR,
    )


def picture(shown: Shown) -> Picture:
    """The picture of a file in the demonstration's folder, kept once."""
    known = Picture.objects.filter(title=shown.title).first()
    return known or files.add_picture(
        actor=None,
        name=shown.file,
        content=(PICTURES / shown.file).read_bytes(),
        title=shown.title,
        default_alt=shown.alt,
        caption=shown.caption,
        credit=shown.credit,
    )
