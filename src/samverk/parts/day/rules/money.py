"""Money in öre, as whole numbers. Nothing is ever rounded but the VAT of a line, and that once."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from stdnum import luhn

KEPT_YEARS = 7


@dataclass(frozen=True)
class Amount:
    """What something costs without VAT, the VAT and how high it is."""

    net: int
    vat_percent: int
    vat: int

    @property
    def gross(self) -> int:
        """What is to be paid."""
        return self.net + self.vat


def amount(net: int, vat_percent: int) -> Amount:
    """A price with its VAT, which is rounded to whole öre, halves upwards (away from nothing).

    Each seat is rounded by itself: what a person saw is what the invoice says, and what a credit takes back.
    """
    size = (abs(net) * vat_percent + 50) // 100
    return Amount(net, vat_percent, size if net >= 0 else -size)


def reversed_(one: Amount) -> Amount:
    """The same, taken back."""
    return Amount(-one.net, one.vat_percent, -one.vat)


def by_rate(amounts: Iterable[Amount]) -> Sequence[Amount]:
    """The sums for each rate of VAT, the highest first (mervärdesskattelagen 2023:200, 17 kap. 24 § 8-10)."""
    sums: dict[int, tuple[int, int]] = {}
    for one in amounts:
        net, vat = sums.get(one.vat_percent, (0, 0))
        sums[one.vat_percent] = net + one.net, vat + one.vat
    return [Amount(net, rate, vat) for rate, (net, vat) in sorted(sums.items(), reverse=True)]


def payment_reference(number: int) -> str:
    """What the payer writes: the invoice's number with a check digit (Luhn, as Bankgirot's OCR numbers)."""
    return f"{number}{luhn.calc_check_digit(str(number))}"


def kept_through(issued_on: date, *, year_begins: int) -> date:
    """The last day that an invoice must be kept.

    It is the end of the seventh year after the calendar year in which the financial year ended
    (bokföringslagen 1999:1078, 7 kap. 2 §).
    """
    ends_next_year = year_begins > 1 and issued_on.month >= year_begins
    return date(issued_on.year + ends_next_year + KEPT_YEARS, 12, 31)
