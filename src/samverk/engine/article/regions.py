"""Which parts of a page's skeleton are not the article: by element, role and the words of its classes."""

import re

from samverk.engine.article.model import Reason


def set_of(names: str) -> frozenset[str]:
    return frozenset(names.split())


UNREAD = set_of("head script style template svg math object embed canvas audio video iframe map noembed")
BLOCKS = set_of(
    "address article aside blockquote body button caption center dd details dialog dir div dl dt fieldset "
    "figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html input label legend li main menu "
    "nav noscript ol option p picture pre search section select summary table tbody td textarea tfoot th "
    "thead tr ul"
)
_TAGS = {
    "nav": Reason.NAVIGATION,
    "menu": Reason.NAVIGATION,
    "search": Reason.NAVIGATION,
    "form": Reason.FORM,
    "fieldset": Reason.FORM,
    "button": Reason.FORM,
    "select": Reason.FORM,
    "textarea": Reason.FORM,
    "label": Reason.FORM,
    "dialog": Reason.HIDDEN,
    "noscript": Reason.HIDDEN,
    "footer": Reason.FOOTER,
    "header": Reason.NAVIGATION,
    "aside": Reason.ASIDE,
}
_ROLES = {
    "navigation": Reason.NAVIGATION,
    "menu": Reason.NAVIGATION,
    "menubar": Reason.NAVIGATION,
    "banner": Reason.NAVIGATION,
    "search": Reason.NAVIGATION,
    "form": Reason.FORM,
    "contentinfo": Reason.FOOTER,
    "dialog": Reason.HIDDEN,
    "alertdialog": Reason.HIDDEN,
    "complementary": Reason.ASIDE,
}
_CLASS_WORDS = {
    Reason.COOKIES: "cookie cookies cookiebanner cookiebar kakor consent gdpr samtycke onetrust",
    Reason.NAVIGATION: "nav navigation navbar menu meny huvudmeny submenu breadcrumb breadcrumbs brodsmulor "
    "brodsmula pagination pager skip skiplink skiplinks skipnav search sok sokruta login toc toolbar verktyg",
    Reason.CAPTCHA: "captcha recaptcha altcha",
    Reason.FORM: "comment comments kommentar kommentarer kommentera feedback respond newsletter "
    "nyhetsbrev form",
    Reason.SHARING: "share sharing dela sharedaddy addthis socialmedia",
    Reason.FOOTER: "footer sidfot",
    Reason.HIDDEN: "modal popup visuallyhidden",
    Reason.ASIDE: "sidebar sidokolumn related relaterat relaterade",
}
_BY_CLASS_WORD = {word: reason for reason, names in _CLASS_WORDS.items() for word in set_of(names)}
_UNSEEN = re.compile(r"\b(visually-hidden|sr-only|screen-reader-text|screen-reader-only|u-hidden)\b")
_SOCIAL = re.compile(r"\bsocial[-_](share|media|links|icons|buttons)\b|\bsociala[-_]medier\b")
_BOX_WORDS = set_of("fakta faktaruta factbox fact facts bakgrund infobox")
_LEAD_WORDS = set_of("ingress lead preamble intro introduction standfirst")
_CAPTION_WORDS = set_of("bildtext caption figcaption imagetext credit fotograf")
_SPLIT = re.compile(r"[^a-zåäö0-9]+")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_NOT_OF_ITSELF = re.compile(
    r"\b(no|has|with|without|not|utan|med)[-_]\w+|\w*(wrapper|container|page|body|layout)\b"
)


def class_words(attributes: dict[str, str]) -> frozenset[str]:
    """Split an element's class and id into the words that they are made of."""
    names = f"{attributes.get('class', '')} {attributes.get('id', '')}"[:1000]
    names = _NOT_OF_ITSELF.sub(" ", _CAMEL.sub("-", names).lower())
    return frozenset(_SPLIT.split(names)) - {""}


def reason_to_leave(tag: str, attributes: dict[str, str], words: frozenset[str]) -> Reason | None:
    """Judge an element by itself."""
    style = attributes.get("style", "").replace(" ", "").lower()
    if "hidden" in attributes or "display:none" in style or attributes.get("aria-hidden") == "true":
        return Reason.HIDDEN
    classes = attributes.get("class", "").lower()
    if _UNSEEN.search(classes):
        return Reason.HIDDEN
    if words & _BOX_WORDS:
        return None
    for word in sorted(words):
        if reason := _BY_CLASS_WORD.get(word):
            return reason
    if _SOCIAL.search(classes):
        return Reason.SHARING
    return _ROLES.get(attributes.get("role", "").lower()) or _TAGS.get(tag)


def is_box(tag: str, words: frozenset[str]) -> bool:
    """Tell whether an element is a box of facts by its name."""
    return tag not in {"h1", "h2", "h3", "h4", "body", "html"} and bool(words & _BOX_WORDS)


def is_lead(words: frozenset[str]) -> bool:
    return bool(words & _LEAD_WORDS)


def is_caption(tag: str, words: frozenset[str]) -> bool:
    return tag == "figcaption" or bool(words & _CAPTION_WORDS)


def is_main(tag: str, attributes: dict[str, str]) -> bool:
    """Tell whether an element says that it holds the page's own content."""
    return tag in {"main", "article"} or attributes.get("role") in {"main", "article"}
