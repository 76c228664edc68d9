"""Recognises by meaning what stands round an article: notices, tools, forms and warnings.

The rules look at what a line does (asks for consent, offers a tool, labels a field),
not at the words of one site.
"""

from collections.abc import Callable

from samverk.engine.article import wording
from samverk.engine.article.model import Reason
from samverk.engine.article.pieces import Kind, Piece, Strip, is_sentence, left_out


def leave_out(strip: Strip, title: str, topic: str) -> Strip:
    """Take away what the page's maker put there for every page, and keep it apart.

    `title` is the page's own, when it is known, and `topic` what its first heading says:
    a page about cookies may speak of cookies.
    """
    about_cookies = bool(wording.COOKIE.search(topic))
    in_form = after_notice = False
    kept: Strip = []
    for piece in strip:
        if not isinstance(piece, Piece):
            kept.append(piece)
            continue
        words = piece.words
        if words and words == title and piece.kind is Kind.HEADING:
            in_form, reason = False, None
        else:
            reason = _reason(words, about_cookies, after_notice)
            in_form = _in_form(piece, in_form, opens=bool(wording.FORM_OPENS.match(words)))
            reason = reason or (Reason.FORM if in_form else None)
        after_notice = reason is Reason.COOKIES
        kept.append(left_out(piece, reason) if reason and words else piece)
    return kept


def _in_form(piece: Piece, in_form: bool, *, opens: bool) -> bool:
    """Follow the comment form: it goes on while lines speak of forms or are too short to tell a story."""
    if opens:
        return True
    if not in_form or piece.kind is Kind.PICTURE:
        return False
    if wording.FORM_GOES_ON.search(piece.words):
        return True
    return piece.kind is not Kind.HEADING and not is_sentence(piece.words) and piece.words.count(" ") < 6


def _reason(words: str, about_cookies: bool, after_notice: bool) -> Reason | None:
    if not about_cookies and _is_notice(words, after_notice):
        return Reason.COOKIES
    short = len(words) <= 300
    for reason, judge in _JUDGES:
        if short and judge(words):
            return reason
    return None


def _is_notice(words: str, after_notice: bool) -> bool:
    if len(words) > 500:
        return False
    if wording.COOKIE.search(words) and (wording.CONSENT.search(words) or words.count(" ") < 4):
        return True
    return after_notice and bool(wording.CONSENT_ANSWER.match(words))


def _is_trail(words: str) -> bool:
    """Recognise a path of links: "Start / Nyheter / 2018"."""
    steps = wording.TRAIL.split(words)
    return (
        len(steps) > 2
        and len(words) <= 160
        and all(step.count(" ") < 7 for step in steps)
        and words[-1] not in ".!?"
    )


def _is_footer(words: str) -> bool:
    return len(words) <= 140 and bool(wording.FOOTER.match(words)) and words.count(" ") <= 16


_JUDGES: tuple[tuple[Reason, Callable[[str], object]], ...] = (
    (Reason.CAPTCHA, wording.CAPTCHA.search),
    (Reason.FORM, wording.REQUIRED.match),
    (Reason.WARNING, wording.WARNING.search),
    (Reason.SHARING, wording.SHARING.match),
    (Reason.NAVIGATION, wording.TOOL.match),
    (Reason.NAVIGATION, wording.WHERE.match),
    (Reason.NAVIGATION, _is_trail),
    (Reason.FOOTER, _is_footer),
)
