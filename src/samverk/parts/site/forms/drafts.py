"""Correcting a page that was read: its facts, its pieces in order, and its contact persons."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from samverk.engine.article import (
    Article,
    Block,
    Contact,
    FactBox,
    Heading,
    Image,
    LeftOut,
    Links,
    List,
    Paragraph,
    Quote,
    Text,
    blocks_from,
    items_from,
    markup_for,
    markup_of,
    text_from,
)
from samverk.engine.article.markup import links_of
from samverk.parts.site.presenters.imports import REASONS
from samverk.parts.site.rules import telephone

Row = dict[str, Any]

KINDS = [
    ("paragraph", _("Stycke")),
    ("heading", _("Rubrik")),
    ("quote", _("Citat")),
    ("list", _("Punktlista")),
    ("steps", _("Numrerad lista")),
    ("links", _("Länkar")),
    ("fact_box", _("Faktaruta")),
    ("picture", _("Bild")),
]
ASKED_FOR: dict[str, tuple[str, ...]] = {
    "heading": ("text", "level"),
    "quote": ("text", "speaker", "role"),
    "fact_box": ("title", "text"),
    "picture": ("alt", "text", "credit", "file"),
}
TEXT_IS: dict[str, Any] = {
    "paragraph": _("Text"),
    "heading": _("Rubrik"),
    "quote": _("Citat, utan citattecken"),
    "list": _("Punkter, en på varje rad"),
    "steps": _("Steg, ett på varje rad"),
    "links": _("Länkar, en på varje rad"),
    "fact_box": _("Innehåll, med en tom rad mellan styckena"),
    "picture": _("Bildtext"),
}
LONGEST = {"heading": 200, "picture": 500}


class FactsForm(forms.Form):
    """What the page as a whole has."""

    section = forms.ChoiceField(label=_("Avdelning"), help_text=_("Här hamnar utkastet."))
    title = forms.CharField(
        label=_("Rubrik"),
        max_length=255,
        error_messages={
            "required": _("Skriv en rubrik."),
            "max_length": _("Rubriken är för lång. Korta den."),
        },
    )
    lead = forms.CharField(label=_("Ingress"), required=False, widget=forms.Textarea(attrs={"rows": 6}))
    published_on = forms.DateField(
        label=_("Publicerad"),
        help_text=_(
            "Dagen som visas, till exempel 2018-04-17. Lämna tomt för den dag då sidan publiceras här."
        ),
        required=False,
        input_formats=["%Y-%m-%d"],
        widget=forms.DateInput(attrs={"inputmode": "numeric"}, format="%Y-%m-%d"),
        error_messages={"invalid": _("Skriv dagen som 2018-04-17.")},
    )

    def __init__(self, *args: Any, sections: Iterable[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["section"].choices = list(sections)  # type: ignore[attr-defined]


class PieceForm(forms.Form):
    """One piece of the page. `is_left` says that it does not come along, `reason` why."""

    kind = forms.ChoiceField(label=_("Slag"), choices=KINDS, initial="paragraph")
    title = forms.CharField(label=_("Rutans rubrik"), max_length=200, required=False)
    alt = forms.CharField(
        label=_("Bildbeskrivning"),
        help_text=_("Vad bilden visar, för den som inte ser den."),
        max_length=255,
        required=False,
    )
    text = forms.CharField(required=False, widget=forms.Textarea)
    level = forms.ChoiceField(
        label=_("Nivå"), choices=[("2", _("Rubrik")), ("3", _("Underrubrik"))], required=False
    )
    speaker = forms.CharField(label=_("Vem"), max_length=200, required=False)
    role = forms.CharField(label=_("Titel eller roll"), max_length=200, required=False)
    credit = forms.CharField(label=_("Fotograf"), max_length=200, required=False)
    file = forms.FileField(
        label=_("Bildfil"),
        help_text=_("Välj bilden här, eller lägg till den när utkastet är sparat."),
        required=False,
        allow_empty_file=True,
        widget=forms.FileInput(attrs={"accept": "image/*"}),
    )
    picture = forms.IntegerField(required=False, min_value=1, widget=forms.HiddenInput)
    is_left = forms.BooleanField(required=False, widget=forms.HiddenInput)
    reason = forms.CharField(required=False, widget=forms.HiddenInput)

    use_required_attribute = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.is_a = str(self["kind"].value() or "paragraph")
        self.fields["text"].label = TEXT_IS.get(self.is_a, "")
        self.fields["text"].widget.attrs["rows"] = _height(str(self["text"].value() or ""))

    @property
    def kind_in_words(self) -> Any:
        return dict(KINDS).get(self.is_a, "")

    @property
    def is_left_out(self) -> bool:
        return str(self["is_left"].value() or "") not in {"", "False"}

    @property
    def why(self) -> Any:
        return {str(reason): words for reason, words in REASONS.items()}.get(str(self["reason"].value()), "")

    def shown(self) -> list[forms.BoundField]:
        """The fields that this kind of piece has."""
        names = () if self.is_left_out else ("kind", *ASKED_FOR.get(self.is_a, ("text",)))
        return [self[name] for name in names if name in self.fields]

    def kept(self) -> list[str]:
        """What the other fields hold, so that nothing is lost when the kind changes back."""
        shown = {field.name for field in self.shown()}
        hidden = self.fields.keys() - shown - {"file"}
        return [self[name].as_hidden() for name in self.fields if name in hidden and self[name].value()]

    def clean(self) -> dict[str, Any]:
        """See that there is something to show."""
        cleaned = super().clean() or {}
        if cleaned.get("is_left"):
            return cleaned
        text, kind = cleaned.get("text", ""), cleaned.get("kind", "")
        if not text and kind not in {"picture", "fact_box"}:
            self.add_error("text", _("Skriv något här, eller ta bort delen."))
        if len(text) > LONGEST.get(kind, len(text)):
            self.add_error("text", _("Texten är för lång. Korta den, eller gör den till ett stycke."))
        if kind == "links" and not links_of(items_from(text)):
            self.add_error("text", _("Skriv varje länk så här: [Läs mer](https://exempel.se)"))
        return cleaned

    def block(self) -> Block:
        """The piece as the importer knows it."""
        return _FROM_FORM[self.cleaned_data["kind"]](self.cleaned_data)


def _height(text: str) -> int:
    return min(2 + len(text) // 70 + text.count("\n"), 16)


_FROM_FORM: dict[str, Callable[[Mapping[str, Any]], Block]] = {
    "paragraph": lambda data: Paragraph(text_from(data["text"].replace("\r\n", "\n"))),
    "heading": lambda data: Heading(data["text"], int(data["level"] or 2)),
    "quote": lambda data: Quote(data["text"], data["speaker"], data["role"]),
    "list": lambda data: List(items_from(data["text"])),
    "steps": lambda data: List(items_from(data["text"]), ordered=True),
    "links": lambda data: links_of(items_from(data["text"])) or List(items_from(data["text"])),
    "fact_box": lambda data: FactBox(data["title"], blocks_from(data["text"])),
    "picture": lambda data: Image(data["alt"], data["text"], data["credit"]),
}


class ContactForm(forms.Form):
    """Somebody to turn to. An empty one is nobody."""

    name = forms.CharField(label=_("Namn"), max_length=200, required=False)
    role = forms.CharField(label=_("Titel eller roll"), max_length=200, required=False)
    telephone = forms.CharField(label=_("Telefon"), max_length=30, required=False)
    email = forms.EmailField(
        label=_("E-post"),
        required=False,
        error_messages={"invalid": _("Skriv en hel e-postadress, som namn@exempel.se.")},
    )

    def clean_telephone(self) -> str:
        """See that somebody can be reached on the number.

        :raises ValidationError: when nobody can.
        """
        number = self.cleaned_data["telephone"]
        try:
            return telephone.parse(number) if number else ""
        except telephone.TelephoneError as problem:
            raise ValidationError(
                _("Skriv ett telefonnummer som går att ringa, till exempel 0920-711 75.")
            ) from problem

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if any(cleaned.values()) and not cleaned.get("name") and "name" not in self.errors:
            self.add_error("name", _("Skriv ett namn, eller töm raden."))
        return cleaned

    def contact(self) -> Contact | None:
        """The person as the importer knows them, or nobody."""
        return Contact(**self.cleaned_data) if self.cleaned_data.get("name") else None


def rows_of(article: Article) -> list[Row]:
    """Every piece of an article and everything that was left out of it, in the order of the page."""
    rows: list[Row] = []
    left = list(article.left_out)
    for place, block in enumerate(article.body):
        while left and left[0].place <= place:
            rows.append(_row_of_left(left.pop(0)))
        rows.append(row_of(block))
    return rows + [_row_of_left(one) for one in left]


def _row_of_left(one: LeftOut) -> Row:
    return {
        "kind": "paragraph",
        "text": markup_of(Text.of(one.text)),
        "is_left": "on",
        "reason": str(one.reason),
    }


def row_of(block: Block) -> Row:
    """A block as the fields of its form."""
    match block:
        case Heading():
            return {"kind": "heading", "text": block.text, "level": "2" if block.level < 3 else "3"}
        case Paragraph(text=text):
            return {"kind": "paragraph", "text": markup_of(text)}
        case Quote():
            return {"kind": "quote", "text": block.text, "speaker": block.speaker, "role": block.role}
        case List(ordered=ordered):
            return {"kind": "steps" if ordered else "list", "text": markup_for((block,))}
        case Links():
            return {"kind": "links", "text": markup_for((block,))}
        case Image():
            return {"kind": "picture", "text": block.caption, "alt": block.alt, "credit": block.credit}
        case FactBox(title=title):
            return {"kind": "fact_box", "title": title, "text": markup_for(block.blocks)}
