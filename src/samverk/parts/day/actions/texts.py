"""The words that organisers choose for the letters of an edition."""

from typing import Any

from django.db import transaction

from samverk.base.audit import actions as audit
from samverk.base.organisations.permissions import demand
from samverk.parts.day.models import Edition, LetterText
from samverk.parts.day.permissions import may_arrange
from samverk.parts.day.rules.texts import Letter, has_loose_brace, unknown_fields


class WrongField(ValueError):
    """A text names a field that we cannot fill in."""


@transaction.atomic
def keep(*, edition_id: int, letter: Letter, language: str, subject: str, text: str, by: Any) -> None:
    """Say a letter in one's own words, in one language.

    :raises PermissionDenied: when `by` arranges nothing.
    :raises WrongField: when a field in it does not exist.
    """
    demand(may_arrange, by)
    if unknown_fields(subject + text) or has_loose_brace(subject) or has_loose_brace(text):
        raise WrongField
    edition = Edition.objects.select_for_update(no_key=True).get(pk=edition_id)
    LetterText.objects.update_or_create(
        edition=edition,
        letter=letter,
        language=language,
        defaults={"region_id": edition.region_id, "subject": subject, "text": text},
    )
    audit.record(actor=by, action="day.keep_letter", target=edition, letter=letter.value, language=language)


@transaction.atomic
def restore(*, edition_id: int, letter: Letter, language: str, by: Any) -> None:
    """Go back to the standard words.

    :raises PermissionDenied: when `by` arranges nothing.
    """
    demand(may_arrange, by)
    LetterText.objects.filter(edition=edition_id, letter=letter, language=language).delete()
    target = f"day.edition:{edition_id}"
    audit.record(actor=by, action="day.restore_letter", target=target, letter=letter.value, language=language)


def copy(source_id: int, edition_id: int) -> None:
    """Give a new edition the words of another. They hold no dates: those are filled in from the edition."""
    copies = list(LetterText.objects.filter(edition=source_id))
    for row in copies:
        row.pk, row.edition_id = None, edition_id
    LetterText.objects.bulk_create(copies)
