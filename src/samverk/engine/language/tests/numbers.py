"""Numbers for the tests, made so that they belong to nobody, and the ways in which people write them."""

from datetime import date, timedelta

from hypothesis import strategies as st
from stdnum import luhn

TEST_SERIALS = st.integers(980, 999)
"""Serial numbers as in the test numbers that Skatteverket publishes."""

_DAYS = st.integers(0, (date(2023, 12, 31) - date(1924, 1, 1)).days).map(lambda days: date(1924, 1, 1) + timedelta(days))
_INVISIBLE = ("\u200b", "\u200c", "\u200d", "\u2060", "\ufeff", "\u00ad", "\u202e", "\u202c", "\u2066", "\u0336")
_SCRIPTS = ("٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹", "０１２３４５６７８９", "०१२३४५६७८९", "𝟎𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖𝟗", "𝟘𝟙𝟚𝟛𝟜𝟝𝟞𝟟𝟠𝟡")


@st.composite
def personal_numbers(draw: st.DrawFn, *, coordination: bool = False) -> str:
    """Twelve digits that check."""
    born = draw(_DAYS)
    digits = f"{born:%y%m}{born.day + 60 * coordination:02}{draw(TEST_SERIALS)}"
    return f"{born.year // 100}{digits}{luhn.calc_check_digit(digits)}"


@st.composite
def spellings(draw: st.DrawFn, twelve: str) -> str:
    """One of the ways to write a personal identity number."""
    century, year, month, day, serial = twelve[:2], twelve[2:4], twelve[4:6], twelve[6:8], twelve[8:]
    sign = draw(st.sampled_from(["-", " ", "–", "—", "−", " - ", ".", "/", "_", "\u00a0", "\n", "-\n", " -\r\n", "\u2009"]))
    between = draw(st.sampled_from(["-", ".", "/", " ", "", "\u00a0"]))
    date_ = draw(st.sampled_from([f"{year}{month}{day}", f"{century}{year}{month}{day}", f"{century} {year}{month}{day}",
                                  between.join((year, month, day)), between.join((century + year, month, day))]))
    return draw(st.sampled_from([f"{date_}{sign}{serial}", f"{date_}{sign}{serial}", f"{year}{month}{day}{serial}",
                                 twelve, " ".join(twelve), " ".join(twelve[2:]), f"{date_}-{serial}"]))  # fmt: skip


@st.composite
def disguised(draw: st.DrawFn, written: str) -> str:
    """A number with its digits in another script, or with something invisible between them."""
    script = draw(st.sampled_from(["0123456789", "0123456789", *_SCRIPTS]))
    written = written.translate(str.maketrans("0123456789", script))
    unseen = draw(st.sampled_from(["", "", *_INVISIBLE]))
    return unseen.join(written)
