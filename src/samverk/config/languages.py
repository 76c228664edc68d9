"""The languages that Samverk knows by name, also those that Django does not."""

from typing import TypedDict


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


def chosen(codes: str) -> list[tuple[str, str]]:
    """The languages named in a comma-separated setting, each with its own name.

    :raises KeyError: for a code that has no name here.
    """
    return [(code.strip(), NAMES[code.strip()]) for code in codes.split(",") if code.strip()]
