"""How fast the importer reads pages of growing size: `python -m bench.import_page`.

The pages are the demonstration's own article, its paragraphs repeated until the page is as large as wanted.
"""

import re
import statistics
import time
import tracemalloc
from pathlib import Path

from bench.table import milliseconds, show
from samverk.engine.article import read_article

PAGE = Path(__file__).parents[1] / "src" / "samverk" / "demo" / "pages" / "sociala-foretagsdagen-i-norr.html"
SIZES = {"the article itself": 0, "100 kB": 100_000, "1 MB": 1_000_000, "5 MB": 5_000_000}
READINGS = 5
PARAGRAPH = re.compile(r"<p>.*?</p>", re.DOTALL)
TAG = re.compile(r"<[^>]*>")


def main() -> None:
    """Read each size as HTML and as plain text, and print."""
    rows = [
        row(f"{name}, {kind}", source) for name, size in SIZES.items() for kind, source in pages(size).items()
    ]
    show("Reading a page into an article", ("", "kB", "blocks", "ms", "kB/s", "peak MB"), rows)


def pages(size: int) -> dict[str, bytes]:
    """The article grown to a size, in both forms that the importer reads."""
    html = PAGE.read_text()
    paragraph = max(PARAGRAPH.findall(html), key=len)
    copies = max(0, size - len(html.encode())) // len(paragraph.encode())
    grown = "\n".join(f"{paragraph[:-4]} Stycke {number}.</p>" for number in range(copies + 1))
    whole = html.replace(paragraph, grown)
    words = (" ".join(TAG.sub("", found).split()) for found in PARAGRAPH.findall(whole))
    return {"HTML": whole.encode(), "text": "\n\n".join(("Sociala företagsdagen i Norr", *words)).encode()}


def row(name: str, source: bytes) -> list[object]:
    """One line of the table: the median time, and the memory of one more reading that is not timed."""
    times = []
    for _ in range(READINGS if len(source) < 2_000_000 else 1):
        began = time.perf_counter()
        article = read_article(source)
        times.append(time.perf_counter() - began)
    seconds = statistics.median(times)
    tracemalloc.start()
    read_article(source)
    peak = tracemalloc.get_traced_memory()[1] / 1e6
    tracemalloc.stop()
    kilobytes = len(source) / 1000
    return [
        name,
        round(kilobytes),
        len(article.body),
        milliseconds(seconds),
        round(kilobytes / seconds),
        f"{peak:.1f}",
    ]


if __name__ == "__main__":
    main()
