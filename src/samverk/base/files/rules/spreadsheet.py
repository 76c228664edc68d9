"""Text from outside in a spreadsheet, so that it stays text."""

import unicodedata

# What spreadsheet programs begin a calculation with (OWASP, CSV injection), also in their full width.
BEGINS_A_FORMULA = "=+-@|%\uff1d\uff0b\uff0d\uff20"
LONGEST = 32_000
KEPT = "\n\t"


def as_text(value: str) -> str:
    """A cell that no spreadsheet program takes for a calculation, and that every one of them can read.

    Control signs go, what is longer than a cell holds is cut, and a text that begins like a formula gets an
    apostrophe before it.
    """
    clean = "".join(sign for sign in value if sign in KEPT or unicodedata.category(sign) not in {"Cc", "Cs"})
    clean = clean if len(clean) <= LONGEST else f"{clean[:LONGEST]}…"
    begins = clean.lstrip().lstrip("\u200b\u200e\u200f\u202a\u202b\u202d\u202e\u2066\u2067\u2068\ufeff")
    return f"'{clean}" if begins[:1] and begins[0] in BEGINS_A_FORMULA else clean
