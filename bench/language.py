"""How well and how fast a text is checked for personal data and care matters: `python -m bench.language`.

Quality is counted on the labelled comments, speed on texts of growing size: what people write, what is full
of numbers, and what somebody could send to make the check slow. The time is what the processor works on the
check, without what it does for others meanwhile.
"""

import random
import time
from collections.abc import Callable, Iterable, Sequence

from bench.table import milliseconds, percentile, show
from samverk.engine.language import Kind, find, mask
from samverk.engine.language.tests.labelled import HALVES, NUMBERS, comments, score

SIZES = (100, 1_000, 10_000, 100_000)
WORST = 10_000
CHECKS = 200


def main() -> None:
    """Count and measure, and print three tables."""
    show("Found in the labelled comments", ("", *quality_head()), list(quality()))
    written = "\n".join(comment.text for half in HALVES for comment in comments(half))
    plain = "\n".join(comment.text for half in HALVES for comment in comments(half) if not comment.expected)
    rows = [
        timed(f"{name}, {size} characters", grown(text, size))
        for name, text in (("ordinary comments", plain), ("the labelled comments", written))
        for size in SIZES
    ]
    show("Checking a text", HEAD, rows)
    worst = [timed(name, grown(text, WORST)) for name, text in adversaries().items()]
    show(f"Checking {WORST} characters that mean harm, the slowest first", HEAD, sorted(worst, key=by_p99))


HEAD = ("", "found", "p50 ms", "p99 ms", "mask p99 ms")


def quality_head() -> Iterable[str]:
    """The columns of each half."""
    for half in HALVES:
        name = half.replace("_", "-")
        yield from (f"{name} n", "found", "recall", "precision")


def quality() -> Iterable[list[object]]:
    """One line for each kind, one for all numbers, and one for the comments themselves."""
    halves = [comments(half) for half in HALVES]
    kinds = {kind.value.replace("_", " "): (kind,) for kind in NUMBERS}
    for name, chosen in {**kinds, "all numbers": NUMBERS, "care matters": (Kind.CARE,)}.items():
        row: list[object] = [name]
        for half in halves:
            counted = score(half, chosen)
            row += [counted.expected, counted.found, f"{counted.recall:.3f}", f"{counted.precision:.3f}"]
        yield row
    row = ["comments (of them with nothing)"]
    for half in halves:
        row += [len(half), sum(not comment.expected for comment in half), "", ""]
    yield row


def grown(text: str, size: int) -> str:
    """The text, again and again until it is as long as wanted."""
    return (text * (size // len(text) + 1))[:size]


def timed(name: str, text: str) -> list[object]:
    """One line of a table of times."""
    find(text)
    finds = [worked(find, text) for _ in range(CHECKS)]
    masks = [worked(mask, text) for _ in range(CHECKS // 4)]
    return [
        name,
        len(find(text)),
        milliseconds(percentile(finds, 0.5)),
        milliseconds(percentile(finds, 0.99)),
        milliseconds(percentile(masks, 0.99)),
    ]


def worked(check: Callable[[str], object], text: str) -> float:
    """How long the processor worked for one check."""
    began = time.thread_time()
    check(text)
    return time.thread_time() - began


def by_p99(row: Sequence[object]) -> float:
    """The slowest first."""
    return -float(str(row[3]))


def adversaries() -> dict[str, str]:
    """Texts that would be slow in a search that goes back over what it has read."""
    chance = random.Random(1177)  # noqa: S311
    return {
        "one digit": "1",
        "digits apart": "1 ",
        "pairs of digits": "01 ",
        "personal numbers": "850709-9805 ",
        "personal numbers, plain": "8507099805\n",
        "personal numbers, digits apart": "8 5 0 7 0 9 9 8 0 5 ",
        "dates": "850709 ",
        "dates and hours": "2018-04-17 14:30 ",
        "telephone numbers": "070-174 06 05 ",
        "telephone numbers from abroad": "+46 70 174 06 05\n",
        "hours": "09.00 ",
        "zeros apart": "0 ",
        "cards": "4111 1111 1111 1111 ",
        "IBANs": "SE45 5000 0000 0583 9825 7466 ",
        "almost IBANs": "se45 ",
        "accounts": "konto 123 456 789 ",
        "bankgiro": "bg 123-4567 ",
        "at signs": "@",
        "letters and at signs": "a@",
        "letters and dots": "a.",
        "e-mail addresses": "a.b@c.se ",
        "at in words": "a (at) b ",
        "spaces": " ",
        "dashes": "-",
        "one letter": "a",
        "jag har": "jag har ",
        "care matters": "jag har diabetes. ",
        "zero-width between digits": "1\u200b",
        "letters and marks": "a\u030a",
        "Chinese": "漢",
        "digits, spaces and dashes by chance": "".join(chance.choice("0123456789 -") for _ in range(WORST)),
        "any character by chance": "".join(chr(chance.randrange(0x3000)) for _ in range(WORST)),
    }


if __name__ == "__main__":
    main()
