"""Reads a page that exists elsewhere, saved as HTML or as plain text, and splits it into its parts."""

from samverk.engine.article.decoding import LIMIT, decoded
from samverk.engine.article.markup import blocks_from, items_from, markup_for, markup_of, text_from
from samverk.engine.article.model import (
    Article,
    Block,
    Contact,
    FactBox,
    Heading,
    Image,
    LeftOut,
    Link,
    Links,
    List,
    Note,
    Paragraph,
    Quote,
    Reason,
    Run,
    Text,
)
from samverk.engine.article.problems import ArticleError, Problem
from samverk.engine.article.reading import read_article

__all__ = [
    "LIMIT",
    "Article",
    "ArticleError",
    "Block",
    "Contact",
    "FactBox",
    "Heading",
    "Image",
    "LeftOut",
    "Link",
    "Links",
    "List",
    "Note",
    "Paragraph",
    "Problem",
    "Quote",
    "Reason",
    "Run",
    "Text",
    "blocks_from",
    "decoded",
    "items_from",
    "markup_for",
    "markup_of",
    "read_article",
    "text_from",
]
