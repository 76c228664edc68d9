"""The one way in."""

from samverk.engine.article.arranging import arrange
from samverk.engine.article.decoding import Source, decoded, tidied
from samverk.engine.article.model import Article
from samverk.engine.article.plain_text import read_plain_text
from samverk.engine.article.problems import ArticleError, Problem, mended_letters
from samverk.engine.article.webpage import is_webpage, read_webpage


def read_article(source: Source, *, name: str = "") -> Article:
    """Split a saved page, HTML or plain text, into its parts. `name` is the file's name, if it had one.

    :raises ArticleError: when it is empty, too large, not text, in no known encoding, or holds no article.
    """
    text, mended = tidied(decoded(source))
    plain = name.lower().endswith((".txt", ".text", ".md")) or not is_webpage(text)
    article = arrange(read_plain_text(text) if plain else read_webpage(text))
    if not (article.title or article.lead or article.body):
        raise ArticleError(Problem.NOTHING_FOUND)
    if mended:
        article = Article(
            article.title, article.lead, article.body, article.contacts, article.published, article.left_out,
            (mended_letters(), *article.notes),
        )  # fmt: skip
    return article
