"""Swedish text in any amount, the same each time: our own sentences, with words as uneven as in life.

The vocabulary is made by putting words together, as Swedish does; the n-th most common word comes about
1/n as often as the first (Zipf's law).
"""

import random
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from itertools import accumulate, product

from samverk.base.search.registry import Item


def _listed(words: str) -> list[str]:
    return words.split()


FIRST = _listed(
    "arbets företags handledar kommun region trädgårds cykel tvätt bageri snickeri utbildnings vård skol "
    "kultur miljö bygg trafik vatten skogs fjäll älv kust by stads lands ungdoms familje musik idrotts "
    "närings affärs kund order pris avtals inköps samhälls social digital plan mål resurs projekt besöks "
    "servering kök mat bröd kafé butiks lager transport energi el värme fastighets bostads lokal mötes"
)
LAST = _listed(
    "plats dag grupp plan möte chef ledare verkstad butik tjänst utbildning kurs träning stöd samordnare "
    "råd nämnd fråga väg bro torg mark gård hus lokal bil buss båt karta bok rapport studie mätning "
    "undersökning satsning insats åtgärd uppdrag avtal krav pris kostnad budget vinst affär marknad kund "
    "leverans produkt vara maskin metod modell nätverk förening kooperativ företag verksamhet"
)
COMMON = _listed(
    "företag arbete region kommun jobb människor verksamhet stöd år dag plats möte samverkan utveckling "
    "projekt handledare deltagare kooperativ kunder tjänster varor avtal upphandling kurs hjälp idé mål"
)
VERBS = _listed(
    "öppnar startar bygger planerar söker behöver visar samlar erbjuder utvecklar prövar beställer ordnar "
    "undersöker leder följer ändrar stärker lagar säljer köper hyr lånar"
)
PLACES = [
    first + last
    for first, last in product(
        _listed("Norr Väster Kvist Tall Björk Sten Lång Ren Älv Fors"), _listed("by vik backa näs träsk")
    )
]
ENDINGS = ("", "", "en", "er", "erna", "ens")
WORDS_OF_A_PAGE = 120
LONG_COMPOUNDS = 20_000


class Writer:
    """Writes pages, always the same for the same seed."""

    def __init__(self, seed: int = 1) -> None:
        self._random = random.Random(seed)  # noqa: S311 - not for secrets
        self.vocabulary = _vocabulary(self._random)
        self._weights = list(accumulate(1 / (rank + 2) for rank in range(len(self.vocabulary))))

    def pages(self, number: int) -> Iterator[Item]:
        """So many pages, the newest last."""
        began = datetime(2016, 1, 1, tzinfo=UTC)
        for key in range(number):
            changed = began + timedelta(minutes=40 * key)
            yield Item(
                key=str(key),
                language="sv",
                title=self._title(),
                url=f"/aktuellt/sida-{key}/",
                kind="news" if key % 3 else "pages",
                summary=self._sentences(2),
                headings=self._title(),
                body=self._sentences(WORDS_OF_A_PAGE // 12),
                trail=("Aktuellt",),
                dated=changed.date(),
                changed_at=changed,
            )

    def _title(self) -> str:
        return f"{self._noun().capitalize()} {self._random.choice(VERBS)} {self._noun()} i {self._place()}"

    def _sentences(self, number: int) -> str:
        return " ".join(self._sentence() for _ in range(number))

    def _sentence(self) -> str:
        one, two, three, four = (self._noun() for _ in range(4))
        verb = self._random.choice(VERBS)
        return f"{one.capitalize()} i {self._place()} {verb} {two} för {three}, och {four} får mer tid."

    def _noun(self) -> str:
        return self._random.choices(self.vocabulary, cum_weights=self._weights)[0]

    def _place(self) -> str:
        return self._random.choice(PLACES)


def _vocabulary(chance: random.Random) -> list[str]:
    """The common words first, then compounds in an order by chance, each in some of its forms."""
    compounds = [a + b for a, b in product(FIRST, LAST)]
    chance.shuffle(compounds)
    compounds += chance.sample([a + b + c for a, b, c in product(FIRST, FIRST, LAST)], LONG_COMPOUNDS)
    several = [word + ending for word in compounds for ending in _some(ENDINGS, chance)]
    return [*COMMON, *several]


def _some(endings: Sequence[str], chance: random.Random) -> list[str]:
    return sorted({"", *chance.sample(endings, 3)})
