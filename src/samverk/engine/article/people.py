"""Contact persons: who one may call or write to."""

import re
from dataclasses import dataclass
from urllib.parse import unquote

import phonenumbers

from samverk.engine.article.dates import date_line
from samverk.engine.article.model import Contact, LeftOut, Reason
from samverk.engine.article.pieces import Kind, Piece, Strip, is_sentence, left_out

_I = re.IGNORECASE
_SECTION = re.compile(
    r"^((press)?kontakt(a (oss|gärna|mig))?|(press)?kontakt(person(er)?|uppgifter|information|er)|"
    r"(vid|har du) frågor\b.{0,40}|frågor|frågor besvaras av|questions|"
    r"(för )?(mer|ytterligare) information( kontakta| lämnas av)?|"
    r"(press )?contacts?( us| person| persons| information)?|"
    r"for (more|further) information( contact| please contact)?)\s*[:?]?$",
    _I,
)
_SECTION_START = re.compile(
    r"^((press)?kontakt(person(er)?|uppgifter)?|contacts?( persons?)?)\s*:\s*(?=\S)", _I
)
_LABEL = re.compile(
    r"^(kontakt(person(er)?)?|namn|titel|befattning|roll|(direkt)?tel(efon)?(nummer|nr)?|tfn|tlf|växel|fax|"
    r"mobil(telefon|nummer)?|e-?post(adress)?|epost|mejl|e-?mail|mail|name|title|(tele)?phone|mobile)\s*[.:]+\s*|"
    r"^(tel(efon)?|tfn|mobil|e-?post|e-?mail|mejl|phone|mobile)\s+(?=[\d+]|\S+@)",
    _I,
)
_ONLY_LABELS = re.compile(
    r"^([\W_]|kontakt(person(er)?|uppgifter)?|namn|titel|befattning|tel(efon)?(nummer)?|tfn|mobil(telefon)?|fax|"
    r"e-?post(adress)?|epost|e-?mail|mejl|name|title|phone|mobile|contact( person)?)+$",
    _I,
)
_EMAIL = re.compile(r"[\w.+%-]{1,64}(?:@|\s?[(\[](?:at|a|snabel-a|@)[)\]]\s?)[\w-]+(?:\.[\w-]+)+", _I)
_NUMBER = re.compile(r"(?<![\w@])(?:\+|00|0)[\d\s()/–-]{5,22}\d(?![\w@])")
_NAME = re.compile(r"^[A-ZÅÄÖÉÜÁ][\w’'.-]*( (von|van|af|de|der|la|al|el|bin))*( [A-ZÅÄÖÉÜÁ][\w’'.-]*){1,3}$")
_PART = re.compile(r"\s*[,;|]\s+|\s+[–|-]\s+")


@dataclass(slots=True)
class _Person:
    name: str = ""
    role: str = ""
    telephone: str = ""
    email: str = ""

    def can_be_reached(self) -> bool:
        return bool(self.telephone or self.email)

    def contact(self) -> Contact:
        return Contact(self.name or self.role, self.role if self.name else "", self.telephone, self.email)


def shown_number(number: str) -> str:
    """Write a telephone number as Swedes do, or as it stood when it is not one."""
    try:
        parsed = phonenumbers.parse(number, "SE")
    except phonenumbers.NumberParseException:
        return number
    if not phonenumbers.is_possible_number(parsed):
        return number
    form = phonenumbers.PhoneNumberFormat
    return phonenumbers.format_number(
        parsed, form.NATIONAL if parsed.country_code == 46 else form.INTERNATIONAL
    )


def gather_contacts(strip: Strip) -> tuple[Strip, list[Contact]]:
    """Take the contact persons out of the page. A label with nothing behind it is left out."""
    kept: Strip = []
    contacts: list[Contact] = []
    at = 0
    while at < len(strip):
        piece = strip[at]
        if isinstance(piece, Piece) and (line := _opening(piece)) is not None:
            section, end = _section(strip, at + 1)
            found, rest = _read_section(([line] if line else []) + [_told(one) for one in section])
            kept.extend(_kept(piece, section, bool(found), rest))
            contacts.extend(contact for contact in found if contact not in contacts)
            at = end
            continue
        if isinstance(piece, Piece) and _is_empty_label(piece):
            kept.append(left_out(piece, Reason.EMPTY_LABEL))
        else:
            kept.append(piece)
        at += 1
    return kept, contacts


