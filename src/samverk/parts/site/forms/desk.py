"""The desk where a page is corrected before it is kept: its forms, and what the buttons do to them.

Everything that has been written travels in the forms themselves, so that nothing is lost between two presses.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.http import QueryDict

from samverk.base.files.presenters.refusals import sentence
from samverk.base.files.rules.refusal import Refused
from samverk.engine.article import Article, Text
from samverk.parts.site.forms.drafts import ContactForm, FactsForm, PieceForm, Row, rows_of

Keep = Callable[[UploadedFile], int]

SAVE = "save"
FEWEST_CONTACTS = 1
MOST_ROWS = 500


class Desk:
    """A page under correction."""

    def __init__(
        self,
        *,
        facts: FactsForm,
        pieces: list[PieceForm],
        contacts: list[ContactForm],
    ) -> None:
        self.facts, self.pieces, self.contacts = facts, pieces, contacts

    @classmethod
    def of(cls, article: Article, *, sections: Iterable[tuple[int, str]]) -> "Desk":
        """Lay out an article that was just read."""
        facts = {"title": article.title, "lead": str(article.lead), "published_on": article.published}
        contacts = [asdict(contact) for contact in article.contacts]
        return cls(
            facts=FactsForm(initial=facts, sections=sections),
            pieces=_piece_forms(rows_of(article)),
            contacts=_contact_forms(contacts),
        )

    @classmethod
    def sent(
        cls,
        data: QueryDict,
        files: Mapping[str, UploadedFile],
        *,
        sections: Iterable[tuple[int, str]],
        keep: Keep,
    ) -> "Desk":
        """Take back what was sent. `keep` keeps a picture and gives its key, so that it is sent only once."""
        fields, refused = _with_pictures(data, files, keep)
        pieces, contacts = range(_count(data, "pieces")), range(_count(data, "contacts"))
        desk = cls(
            facts=FactsForm(fields, sections=sections),
            pieces=[PieceForm(fields, prefix=f"piece-{place}") for place in pieces],
            contacts=[ContactForm(fields, prefix=f"contact-{place}") for place in contacts],
        )
        for place, why in refused.items():
            desk.pieces[place].add_error("file", why)
        return desk

    def is_valid(self) -> bool:
        forms = (self.facts, *self.pieces, *self.contacts)
        return not sum(len(form.errors) for form in forms)

    def article(self) -> Article:
        """The corrected page, as the importer knows it."""
        facts = self.facts.cleaned_data
        pieces = [piece.block() for piece in self.pieces if not piece.cleaned_data["is_left"]]
        contacts = [contact for form in self.contacts if (contact := form.contact())]
        return Article(
            title=facts["title"],
            lead=Text.of(facts["lead"]),
            body=tuple(pieces),
            contacts=tuple(contacts),
            published=facts["published_on"],
        )

    def pictures(self) -> dict[int, int]:
        """The keys of the pictures that are kept already, by the place of their piece in the article."""
        staying = [piece.cleaned_data for piece in self.pieces if not piece.cleaned_data["is_left"]]
        return {
            place: data["picture"]
            for place, data in enumerate(staying)
            if data["kind"] == "picture" and data["picture"]
        }

    def after(self, command: str) -> "Desk":
        """The desk after a button: `up:3`, `down:3`, `leave:3`, `take:3`, `add:3`, `add_contact`, `look`."""
        verb, _, place = command.partition(":")
        rows = [_raw(piece) for piece in self.pieces]
        contacts: list[Mapping[str, Any]] = [_raw(form) for form in self.contacts]
        if verb == "add_contact":
            contacts.append({})
        elif place.isdecimal() and int(place) < len(rows):
            _change(rows, verb, int(place))
        return Desk(facts=self._facts_again(), pieces=_piece_forms(rows), contacts=_contact_forms(contacts))

    def _facts_again(self) -> FactsForm:
        sections = self.facts.fields["section"].choices  # type: ignore[attr-defined]
        return FactsForm(initial=_raw(self.facts), sections=sections)


def _with_pictures(
    data: QueryDict, files: Mapping[str, UploadedFile], keep: Keep
) -> tuple[QueryDict, dict[int, str]]:
    """Keep the pictures that were sent. Gives the fields with their keys, and why others were refused."""
    fields = data.copy()
    refused: dict[int, str] = {}
    for place in range(_count(data, "pieces")):
        file = files.get(f"piece-{place}-file")
        try:
            if file:
                fields[f"piece-{place}-picture"] = str(keep(file))
        except Refused as refusal:
            refused[place] = sentence(refusal)
    return fields, refused


def _change(rows: list[Row], verb: str, place: int) -> None:
    if verb in {"leave", "take"}:
        rows[place]["is_left"] = "on" if verb == "leave" else ""
    elif verb == "add" and len(rows) < MOST_ROWS:
        rows.insert(place + 1, {"kind": "paragraph"})
    elif verb in {"up", "down"}:
        other = place + (1 if verb == "down" else -1)
        if 0 <= other < len(rows):
            rows[place], rows[other] = rows[other], rows[place]


def _raw(form: Any) -> Row:
    return {name: form[name].value() for name in form.fields}


def _piece_forms(rows: Iterable[Mapping[str, Any]]) -> list[PieceForm]:
    return [PieceForm(initial=row, prefix=f"piece-{place}") for place, row in enumerate(rows)]


def _contact_forms(rows: list[Any]) -> list[ContactForm]:
    rows = rows + [{}] * max(0, FEWEST_CONTACTS - len(rows))
    return [ContactForm(initial=row, prefix=f"contact-{place}") for place, row in enumerate(rows)]


def _count(data: QueryDict, name: str) -> int:
    sent = data.get(name, "")
    return min(int(sent), MOST_ROWS) if sent.isdecimal() and len(sent) < 6 else 0
