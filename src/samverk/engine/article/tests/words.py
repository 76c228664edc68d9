"""What the tests count: the words of an article, wherever they ended up."""

import re

from samverk.engine.article import Article
from samverk.engine.article.model import words_of


def texts_of(article: Article) -> list[str]:
    texts = [article.title, str(article.lead)]
    for block in article.body:
        texts.extend(words_of(block))
    for contact in article.contacts:
        texts.extend((contact.name, contact.role, contact.telephone, contact.email))
    return [*texts, *(left.text for left in article.left_out)]


def words_in(text: str) -> list[str]:
    return sorted(re.findall(r"\w+", text))


def words_of_article(article: Article) -> list[str]:
    return words_in(" ".join(texts_of(article)))
