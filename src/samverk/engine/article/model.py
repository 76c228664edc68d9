"""What a page is made of once it has been read."""

import html
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Run:
    """Words in one and the same dress."""

    text: str
    strong: bool = False
    emphasis: bool = False
    href: str = ""

    def to_html(self) -> str:
        markup = html.escape(self.text).replace("\n", "<br>")
        if self.emphasis:
            markup = f"<em>{markup}</em>"
        if self.strong:
            markup = f"<strong>{markup}</strong>"
        if self.href:
            markup = f'<a href="{html.escape(self.href)}">{markup}</a>'
        return markup


@dataclass(frozen=True, slots=True)
class Text:
    """A line or a paragraph. Its only markup is bold, emphasis and links that are safe to follow."""

    runs: tuple[Run, ...] = ()

    @classmethod
    def of(cls, words: str) -> "Text":
        return cls((Run(words),)) if words else cls()

    def __str__(self) -> str:
        return "".join(run.text for run in self.runs)

    def __bool__(self) -> bool:
        return any(run.text for run in self.runs)

    def to_html(self) -> str:
        return "".join(run.to_html() for run in self.runs)


@dataclass(frozen=True, slots=True)
class Heading:
    text: str
    level: int = 2


@dataclass(frozen=True, slots=True)
class Paragraph:
    text: Text


@dataclass(frozen=True, slots=True)
class Quote:
    """What somebody said. `verb` is the source's own word for it: "säger", "berättar"."""

    text: str
    speaker: str = ""
    role: str = ""
    verb: str = ""


@dataclass(frozen=True, slots=True)
class List:
    items: tuple[Text, ...]
    ordered: bool = False


@dataclass(frozen=True, slots=True)
class Link:
    text: str
    href: str


@dataclass(frozen=True, slots=True)
class Links:
    items: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Image:
    """A picture that the page showed. The file itself is not fetched; `source` is its name."""

    alt: str = ""
    caption: str = ""
    credit: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class FactBox:
    """A box beside the story, such as "Bakgrund"."""

    title: str
    blocks: tuple["Block", ...]


Block = Heading | Paragraph | Quote | List | Links | Image | FactBox


@dataclass(frozen=True, slots=True)
class Contact:
    name: str
    role: str = ""
    telephone: str = ""
    email: str = ""


class Reason(StrEnum):
    """Why a piece of the page was left out."""

    COOKIES = "cookies"
    NAVIGATION = "navigation"
    FORM = "form"
    CAPTCHA = "captcha"
    WARNING = "warning"
    SHARING = "sharing"
    EMPTY_LABEL = "empty_label"
    FOOTER = "footer"
    HIDDEN = "hidden"
    ASIDE = "aside"
    DATE = "date"
    CONTACT = "contact"


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Words that are not the article's. `place` is the number of body blocks before them."""

    text: str
    reason: Reason
    place: int = 0


@dataclass(frozen=True, slots=True)
class Note:
    """Something for the editor to look at. `message` is a Swedish sentence with `{names}` for `values`."""

    code: str
    message: str
    values: dict[str, str] = field(default_factory=dict)

    def __str__(self) -> str:
        return self.message.format(**self.values)


@dataclass(frozen=True, slots=True)
class Article:
    """A page, split into its parts."""

    title: str = ""
    lead: Text = Text()
    body: tuple[Block, ...] = ()
    contacts: tuple[Contact, ...] = ()
    published: date | None = None
    left_out: tuple[LeftOut, ...] = ()
    notes: tuple[Note, ...] = ()


def words_of(block: Block) -> tuple[str, ...]:
    """Give each text of a block, in reading order."""
    match block:
        case Heading(text=words):
            return (words,)
        case Paragraph(text=text):
            return (str(text),)
        case Quote():
            return (block.text, block.verb, block.speaker, block.role)
        case Image():
            return (block.alt, block.caption, block.credit)
        case FactBox(title=title, blocks=blocks):
            return (title, *(words for inner in blocks for words in words_of(inner)))
        case List(items=items):
            return tuple(map(str, items))
        case Links(items=links):
            return tuple(link.text for link in links)
