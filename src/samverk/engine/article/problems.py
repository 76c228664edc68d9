"""What can be wrong with a page, said kindly."""

from enum import StrEnum

from samverk.engine.article.model import Note


def _(message: str) -> str:
    """Mark a sentence for translation. The screen that shows it translates it."""
    return message


class Problem(StrEnum):
    EMPTY = "empty"
    BINARY = "binary"
    TOO_LARGE = "too_large"
    UNDECODABLE = "undecodable"
    NOTHING_FOUND = "nothing_found"


SENTENCES = {
    Problem.EMPTY: _(
        "Det finns ingen text här. Klistra in sidans text eller välj en fil som innehåller den."
    ),
    Problem.BINARY: _(
        "Det här är {kind}, inte en webbsida eller en text. "
        "Öppna den, kopiera texten och klistra in den i stället."
    ),
    Problem.TOO_LARGE: _(
        "Sidan är för stor. Gränsen är {limit} MB. Spara bara själva webbsidan, utan bilder, och försök igen."
    ),
    Problem.UNDECODABLE: _(
        "Texten går inte att läsa, tecknen är trasiga. "
        "Öppna sidan i webbläsaren, kopiera texten och klistra in den."
    ),
    Problem.NOTHING_FOUND: _(
        "Vi hittade ingen artikel på sidan, bara sådant som finns runt om en artikel. "
        "Kopiera texten som du vill ha med och klistra in den."
    ),
}


class ArticleError(Exception):
    """A page could not be read. `problem` says why, `str()` tells it in a Swedish sentence."""

    def __init__(self, problem: Problem, **values: str) -> None:
        self.problem = problem
        self.message = SENTENCES[problem]
        self.values = values
        super().__init__(self.message.format(**values))


def no_title() -> Note:
    return Note("no_title", _("Vi hittade ingen rubrik. Skriv en."))


def missing_space(word: str, suggestion: str) -> Note:
    message = _("Saknas ett mellanslag i ”{word}”? Menade författaren ”{suggestion}”?")
    return Note("missing_space", message, {"word": word, "suggestion": suggestion})


def mended_letters() -> Note:
    return Note(
        "mended_letters", _("Sidans å, ä och ö var trasiga. Vi har lagat dem, läs gärna igenom texten.")
    )


def table_became_list() -> Note:
    return Note("table_became_list", _("En tabell blev en lista. Se efter att den går att förstå."))


def film_left() -> Note:
    return Note("film_left", _("Sidan visade en film eller något annat inbäddat. Det följer inte med."))


def quote_without_speaker(start: str) -> Note:
    return Note("quote_without_speaker", _("Vem säger ”{start}”? Fyll i namnet."), {"start": start})


def image_without_alt(name: str) -> Note:
    message = _("Bilden {name} saknar bildbeskrivning. Beskriv den för den som inte ser den.")
    return Note("image_without_alt", message, {"name": name})
