"""Numbers for the tests, made so that they belong to nobody, and the ways in which people write them."""

from datetime import date, timedelta

from hypothesis import strategies as st
from stdnum import luhn

TEST_SERIALS = st.integers(980, 999)
"""Serial numbers as in the test numbers that Skatteverket publishes."""

_DAYS = st.integers(0, (date(2023, 12, 31) - date(1924, 1, 1)).days).map(
    lambda days: date(1924, 1, 1) + timedelta(days)
)
_SIGNS = ["-", " ", "–", "—", "−", " - ", ".", "/", "_", "\u00a0", "\n", "-\n", " -\r\n", "\u2009"]
_INVISIBLE = (
    "\u200b",
    "\u200c",
    "\u200d",
    "\u2060",
    "\ufeff",
    "\u00ad",
    "\u202e",
    "\u202c",
    "\u2066",
    "\u0336",
)
_SCRIPTS = ("٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹", "０１２３４５６７８９", "०१२३४५६७८९", "𝟎𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖𝟗", "𝟘𝟙𝟚𝟛𝟜𝟝𝟞𝟟𝟠𝟡")


@st.composite
def personal_numbers(draw: st.DrawFn, *, coordination: bool = False) -> str:
    """Twelve digits that check. No coordination number of 2007, which is read as a mobile number."""
    born = draw(_DAYS.filter(lambda day: not (coordination and day.year == 2007)))
    digits = f"{born:%y%m}{born.day + 60 * coordination:02}{draw(TEST_SERIALS)}"
    return f"{born.year // 100}{digits}{luhn.calc_check_digit(digits)}"


@st.composite
def spellings(draw: st.DrawFn, twelve: str) -> str:
    """One of the ways to write a personal identity number."""
    century, year, month, day, serial = twelve[:2], twelve[2:4], twelve[4:6], twelve[6:8], twelve[8:]
    sign = draw(st.sampled_from(_SIGNS))
    between = draw(st.sampled_from(["-", ".", "/", " ", "", "\u00a0"]))
    written = [
        f"{year}{month}{day}{sign}{serial}",
        f"{century}{year}{month}{day}{sign}{serial}",
        f"{century} {year}{month}{day}{sign}{serial}",
        f"{between.join((year, month, day))}{sign}{serial}",
        f"{between.join((century + year, month, day))}{sign}{serial}",
        twelve,
        twelve[2:],
        " ".join(twelve),
        " ".join(twelve[2:]),
    ]
    return draw(st.sampled_from(written))


@st.composite
def disguised(draw: st.DrawFn, written: str) -> str:
    """A number with its digits in another script, or with something invisible between them."""
    script = draw(st.sampled_from(["0123456789", "0123456789", *_SCRIPTS]))
    written = written.translate(str.maketrans("0123456789", script))
    unseen = draw(st.sampled_from(["", "", *_INVISIBLE]))
    return unseen.join(written)
