"""What holds for every page, whoever wrote it."""

from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from samverk.engine.article import Article, ArticleError, FactBox, Links, List, Paragraph, Text, read_article
from samverk.engine.article.tests.words import texts_of, words_in, words_of_article

WORDS = st.text(alphabet="bdghlmprtuvåö", min_size=3, max_size=9)
SENTENCES = st.lists(WORDS, min_size=5, max_size=20).map(lambda words: f"{' '.join(words).capitalize()}.")
PARAGRAPHS = st.lists(st.lists(SENTENCES, min_size=1, max_size=4).map(" ".join), min_size=1, max_size=8)
TAGS = st.sampled_from(
    """
    <p> | </p> | <div> | <h1> | </h1> | <h2> | <ul> | <li> | </ul> | <table> | <tr> | <td> | <b> | </b> | <i>
    <br> | <blockquote> | <cite> | <aside> | <form> | <nav> | <main> | <figure> | <figcaption> | <script>
    </script> | <style> | <svg> | <iframe> | <textarea> | <title> | <!-- | --> | <math>
    <noscript> | <template> | <![CDATA[ | ]]> | <?php ?> | &lt;script&gt; | &#x0; | &nbsp;
    <a href=data:text/html,x> | <a href=//x>
    <a href=javascript:alert(1)> | <a href='java&#9;script:alert(1)'> | <a href=https://x.example/"onclick=a>
    <a href="mailto:x@y.example?subject='><script>"> | <svg onload=alert(1)> | <div class=fakta>
    <img src=x onerror=alert(1) alt=y> | <p onclick=alert(1) class=ingress>
    """.replace("\n", "|").split("|")
)
PHRASES = st.sampled_from(
    [
        "Kontakt",
        "Telefon:",
        "070-174 06 05",
        "Foto: Kim Påhittad",
        "- Hej, säger Kim Påhittad, chef.",
        "Bakgrund",
    ]
    + [
        "17 april 2018",
        "Vi använder kakor",
        "javascript:alert(1)",
        "onclick=alert(1)",
        "• en",
        "1. ett",
        "\n",
        "\n\n",
    ]
)
SOUP = st.lists(st.one_of(TAGS, PHRASES, WORDS, st.text(max_size=5)), max_size=40).map(" ".join)


class Markup(HTMLParser):
    """Collects the tags and attributes that a browser would see."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: set[str] = set()
        self.addresses: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.update((tag, *(f"{tag}@{name}" for name, _ in attrs)))
        self.addresses.extend(value or "" for _, value in attrs)


def rich_texts(article: Article) -> list[Text]:
    texts = [article.lead]
    blocks = [
        inner
        for block in article.body
        for inner in (block.blocks if isinstance(block, FactBox) else (block,))
    ]
    for block in blocks:
        if isinstance(block, Paragraph):
            texts.append(block.text)
        elif isinstance(block, List):
            texts.extend(block.items)
    return texts


def addresses(article: Article) -> list[str]:
    return [link.href for block in article.body if isinstance(block, Links) for link in block.items]


def read(source: bytes | str) -> Article | None:
    try:
        return read_article(source)
    except ArticleError:
        return None


@given(st.one_of(st.binary(max_size=400), SOUP.map(lambda soup: soup.encode("utf-8", "surrogatepass"))))
def test_any_bytes_give_an_article_or_a_kind_refusal(source: bytes) -> None:
    article = read(source)

    assert article is None or article.title or article.lead or article.body


@given(SOUP)
def test_no_live_script_comes_through(source: str) -> None:
    article = read(source)
    markup = Markup()
    for text in rich_texts(article) if article else []:
        markup.feed(text.to_html())
        assert "<script" not in text.to_html().lower()
    hrefs = markup.addresses + (addresses(article) if article else [])

    assert markup.seen <= {"strong", "em", "br", "a", "a@href"}
    assert all(href.split(":")[0].lower() in {"http", "https", "mailto", "tel"} for href in hrefs)


@given(PARAGRAPHS)
def test_every_word_of_plain_text_arrives_exactly_once(paragraphs: list[str]) -> None:
    text = "\n\n".join(paragraphs)

    assert words_of_article(read_article(text)) == words_in(text)


@given(WORDS, PARAGRAPHS, PARAGRAPHS)
def test_every_word_of_a_web_page_arrives_exactly_once(
    title: str, paragraphs: list[str], aside: list[str]
) -> None:
    html = (
        f"<nav><a href='/'>{title}</a></nav><h1>{title}</h1>"
        + "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
        + f"<div class=fakta><ul>{''.join(f'<li>{words}</li>' for words in aside)}</ul></div>"
        + f"<footer>{title}</footer>"
    )
    expected = " ".join([title] * 3 + paragraphs + aside)

    assert words_of_article(read_article(html)) == words_in(expected)


@given(PARAGRAPHS)
def test_reading_again_what_was_read_changes_nothing(paragraphs: list[str]) -> None:
    once = read_article("\n\n".join(paragraphs))
    again = read_article("\n\n".join(filter(None, texts_of(once))))

    assert texts_of(again) == texts_of(once)
