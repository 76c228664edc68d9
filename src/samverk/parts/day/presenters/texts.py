"""The words of letters: the standard ones, or the organisers' own, with their fields filled in."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from samverk.parts.day.presenters import personal
from samverk.parts.day.queries.registration import Day
from samverk.parts.day.queries.texts import Words
from samverk.parts.day.rules import texts as rules
from samverk.parts.day.rules.texts import Letter


@dataclass(frozen=True)
class Standard:
    """A letter as it is when nobody has written another: when it goes, its subject, its free text."""

    name: str | Promise
    when: str | Promise
    subject: str | Promise
    text: str | Promise


STANDARD: dict[Letter, Standard] = {
    Letter.SEAT: Standard(
        _("Bekräftelse"),
        _("När någon har fått en plats."),
        _("Din plats på {dag}"),
        _("Hej {namn}!\n\nVad roligt att du kommer."),
    ),
    Letter.WAITING: Standard(
        _("Väntelista"),
        _("När alla platser är tagna."),
        _("Du står på väntelistan till {dag}"),
        _("Hej {namn}!\n\nJust nu är alla platser tagna. Du behöver inte göra något mer."),
    ),
    Letter.OFFER: Standard(
        _("Erbjudande"),
        _("När en plats har blivit ledig för den som står på tur."),
        _("En plats är ledig för dig på {dag}"),
        _("Hej {namn}!\n\nNågon har lämnat sin plats, och du står på tur."),
    ),
    Letter.LAPSED: Standard(
        _("Erbjudandet har gått ut"),
        _("När någon inte har svarat i tid."),
        _("Erbjudandet om en plats på {dag} har gått ut"),
        _("Hej {namn}!\n\nVi fick inget svar i tid."),
    ),
    Letter.REMINDER: Standard(
        _("Påminnelse"),
        _("Tre dagar före dagen."),
        _("Snart är det {dag}"),
        _(
            "Hej {namn}!\n\nVi ser fram emot att träffa dig. Kan du inte komma? Avboka, så får någon annan "
            "platsen."
        ),
    ),
    Letter.CANCELLED: Standard(
        _("Avbokning"),
        _("När en anmälan är avbokad."),
        _("Din anmälan till {dag} är avbokad"),
        _("Hej {namn}!\n\nVi hoppas att vi ses en annan gång."),
    ),
    Letter.PROGRAMME: Standard(
        _("Programmet har ändrats"),
        _("När du skickar det till alla."),
        _("Programmet för {dag} har ändrats"),
        _("Hej {namn}!\n\nProgrammet har ändrats sedan du anmälde dig. På dagens sida ser du hur det är nu."),
    ),
    Letter.MOVED: Standard(
        _("Nytt datum"),
        _("När du har flyttat dagen och skickar det till alla."),
        _("Nytt datum för {dag}"),
        _(
            "Hej {namn}!\n\nDagen har flyttats. Nytt datum: {datum}. Din anmälan gäller då. Passar det inte "
            "kan du avboka på din egen sida."
        ),
    ),
    Letter.DAY_CANCELLED: Standard(
        _("Dagen är inställd"),
        _("När du ställer in dagen."),
        _("{dag} är inställd"),
        _("Hej {namn}!\n\nDagen blir tyvärr inte av."),
    ),
    Letter.ON_AGAIN: Standard(
        _("Dagen blir av ändå"),
        _("När du har publicerat en inställd dag igen och skickar det till alla."),
        _("{dag} blir av"),
        _("Hej {namn}!\n\nDagen blir av ändå, och din anmälan gäller."),
    ),
    Letter.THANKS: Standard(
        _("Tack"),
        _("När du skickar det till dem som hade plats, efter dagen."),
        _("Tack för {dag}"),
        _("Hej {namn}!\n\nTack för att du var med."),
    ),
}
SAMPLE_NAME = "Alva Exempel"


def standard(letter: Letter, language: str) -> Words:
    """The standard words of a letter in a language, fields and all."""
    with override(language):
        return Words(str(STANDARD[letter].subject), str(STANDARD[letter].text))


def values(day: Day, name: str) -> dict[str, str]:
    """What the fields of a letter are filled with, in the language that is spoken."""
    return {
        "namn": rules.safe_name(name),
        "dag": day.title,
        "datum": personal.days(day),
        "plats": day.place,
    }


def said(words: Words, day: Day, name: str) -> Words:
    """Words with their fields filled in, in the language that is spoken."""
    with_what = values(day, name)
    return Words(rules.filled(words.subject, with_what), rules.filled(words.text, with_what))


def sample(words: Words, day: Day, language: str) -> Words:
    """How a letter reads to an invented visitor."""
    with override(language):
        return said(words, day, SAMPLE_NAME)
