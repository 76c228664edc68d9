"""Invoices as vouchers of double-entry bookkeeping, and vouchers as a SIE file of type 4I.

The format: SIE-gruppen, "SIE filformat", typ 1-4 (sie.se/sie-1-4): 4I is what a system before the accounting
program, such as one that invoices, hands over. The accounts: the BAS chart of accounts.
"""

import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from samverk.parts.day.rules.money import Amount, by_rate

RECEIVABLE = "receivable"
BAS = {
    RECEIVABLE: "1510",
    "vat_25": "2611",
    "vat_12": "2621",
    "vat_6": "2631",
    "sales_25": "3001",
    "sales_12": "3002",
    "sales_6": "3003",
    "sales_0": "3004",
}
PROJECT = 6  # the dimension that SIE keeps for projects
END = "\r\n"
LIKE = str.maketrans({"–": "-", "—": "-", "’": "'", "‘": "'", "”": "'", "“": "'", "…": "...", "\u00a0": " "})

NEAR = {"ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ð": "d", "Ð": "D", "þ": "t", "Þ": "T", "ł": "l", "Ł": "L"}


@dataclass(frozen=True)
class Entry:
    """An amount on an account: debit when it is above nothing, credit when it is below."""

    account: str
    amount: int


@dataclass(frozen=True)
class Voucher:
    """A business event; its entries are nothing together."""

    on: date
    text: str
    entries: tuple[Entry, ...]
    project: str = ""


@dataclass(frozen=True)
class Books:
    """Whose books they are."""

    name: str
    organisation_number: str
    series: str
    year_begins: int
    account_names: Mapping[str, str]


def voucher(
    *, on: date, text: str, amounts: Iterable[Amount], accounts: Mapping[str, str], project: str = ""
) -> Voucher:
    """What an invoice is in the books: a claim on the payer against sales and VAT of each rate."""
    using = {**BAS, **accounts}
    rates = by_rate(amounts)
    entries = [Entry(using[RECEIVABLE], sum(rate.gross for rate in rates))]
    for rate in rates:
        entries.append(Entry(using[f"sales_{rate.vat_percent}"], -rate.net))
        if rate.vat:
            entries.append(Entry(using[f"vat_{rate.vat_percent}"], -rate.vat))
    return Voucher(on, text, tuple(entries), project)


def sie(
    books: Books,
    vouchers: Sequence[Voucher],
    *,
    made_on: date,
    version: str,
    project_names: Mapping[str, str] | None = None,
) -> bytes:
    """The vouchers as a SIE file of type 4I, in the code page 437 ("PC8").

    The numbers of the vouchers are left to the accounting program, whose series must have no gaps.
    """
    lines = _lines(books, vouchers, made_on, version, project_names or {})
    return "".join(f"{line}{END}" for line in lines).encode("cp437")


def written(ore: int) -> str:
    """An amount with a point and two decimals, without spaces."""
    sign = "-" if ore < 0 else ""
    return f"{sign}{abs(ore) // 100}.{abs(ore) % 100:02d}"


def quoted(text: str) -> str:
    """A text between quotation marks, with only signs that the code page has, and no line breaks.

    What it lacks becomes the nearest sign, or a question mark.
    """
    plain = " ".join(text.translate(LIKE).split())
    plain = "".join(_kept(sign) for sign in plain if ord(sign) >= 32 and ord(sign) != 127)
    return '"' + plain.replace("\\", "/").replace('"', '\\"') + '"'


def financial_year(day: date, *, begins: int) -> tuple[date, date]:
    """The financial year that a day belongs to."""
    year = day.year if day.month >= begins else day.year - 1
    return date(year, begins, 1), date(year + 1, begins, 1) - timedelta(days=1)


def _lines(
    books: Books, vouchers: Sequence[Voucher], made_on: date, version: str, projects: Mapping[str, str]
) -> Iterator[str]:
    number = books.organisation_number
    yield "#FLAGGA 0"
    yield f"#PROGRAM {quoted('Samverk')} {quoted(version)}"
    yield "#FORMAT PC8"
    yield f"#GEN {made_on:%Y%m%d}"
    yield "#SIETYP 4"
    yield f"#FNAMN {quoted(books.name)}"
    yield f"#ORGNR {number[:6]}-{number[6:]}"
    if vouchers:
        first, last = financial_year(vouchers[0].on, begins=books.year_begins)
        yield f"#RAR 0 {first:%Y%m%d} {last:%Y%m%d}"
    yield "#VALUTA SEK"
    for account in sorted({entry.account for one in vouchers for entry in one.entries}):
        yield f"#KONTO {account} {quoted(books.account_names.get(account, account))}"
    for project in sorted({one.project for one in vouchers if one.project}):
        yield f"#OBJEKT {PROJECT} {quoted(project)} {quoted(projects.get(project, project))}"
    for one in vouchers:
        yield from _voucher_lines(one, books.series)


def _voucher_lines(one: Voucher, series: str) -> Iterator[str]:
    yield f"#VER {quoted(series)} {quoted('')} {one.on:%Y%m%d} {quoted(one.text)}"
    yield "{"
    for entry in one.entries:
        objects = f"{{{PROJECT} {quoted(one.project)}}}" if one.project else "{}"
        yield f"   #TRANS {entry.account} {objects} {written(entry.amount)}"
    yield "}"


def _kept(sign: str) -> str:
    try:
        sign.encode("cp437")
    except UnicodeEncodeError:
        return _nearest(sign)
    return sign


def _nearest(sign: str) -> str:
    """The letter without its accent where the code page has that one; otherwise a question mark."""
    for other in (unicodedata.normalize("NFKD", sign)[0], *NEAR.get(sign, "")):
        try:
            other.encode("cp437")
        except UnicodeEncodeError:
            continue
        return other
    return "?"
