"""The page that Samverk began with. It is the specification: each sentence of it has its place."""

from datetime import date

import pytest

from samverk.engine.article import Article, Contact, FactBox, Image, Paragraph, Quote, read_article
from samverk.engine.article.tests.conftest import SEED
from samverk.engine.article.tests.words import texts_of

SHOWN = [
    "Hur kan företagande och entreprenörskap",
    "Yalla-projektet är ett exempel",
    "Företagen är oftast kooperativ",
    "Morgan Alling avslutade dagens program",
]
CHROME = [
    "cookies", "surfa vidare", "Kontaktperson", "Telefon:", "E-post:", "Kommentera", "synpunkter",
    "webbredaktion",
    "formulär", "personuppgifter", "1177", "hälsocentral", "Obligatorisk", "användarverifiering",
]  # fmt: skip


@pytest.fixture(scope="module")
def article() -> Article:
    return read_article(SEED.read_bytes(), name=SEED.name)


def test_the_title_the_lead_and_the_date_have_their_places(article: Article) -> None:
    assert article.title == "Sociala företagsdagen i Norr"
    assert str(article.lead).startswith(
        "Sociala företagsdagen 11 april 2018 bjöd på inspirerande föreläsningar"
    )
    assert str(article.lead).endswith("Förhoppningen är att satsningen ska bli återkommande.")
    assert article.published == date(2018, 4, 17)


def test_the_blocks_stand_in_the_order_of_the_page(article: Article) -> None:
    kinds = [type(block) for block in article.body]

    assert kinds == [Image, Paragraph, Paragraph, Paragraph, Quote, Paragraph, FactBox]


def test_each_paragraph_arrives_whole(article: Article) -> None:
    paragraphs = [str(block.text) for block in article.body if isinstance(block, Paragraph)]

    assert [text[: len(start)] for text, start in zip(paragraphs, SHOWN, strict=True)] == SHOWN
    assert all(text in SEED.read_text(encoding="utf-8") for text in paragraphs)


def test_the_picture_has_its_description_its_caption_and_its_photographer(article: Article) -> None:
    assert article.body[0] == Image(
        alt="Morgan Alling, Sociala företagsdagen",
        caption="Morgan Alling föreläser på Sociala företagsdagen.",
        credit="Kristin Bergwall",
    )


def test_the_quote_knows_who_speaks(article: Article) -> None:
    quote = article.body[4]

    assert isinstance(quote, Quote)
    assert quote.text.startswith("Det är mycket värdefullt med social innovation")
    assert quote.text.endswith("för ett attraktivt och inkluderande Norrbotten.")
    assert (quote.speaker, quote.verb) == ("Anna Lindberg", "säger")
    assert quote.role == "regional utvecklingsdirektör på Region Norrbotten"


def test_the_background_is_a_box_of_two_paragraphs(article: Article) -> None:
    box = article.body[-1]

    assert isinstance(box, FactBox)
    assert box.title == "Bakgrund"
    assert [str(block.text)[:24] for block in box.blocks if isinstance(block, Paragraph)] == [
        "Initiativet till konfere",
        "Tillväxtverket har ett u",
    ]


def test_the_contact_person_can_be_reached(article: Article) -> None:
    name, email, number = SEED.read_text(encoding="utf-8").split("Kontakt\n\n")[1].split("\n")[:3]

    assert article.contacts == (Contact(name, "", number.removeprefix("Tel: "), email),)


@pytest.mark.parametrize("words", CHROME)
def test_what_stands_round_the_article_is_left_out(article: Article, words: str) -> None:
    left = " ".join(piece.text for piece in article.left_out)
    texts = " ".join(texts_of(article)).removesuffix(left)

    assert words not in texts
    assert words in left


def test_each_line_of_the_page_is_in_the_article_or_among_what_was_left_out(article: Article) -> None:
    everything = " ".join(texts_of(article)) + " - Foto: säger Bakgrund Kontakt Tel: 17 april 2018 * • ,"

    for word in SEED.read_text(encoding="utf-8").split():
        assert word in everything or word.rstrip(",.") in everything


def test_a_missing_space_is_noticed(article: Article) -> None:
    assert [(note.code, note.values) for note in article.notes] == [
        ("missing_space", {"word": "utvecklaarbetsintegrerande", "suggestion": "utveckla arbetsintegrerande"})
    ]
