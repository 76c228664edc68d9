"""Which of PostgreSQL's text search configurations read a language."""

from dataclasses import dataclass

# PostgreSQL's own, by the code of the language (its documentation, section 12.6.6, "Snowball Dictionary").
STEMMERS = {
    "ar": "arabic",
    "da": "danish",
    "de": "german",
    "en": "english",
    "es": "spanish",
    "fi": "finnish",
    "fr": "french",
    "it": "italian",
    "nb": "norwegian",
    "nn": "norwegian",
    "no": "norwegian",
    "nl": "dutch",
    "pt": "portuguese",
    "ru": "russian",
    "sv": "swedish",
    "tr": "turkish",
}
INFLECTED = {"sv": "search_sv"}


@dataclass(frozen=True)
class Configurations:
    """The configurations of a language: the stemmer, and that of its dictionary when there is one."""

    stemmed: str
    inflected: str = ""

    @property
    def names(self) -> tuple[str, ...]:
        return (self.inflected, self.stemmed) if self.inflected else (self.stemmed,)


def of(language: str, *, has_dictionary: bool) -> Configurations:
    """The configurations of a language. A language that PostgreSQL does not know is split into words only."""
    stemmed = STEMMERS.get(language.split("-")[0], "simple")
    return Configurations(stemmed, INFLECTED.get(language, "") if has_dictionary else "")
