"""Writing down whom to turn to."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from wagtail.models import Locale

from samverk.base.audit import actions as audit
from samverk.base.organisations.permissions import OPERATOR
from samverk.parts.site.models import ContactPerson


@transaction.atomic
def keep(
    *, name: str, role: str = "", telephone: str = "", email: str = "", language: str, by: Any
) -> ContactPerson:
    """Give the contact person with this name and address, written down now if nobody had done it.

    :raises PermissionDenied: when `by` may not write contact persons.
    :raises ValidationError: when the telephone or the e-mail address cannot be used.
    """
    if by is not OPERATOR and not by.has_perm("site.add_contactperson"):
        raise PermissionDenied
    locale = Locale.objects.get(language_code=language)
    known = ContactPerson.objects.filter(name=name, email__iexact=email, locale=locale).first()
    if known:
        return known
    person = ContactPerson(name=name, role=role, telephone=telephone, email=email, locale=locale)
    person.full_clean()
    person.save()
    audit.record(actor=by, action="site.keep_contact", target=person)
    return person
