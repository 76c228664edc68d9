"""The rows of docs/trace.md."""

import re
from dataclasses import dataclass

from tests.contracts.source import REPOSITORY

TRACE = REPOSITORY / "docs" / "trace.md"
ROW = re.compile(r"^\| (?P<number>\d+) \| `(?P<key>[0-9a-f]{8})` \| [^|]+ \| [^|]+ \|(?P<rest>.*)$")
CODE = re.compile(r"`([^`]+)`")


@dataclass(frozen=True)
class Row:
    """One sentence of the source page: where it is proven and where it is seen, if it is built."""

    number: int
    key: str
    test: str
    address: str
    selectors: tuple[str, ...]

    @property
    def is_built(self) -> bool:
        return bool(self.test)


def rows() -> list[Row]:
    """Every sentence's row, in the order of the page."""
    found = [_row(match) for line in TRACE.read_text().splitlines() if (match := ROW.match(line))]
    return sorted(found, key=lambda row: row.number)


def _row(match: re.Match[str]) -> Row:
    test, place = [*CODE.findall(match["rest"]), "", ""][:2]
    places = [part.strip().split(" ", 1) for part in place.split(",") if part.strip()]
    return Row(
        number=int(match["number"]),
        key=match["key"],
        test=test,
        address=places[0][0] if places else "",
        selectors=tuple(selector for _, selector in places),
    )
