import io

import pytest

from samverk.engine.article import LIMIT, Article, ArticleError, Problem, read_article
from samverk.engine.article.model import words_of

SWEDISH = "Åtta företag på ön\n\nDet är många som söker arbete där. Föreningen växer och får en ny lokal.\n"


class Endless(io.RawIOBase):
    """A stream without an end that counts what is taken from it."""

    taken = 0

    def read(self, size: int = -1) -> bytes:
        assert size > 0
        self.taken += size
        return b"a" * size


def problem(source: bytes | str) -> Problem:
    with pytest.raises(ArticleError) as refused:
        read_article(source)
    return refused.value.problem


@pytest.mark.parametrize("source", [b"", b" \n\t ", "", "\u200b\ufeff \n", b"\xef\xbb\xbf", b"\xff\xfe"])
def test_nothing_is_refused(source: bytes | str) -> None:
    assert problem(source) is Problem.EMPTY


@pytest.mark.parametrize(
    "start", [b"%PDF-1.7\n", b"PK\x03\x04", b"\x89PNG\r\n", b"\xd0\xcf\x11\xe0", b"\x00\x01\x02\x03" * 9]
)
def test_files_of_other_kinds_are_refused(start: bytes) -> None:
    assert problem(start + b"text" * 9) is Problem.BINARY


def test_a_word_file_is_called_by_its_name() -> None:
    with pytest.raises(ArticleError, match="ett Word-dokument"):
        read_article(b"PK\x03\x04" + b"x" * 50)


@pytest.mark.parametrize("source", [b"a" * (LIMIT + 1), "a" * (LIMIT + 1)])
def test_what_is_too_large_is_refused(source: bytes | str) -> None:
    assert problem(source) is Problem.TOO_LARGE


def test_a_stream_is_not_read_past_the_limit() -> None:
    stream = Endless()

    with pytest.raises(ArticleError, match="5 MB"):
        read_article(stream)  # type: ignore[arg-type]
    assert stream.taken == LIMIT + 1


@pytest.mark.parametrize(
    "source",
    [b"\xff\xfea\x00\x00\xd8", b"\xef\xbb\xbf\xff\xff", bytes(range(0xC0, 0x100)) * 9, "\ufffd\ufffd ord"],
)
def test_letters_that_make_no_sense_are_refused(source: bytes | str) -> None:
    assert problem(source) is Problem.UNDECODABLE


@pytest.mark.parametrize(
    "source", ["<nav>Meny</nav>", "<script>alert(1)</script>", "<p>Vi använder cookies på webbplatsen.</p>"]
)
def test_a_page_without_an_article_is_refused(source: str) -> None:
    assert problem(source) is Problem.NOTHING_FOUND


@pytest.mark.parametrize(
    "encoding",
    [
        "utf-8",
        "utf-8-sig",
        "utf-16",
        "utf-16-le",
        "utf-16-be",
        "utf-32",
        "cp1252",
        "latin-1",
        "mac-roman",
        "cp850",
    ],
)
def test_swedish_letters_arrive_from_every_encoding(encoding: str) -> None:
    article = read_article(SWEDISH.encode(encoding))

    assert article.title == "Åtta företag på ön"


@pytest.mark.parametrize(
    ("declared", "real"),
    [("iso-8859-1", "utf-8"), ("utf-8", "cp1252"), ("utf-16", "utf-8"), ("rot13", "latin-1")],
)
def test_an_encoding_that_is_declared_wrongly_does_no_harm(declared: str, real: str) -> None:
    html = f'<meta charset="{declared}"><h1>Åtta företag på ön</h1><p>Många söker arbete.</p>'

    assert read_article(html.encode(real)).title == "Åtta företag på ön"


def test_an_encoding_that_is_declared_rightly_is_believed() -> None:
    html = '<meta charset="windows-1251"><h1>Привет</h1><p>Добро пожаловать.</p>'

    assert read_article(html.encode("cp1251")).title == "Привет"


def test_letters_that_were_broken_before_are_mended_and_told_of() -> None:
    article = read_article(SWEDISH.encode("utf-8").decode("cp1252"))

    assert article.title == "Åtta företag på ön"
    assert article.notes[0].code == "mended_letters"


@pytest.mark.parametrize(
    "html",
    [
        "<h1>Rubrik<p>Ett <b>stycke <i>utan</b> slut",
        "</div></p><h1>Rubrik</h1><table><p>Ett stycke utan slut",
        "<html><body><h1>Rubrik</h1><p>Ett stycke<!-- utan slut --> utan slut</body></html></html><p",
        "<H1 CLASS=x ONCLICK=alert(1)>Rubrik</H1><P>Ett stycke utan slut<br",
    ],
)
def test_broken_html_gives_a_title_and_its_paragraph(html: str) -> None:
    article = read_article(html)

    assert article.title == "Rubrik"
    assert "Ett stycke" in " ".join(words_of(article.body[0]))


@pytest.mark.parametrize(
    "part",
    [
        "<div>",
        "<b>",
        "<p>",
        "<table><tr><td>",
        "<ul><li>",
        "<blockquote>",
        "<aside><h2>",
        "<h1>",
        "<!--",
        "<",
        "</p>",
    ]
    + ["<span class='sr-only'>x", "<a href=x>", "- ord\n", "x, ", "Foto: A ", "“", "säger A ", "1 maj 2020 "],
)
def test_a_megabyte_of_anything_is_read_without_falling_over(part: str) -> None:
    source = part * (1_000_000 // len(part)) + "Sista ordet"

    try:
        outcome: Article | ArticleError = read_article(f"<p>{source}")
    except ArticleError as error:
        outcome = error
    assert isinstance(outcome, Article | ArticleError)
