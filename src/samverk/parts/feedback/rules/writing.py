"""What may stand in a comment: what does harm unseen is taken away before anything else looks at the text."""

import re
import unicodedata

LONGEST = 5000
KEPT = 50_000  # of a text that is too long, so that its writer can shorten it
LONGEST_PATH = 500

NEWLINES = re.compile(r"\r\n?|[\u0085\u2028\u2029\v\f]")
# Control characters but tab and newline; those that turn the direction of writing (Trojan Source,
# CVE-2021-42574); those without width that hide digits from a search. Joiners stay: emoji and several
# alphabets are written with them, and the search for numbers looks past them.
UNSEEN = re.compile(
    r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064"
    r"\u2066-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]"
)
BETWEEN_DIGITS = re.compile(r"(?<=\d)[\u200c\u200d\ufe00-\ufe0f]+(?=\d)")
LONE_SURROGATE = re.compile(r"[\ud800-\udfff]")
MANY_EMPTY_LINES = re.compile(r"\n[ \t]*\n([ \t]*\n)+")


def clean(text: str) -> str:
    """The text as it is kept: composed letters, one kind of newline, nothing unseen, no empty ends.

    A text of spaces only becomes empty.
    """
    text = NEWLINES.sub("\n", unicodedata.normalize("NFC", text))
    text = LONE_SURROGATE.sub("\ufffd", UNSEEN.sub("", text))
    text = BETWEEN_DIGITS.sub("", text)
    return MANY_EMPTY_LINES.sub("\n\n", text).strip()


def holds_null(text: str) -> bool:
    """Whether there is a NUL character, which nobody can type and the database cannot keep."""
    return "\0" in text


def page_path(given: str) -> str:
    """The address of a page of this site, or of the home page when something else was given."""
    path = UNSEEN.sub("", given.partition("?")[0].partition("#")[0]).strip()
    if not path.startswith("/") or path.startswith("//") or "\\" in path:
        return "/"
    return path[:LONGEST_PATH]
