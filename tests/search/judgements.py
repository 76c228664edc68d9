"""The judged questions of `judgements.txt`, read."""

from dataclasses import dataclass
from pathlib import Path

FILE = Path(__file__).with_name("judgements.txt")
BENEATH = {
    "/aktuellt/": (
        "lattare-att-kopa lappverket-syr-nytt fjallbagarna-oppnar-kafe cykelkoket-ekern "
        "alvdalens-hander-affar "
        "tolv-nya-handledare rena-rama-tvattar norrsnickarna-forsta-stamma kurs-i-anbud "
        "sociala-foretagsdagen-i-norr sa-blev-sociala-foretagsdagen-2026"
    ),
    "/om-satsningen/": "vad-ar-asf sa-arbetar-vi samhallsvinst",
    "/stod-och-kontakt/": (
        "starta kop bilda-kooperativ pengar bli-handledare arbetstraning ny-i-sverige upphandla "
        "fragor-och-svar"
    ),
    "/dagar/sociala-foretagsdagen/": "2018 2026 2027",
    "/": "aktuellt om-satsningen stod-och-kontakt",
}
PLACES = {slug: f"{above}{slug}/" for above, slugs in BENEATH.items() for slug in slugs.split()}


@dataclass(frozen=True)
class Judged:
    """A question, and the grade of each page that answers it, by its address."""

    question: str
    grades: dict[str, int]


def judgements() -> list[Judged]:
    """Every question of the file."""
    found: list[Judged] = []
    for line in FILE.read_text().splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        if line.startswith(" "):
            grade, slug = line.split()
            found[-1].grades[PLACES[slug]] = int(grade)
        else:
            found.append(Judged(line.strip(), {}))
    return found