def _is_empty_label(piece: Piece) -> bool:
    return piece.kind is not Kind.PICTURE and len(piece.words) < 80 and bool(_ONLY_LABELS.match(piece.words))


def _opening(piece: Piece) -> str | None:
    """Give what stands behind the label on a line that opens a contact section, or None."""
    if piece.kind is Kind.PICTURE or len(piece.words) > 160:
        return None
    if _SECTION.match(piece.words):
        return ""
    start = _SECTION_START.match(piece.words)
    return piece.words[start.end() :] if start and piece.kind is not Kind.HEADING else None


def _section(strip: Strip, start: int) -> tuple[list[Piece], int]:
    """Collect the lines that follow a contact heading and can be part of it."""
    section: list[Piece] = []
    at = start
    while at < len(strip):
        piece = strip[at]
        if not isinstance(piece, Piece) or not _belongs(piece, strip[at + 1 : at + 2]):
            break
        section.append(piece)
        at += 1
    return section, at


def _belongs(piece: Piece, following: Strip) -> bool:
    words = piece.words
    told = _told(piece)
    reachable = bool(_EMAIL.search(told) or _NUMBER.search(told))
    if piece.kind is Kind.PICTURE or _SECTION.match(words) or date_line(words):
        return False
    if piece.kind is Kind.HEADING and not (_NAME.match(words) and following):
        return False
    if is_sentence(words) and not _LABEL.match(words):
        return reachable and words.count(" ") < 14
    return reachable or words.count(" ") < 10


def _told(piece: Piece) -> str:
    """Give a line with the address or number that hides behind a link: "Mejla Anna"."""
    told = []
    for run in piece.text.runs:
        scheme, _, address = unquote(run.href).partition(":")
        hidden = scheme in {"mailto", "tel"} and not (_EMAIL.search(run.text) or _NUMBER.search(run.text))
        told.append(address.partition("?")[0] if hidden else run.text)
    return "".join(told)


def _read_section(lines: list[str]) -> tuple[list[Contact], list[str]]:
    """Read the persons of a section, and give back the lines that say nothing about anybody."""
    people = [_Person()]
    rest: list[str] = []
    for line in lines:
        for part in _parts(line):
            if not _take(part, people):
                rest.append(part)
    contacts = [person.contact() for person in people if person.can_be_reached()]
    rest.extend(person.name or person.role for person in people if not person.can_be_reached())
    return contacts, [words for words in rest if words and not _ONLY_LABELS.match(words)]


def _parts(line: str) -> list[str]:
    """Part a line that tells several things: "Anna Ek, projektledare, 0920-123 45"."""
    for found in (*_EMAIL.finditer(line), *_NUMBER.finditer(line)):
        line = line.replace(found[0], f" ; {found[0]} ; ")
    return [part for part in (part.strip(" ,.;|") for part in _PART.split(line)) if part]


def _take(part: str, people: list[_Person]) -> bool:
    """Give a part to the person it is about. Gives False when there is no place for it."""
    words = _LABEL.sub("", part).strip(" ,:")
    person = people[-1]
    if not words or _ONLY_LABELS.match(part):
        return True
    if email := _EMAIL.fullmatch(words):
        return _set(person, "email", re.sub(r"\s?[(\[](at|a|snabel-a|@)[)\]]\s?", "@", email[0], flags=_I))
    if _NUMBER.fullmatch(words):
        return _set(person, "telephone", shown_number(words))
    if _NAME.match(words) and (not person.name or person.can_be_reached()):
        if person.can_be_reached():
            people.append(_Person())
        people[-1].name = words
        return True
    if person.can_be_reached() and person.role:
        people.append(_Person())
    return _set(people[-1], "role", words)


def _set(person: _Person, name: str, value: str) -> bool:
    """Fill an empty field."""
    if getattr(person, name) in {"", value}:
        setattr(person, name, value)
        return True
    return False


def _kept(opening: Piece, section: list[Piece], found: bool, rest: list[str]) -> Strip:
    """Decide what becomes of a section's own lines, when its persons are taken out of it."""
    if found:
        return [LeftOut(words, Reason.CONTACT) for words in rest]
    if all(_is_empty_label(piece) for piece in (opening, *section)):
        return [left_out(piece, Reason.EMPTY_LABEL) for piece in (opening, *section)]
    return [
        left_out(piece, Reason.EMPTY_LABEL) if _is_empty_label(piece) and number else piece
        for number, piece in enumerate((opening, *section))
    ]
