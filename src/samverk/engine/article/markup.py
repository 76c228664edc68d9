"""The little markup that an editor sees in a text field: **bold**, *emphasis*, [link](https://...)."""

import re

from samverk.engine.article.links import safe_href
from samverk.engine.article.model import Block, Heading, Image, Link, Links, List, Paragraph, Quote, Run, Text

_MEANS_SOMETHING = re.compile(r"([\\*\[\]])")
_TOKEN = re.compile(
    r"\\(?P<escaped>[\\*\[\]])|"
    r"\[(?P<label>(?:\\.|[^\[\]\\])+)\]\((?P<href>[^()\s]+)\)|"
    r"(?P<stars>\*{1,3})(?=[^\s*])(?P<words>(?:\\.|[^*\\])+)(?<=\S)(?P=stars)(?!\*)"
)
_ITEM = re.compile(r"^(?:[-•*]|(?P<number>\d{1,3})[.)])\s+")


def markup_of(text: Text) -> str:
    """Write a text with its markup. Of two dressed runs that touch, the second is written plainly."""
    written = ""
    touching = False
    for run in _joined(list(text.runs)):
        shown = Run(run.text, href=run.href) if touching else run
        written += _written(shown)
        touching = (shown.strong or shown.emphasis) and not shown.href and not shown.text[-1].isspace()
    return written


def _written(run: Run) -> str:
    words = run.text.strip()
    if not words:
        return run.text
    before, after = run.text.split(words, 1)
    stars = "*" * (2 * run.strong + run.emphasis) if "\n" not in words else ""
    written = stars + _MEANS_SOMETHING.sub(r"\\\1", words) + stars
    if run.href:
        written = f"[{written}]({run.href.replace('(', '%28').replace(')', '%29')})"
    return f"{before}{written}{after}"


def text_from(markup: str) -> Text:
    """Read a text with its markup. What is no markup stays as it is, unsafe links become plain words."""
    return Text(tuple(_runs(markup, Run(""))))


def _runs(markup: str, dress: Run) -> list[Run]:
    runs: list[Run] = []
    at = 0
    for token in _TOKEN.finditer(markup):
        runs.append(_dressed(markup[at : token.start()], dress))
        at = token.end()
        if token["escaped"]:
            runs.append(_dressed(token["escaped"], dress))
        elif token["label"]:
            runs.extend(
                _runs(token["label"], Run("", dress.strong, dress.emphasis, safe_href(token["href"])))
            )
        else:
            stars = len(token["stars"])
            strong, emphasis = dress.strong or stars > 1, dress.emphasis or stars != 2
            runs.extend(_runs(token["words"], Run("", strong, emphasis, dress.href)))
    runs.append(_dressed(markup[at:], dress))
    return _joined(runs)


def _dressed(words: str, dress: Run) -> Run:
    return Run(words, dress.strong, dress.emphasis, dress.href)


def _joined(runs: list[Run]) -> list[Run]:
    joined: list[Run] = []
    for run in runs:
        last = joined[-1] if joined else None
        if last and _dressed("", last) == _dressed("", run):
            joined[-1] = _dressed(last.text + run.text, run)
        elif run.text:
            joined.append(run)
    return joined


def items_from(markup: str) -> tuple[Text, ...]:
    """Read a list: one item on each line, with or without a dash."""
    lines = (_ITEM.sub("", line.strip()) for line in markup.splitlines())
    return tuple(text_from(line) for line in lines if line)


def markup_for(blocks: tuple[Block, ...]) -> str:
    """Write several blocks in one field: an empty line between paragraphs, a dash before each item."""
    return "\n\n".join(filter(None, map(_written_block, blocks)))


def _written_block(block: Block) -> str:
    match block:
        case Paragraph(text=text):
            return markup_of(text)
        case Heading(text=words):
            return markup_of(Text((Run(words, strong=True),)))
        case List(items=items, ordered=ordered):
            marks = (f"{number}." if ordered else "-" for number in range(1, len(items) + 1))
            return "\n".join(f"{mark} {markup_of(item)}" for mark, item in zip(marks, items, strict=True))
        case Links(items=links):
            return "\n".join(f"- {_written(Run(link.text, href=link.href))}" for link in links)
        case Quote():
            return ", ".join(filter(None, (f"”{block.text}”", block.speaker, block.role)))
        case Image():
            return " ".join(filter(None, (block.caption or block.alt, block.credit)))
        case _:
            return markup_for(block.blocks)


def blocks_from(markup: str) -> tuple[Block, ...]:
    """Read several blocks from one field."""
    parts = re.split(r"\n[^\S\n]*\n\s*", markup.replace("\r\n", "\n").strip())
    return tuple(_block_from(part.strip()) for part in parts if part.strip())


def _block_from(part: str) -> Block:
    marks = [_ITEM.match(line.strip()) for line in part.split("\n")]
    if not all(marks):
        return Paragraph(text_from(part))
    items = items_from(part)
    return links_of(items) or List(items, ordered=bool(marks[0] and marks[0]["number"]))


def links_of(items: tuple[Text, ...]) -> Links | None:
    """Make links of items when each of them is one."""
    if not items or not all(len(item.runs) == 1 and item.runs[0].href for item in items):
        return None
    return Links(tuple(Link(str(item), item.runs[0].href) for item in items))
