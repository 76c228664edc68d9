"""The languages of the site. A language is a translation file and its code in SAMVERK_LANGUAGES."""

from pathlib import Path
from typing import TypedDict

from django.conf.locale import LANG_INFO
from django.utils.translation import to_locale

LOCALE = Path(__file__).parent / "locale"
SOURCE = "sv"


class LanguageFacts(TypedDict):
    """What Django wants to know of a language."""

    bidi: bool
    code: str
    name: str
    name_local: str


KNOWN_TO_SAMVERK: dict[str, LanguageFacts] = {
    "fit": {"bidi": False, "code": "fit", "name": "Meänkieli", "name_local": "meänkieli"},
    "se": {"bidi": False, "code": "se", "name": "Northern Sami", "name_local": "davvisámegiella"},
}

NAMES = {
    "sv": "Svenska",
    "en": "English",
    "fi": "Suomi",
    "fit": "Meänkieli",
    "se": "Davvisámegiella",
    "ar": "العربية",
}


class UnknownLanguageError(ValueError):
    """A language that was chosen has no name or no translation file; the message says what to do."""


def chosen(codes: str) -> list[tuple[str, str]]:
    """The languages named in a comma-separated setting, each with its own name; the first is the default.

    :raises UnknownLanguageError: for a code without a name or a translation file.
    """
    wanted = list(dict.fromkeys(code.strip().lower() for code in codes.split(",") if code.strip()))
    if not wanted:
        raise UnknownLanguageError("SAMVERK_LANGUAGES is empty. Name at least one language, as in: sv,en")
    languages = [(code, _own_name(code)) for code in wanted]
    for code in wanted:
        _require_catalogue(code)
    return languages


def catalogue(code: str) -> Path:
    """The translation file of a language."""
    return LOCALE / to_locale(code) / "LC_MESSAGES" / "django.po"


def _own_name(code: str) -> str:
    facts = LANG_INFO.get(code, {})
    name = NAMES.get(code) or str(facts.get("name_local", "")).capitalize()
    if not name:
        raise UnknownLanguageError(
            f"SAMVERK_LANGUAGES names {code!r}, which is not the code of a language known here."
        )
    return name


def _require_catalogue(code: str) -> None:
    path = catalogue(code)
    if code == SOURCE or path.exists():
        return
    raise UnknownLanguageError(
        f"SAMVERK_LANGUAGES names {code!r}, but there is no {path.relative_to(LOCALE.parent)}. "
        f"Make one with: python -m samverk.config.catalogues extract {code}"
    )
