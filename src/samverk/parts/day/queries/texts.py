"""The words that organisers have chosen for the letters of an edition."""

from dataclasses import dataclass

from samverk.parts.day.models import LetterText


@dataclass(frozen=True)
class Words:
    """The free part of a letter: its subject and its text, fields and all."""

    subject: str
    text: str


def own_words(edition_id: int) -> dict[tuple[str, str], Words]:
    """All of an edition, by letter and language. One query."""
    rows = LetterText.objects.filter(edition=edition_id)
    return {(row.letter, row.language): Words(row.subject, row.text) for row in rows}


def words(*, edition_id: int, letter: str, language: str) -> Words | None:
    """Those of one letter in one language; None when the standard ones are used."""
    row = LetterText.objects.filter(edition=edition_id, letter=letter, language=language).first()
    return Words(row.subject, row.text) if row else None
