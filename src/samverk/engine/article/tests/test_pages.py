"""Pages of other kinds, with invented people."""

import base64
import quopri
from datetime import date
from pathlib import Path

import pytest

from samverk.engine.article import (
    Article,
    Contact,
    FactBox,
    Heading,
    Image,
    Link,
    Links,
    List,
    Paragraph,
    Quote,
    Reason,
    read_article,
)

PAGES = Path(__file__).parent / "pages"
DEMO = Path(__file__).parents[3] / "demo/pages"


def page(name: str) -> Article:
    return read_article((PAGES / name).read_bytes(), name=name)


def kinds(article: Article) -> list[str]:
    return [type(block).__name__ for block in article.body]


def left(article: Article) -> dict[Reason, str]:
    found: dict[Reason, str] = {}
    for piece in article.left_out:
        found[piece.reason] = f"{found.get(piece.reason, '')}\n{piece.text}".strip()
    return found


def test_a_municipal_page_inside_one_big_form_is_read() -> None:
    article = page("kommun_i_formular.html")

    assert article.title == "Nytt verkstadskafé öppnar i Fjällvik"
    assert str(article.lead).startswith("På måndag öppnar kooperativet Skruven")
    assert article.published == date(2019, 3, 5)
    assert kinds(article) == [
        "Image",
        "Paragraph",
        "Paragraph",
        "Quote",
        "Quote",
        "Heading",
        "List",
        "FactBox",
    ]
    assert set(left(article)) == {
        Reason.COOKIES, Reason.NAVIGATION, Reason.DATE, Reason.SHARING, Reason.FORM, Reason.FOOTER,
    }  # fmt: skip


def test_speech_that_goes_on_behind_the_name_is_one_quote() -> None:
    quotes = [block for block in page("kommun_i_formular.html").body if isinstance(block, Quote)]

    assert quotes[0] == Quote(
        "Vi har längtat efter det här. Nu får fler chansen. Det känns stort.",
        "Mia Testsson", "verksamhetsledaren", "säger",
    )  # fmt: skip
    assert quotes[1].speaker == "Bo Exempelsson (FP)"


def test_contacts_are_read_from_lines_and_from_one_line_with_commas() -> None:
    assert page("kommun_i_formular.html").contacts == (
        Contact("Mia Testsson", "verksamhetsledare", "070-174 06 21", "mia@skruven.example"),
        Contact("Bo Exempelsson", "ordförande", "08-465 004 33", "bo@fjallvik.example"),
    )


def test_a_blog_page_gives_its_boxes_and_contacts_from_the_side() -> None:
    article = page("blogg_med_sidokolumn.html")

    assert article.title == "Syateljén Stygnet söker fler uppdrag"
    assert article.body[-1] == FactBox("Fakta", article.body[-1].blocks)  # type: ignore[union-attr]
    assert article.contacts == (
        Contact("Ida Exempelsson", "Ateljéledare", "08-465 004 44", "ida@stygnet.example"),
    )
    assert "Snöröjning" in left(article)[Reason.ASIDE]
    assert "Vad fint!" in left(article)[Reason.FORM]


def test_a_block_quotation_and_a_quote_in_the_text_have_the_same_speaker() -> None:
    quotes = [block for block in page("blogg_med_sidokolumn.html").body if isinstance(block, Quote)]

    assert [(quote.speaker, quote.role, quote.verb) for quote in quotes] == [
        ("Ida Exempelsson", "ateljéledare", ""),
        ("Ida Exempelsson", "ateljéledare", "berättar hon"),
    ]


def test_links_are_kept_only_when_they_are_safe_to_follow() -> None:
    blocks = page("blogg_med_sidokolumn.html").body
    lists = [block for block in blocks if isinstance(block, List)]

    assert lists[-1].items[1].to_html() == "Farlig"
    assert Links((Link("Priser", "https://stygnet.example/priser"),
                  Link("Sociala företag i Ekeby", "https://ekeby.example/asf"))) in blocks  # fmt: skip


def test_words_for_screen_readers_only_do_not_cut_a_sentence() -> None:
    article = page("blogg_med_sidokolumn.html")
    first = article.body[0]

    assert isinstance(first, Paragraph)
    assert first.text.to_html() == (
        'Ateljén drivs av <a href="https://stygnet.example/om">sina elva medlemmar</a> '
        "och tar emot både företag och föreningar."
    )


def test_tables_and_films_are_told_of() -> None:
    codes = [note.code for note in page("blogg_med_sidokolumn.html").notes]

    assert codes == ["table_became_list", "film_left"]


