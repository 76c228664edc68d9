from samverk.parts.site.models.contacts import ContactPerson, PageContact
from samverk.parts.site.models.cookies import CookieAnswer, CookieSettings, CookieText, PageDay
from samverk.parts.site.models.imports import PageImport
from samverk.parts.site.models.pages import ArticlePage, HomePage, RelatedPage, SectionPage, StandardPage
from samverk.parts.site.models.statement import AccessibilityStatement, Shortcoming

__all__ = [
    "AccessibilityStatement",
    "ArticlePage",
    "ContactPerson",
    "CookieAnswer",
    "CookieSettings",
    "CookieText",
    "HomePage",
    "PageContact",
    "PageDay",
    "PageImport",
    "RelatedPage",
    "SectionPage",
    "Shortcoming",
    "StandardPage",
]
