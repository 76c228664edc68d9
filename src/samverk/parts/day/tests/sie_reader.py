"""A reader of SIE files, written from the format's description and sharing nothing with what writes them."""

import re
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

# One field: {list}, "text with \" inside", or a word.
FIELD = re.compile(
    r'\{(?P<list>(?:[^{}"]|"(?:[^"\\]|\\.)*")*)\}|"(?P<text>(?:[^"\\]|\\.)*)"|(?P<word>[^\s{}"]+)'
)
AMOUNT = re.compile(r"-?\d+(\.\d{1,2})?")


@dataclass
class ReadVoucher:
    """A voucher as it stands in the file."""

    series: str
    number: str
    on: date
    text: str
    entries: list[tuple[str, Decimal, str]] = field(default_factory=list)


@dataclass
class ReadFile:
    """A whole file."""

    facts: dict[str, list[str]] = field(default_factory=dict)
    accounts: dict[str, str] = field(default_factory=dict)
    vouchers: list[ReadVoucher] = field(default_factory=list)


def read(content: bytes) -> ReadFile:
    """Read a file of type 4I, strictly."""
    text = content.decode("cp437")
    assert text.endswith("\r\n")
    found, inside = ReadFile(), False
    for line in text.split("\r\n")[:-1]:
        assert "\r" not in line
        assert "\n" not in line
        if line in ("{", "}"):
            assert inside is (line == "}")
            inside = line == "{"
            continue
        label, *values = _fields(line)
        _take(found, label, values, inside=inside)
    assert not inside
    return found


def _take(found: ReadFile, label: str, values: list[str], *, inside: bool) -> None:
    assert inside is (label == "#TRANS")
    if label == "#TRANS":
        account, objects, amount = values
        assert AMOUNT.fullmatch(amount)
        found.vouchers[-1].entries.append((account, Decimal(amount), objects))
    elif label == "#VER":
        series, number, on, told = values
        found.vouchers.append(ReadVoucher(series, number, _day(on), told))
    elif label == "#KONTO":
        found.accounts[values[0]] = values[1]
    else:
        assert not found.vouchers, f"{label} stands after the vouchers"
        found.facts[label] = values


def _fields(line: str) -> list[str]:
    fields, at = [], 0
    line = line.strip()
    while at < len(line):
        match = FIELD.match(line, at)
        assert match, f"unreadable at {at}: {line!r}"
        if match["text"] is not None:
            fields.append(match["text"].replace('\\"', '"'))
        else:
            fields.append(match["list"] if match["list"] is not None else match["word"])
        at = match.end()
        while at < len(line) and line[at] in " \t":
            at += 1
    return fields


def _day(written: str) -> date:
    return date(int(written[:4]), int(written[4:6]), int(written[6:]))