def test_an_e_mailed_text_with_narrow_lines_is_read() -> None:
    article = page("nyhetsbrev.txt")

    assert article.title == "Odlingen Grönskan har fått mark"
    assert str(article.lead).endswith("grönsaker till skolornas kök.")
    assert article.published == date(2021, 5, 14)
    assert kinds(article) == [
        "Paragraph", "Quote", "Quote", "Paragraph", "List", "FactBox", "Heading", "Links",
    ]  # fmt: skip
    assert article.contacts == (
        Contact("Pia von Testberg", "föreståndare", "070-174 06 33", "pia@gronskan.example"),
    )
    assert [note.values["suggestion"] for note in article.notes] == ["pandemin. Nu"]


def test_a_page_about_cookies_is_no_cookie_notice() -> None:
    article = page("about_cookies.html")

    assert article.title == "About cookies"
    assert len(article.body) == 1
    assert article.published is None


@pytest.mark.parametrize(
    "name", ["sociala-foretagsdagen-i-norr.html", "sociala-foretagsdagen-i-norr-en.html"]
)
def test_the_demonstration_page_has_the_same_parts_as_the_seed(name: str) -> None:
    article = read_article((DEMO / name).read_bytes(), name=name)
    image, quote, box = article.body[0], article.body[4], article.body[6]

    assert kinds(article) == ["Image", *["Paragraph"] * 3, "Quote", "Paragraph", "FactBox"]
    assert isinstance(image, Image)
    assert image.credit == "Kristin Bergwall"
    assert isinstance(quote, Quote)
    assert quote.speaker == "Anna Lindberg"
    assert isinstance(box, FactBox)
    assert len(box.blocks) == 2
    assert article.published == date(2018, 4, 17)
    assert article.notes == ()


def test_the_demonstration_page_names_an_office_and_no_private_person_to_contact() -> None:
    article = read_article((DEMO / "sociala-foretagsdagen-i-norr.html").read_bytes())

    assert article.contacts == (
        Contact("Webbredaktionen", "", "08-465 004 12", "webbredaktionen@region-norrsken.example"),
    )
    assert "1177" in left(article)[Reason.FORM]
    assert not any(isinstance(block, Heading) for block in article.body)


def test_a_page_copied_whole_loses_its_menu_and_keeps_its_title() -> None:
    article = page("kopierad_med_meny.txt")

    assert article.title == "Kaféet Vågen fyller fem år"
    assert kinds(article) == ["Heading", "Paragraph", "Quote", "FactBox"]
    assert left(article)[Reason.NAVIGATION].count("\n") == 8
    assert article.published == date(2023, 6, 4)


def test_a_page_laid_out_in_a_table_is_no_table() -> None:
    article = page("layout_i_tabell.html")

    assert (article.title, article.published) == ("Snickeriet växer", date(2009, 11, 2))
    assert kinds(article) == ["Paragraph", "Quote"]
    assert left(article) == {Reason.NAVIGATION: "Start\nNyheter"}


def test_bullets_from_a_word_processor_are_a_list() -> None:
    article = page("sparad_ur_ordbehandlare.html")

    assert article.title == "Inbjudan till frukostmöte"
    assert kinds(article) == ["List", "Paragraph"]


def test_a_page_made_of_modules_gives_the_address_behind_a_link() -> None:
    article = page("kommun_i_moduler.html")

    assert kinds(article) == ["Paragraph", "Heading", "Paragraph", "Quote", "Paragraph", "Image"]
    assert article.contacts == (
        Contact("Stina Påhittad", "Enhetschef", "070-174 06 44", "stina@granliden.example"),
    )
    assert article.published == date(2022, 5, 3)


def test_marked_up_text_is_read_with_its_marks() -> None:
    article = read_article(
        "# Rubrik\n\nEn ingress som berättar det viktigaste.\n\n"
        "Med **fetstil** och *stjärnor*.\n\n> Sagt är sagt."
    )

    assert isinstance(article.body[0], Paragraph)
    assert article.body[0].text.to_html() == "Med <strong>fetstil</strong> och <em>stjärnor</em>."
    assert article.body[1] == Quote("Sagt är sagt.")


ARCHIVE = """From: <Saved by a browser>
Subject: =?utf-8?Q?Odlingen?=
MIME-Version: 1.0
Content-Type: multipart/related;
\ttype="text/html";
\tboundary="----delad"

------delad
Content-Type: text/html
Content-Transfer-Encoding: {encoding}

{page}
------delad
Content-Type: image/png
Content-Transfer-Encoding: base64

iVBORw0KGgo=
------delad--
"""
HTML = "<h1>Odlingen på ön</h1><p>Sex personer har fått arbete.</p>".encode()


@pytest.mark.parametrize(
    ("encoding", "page"),
    [
        ("quoted-printable", quopri.encodestring(HTML).decode()),
        ("base64", base64.encodebytes(HTML).decode()),
        ("8bit", HTML.decode()),
    ],
)
def test_a_page_saved_as_a_single_file_is_unpacked(encoding: str, page: str) -> None:
    article = read_article(ARCHIVE.format(encoding=encoding, page=page).encode())

    assert (article.title, article.left_out) == ("Odlingen på ön", ())
    assert kinds(article) == ["Paragraph"]
