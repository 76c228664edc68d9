"""Recognises by meaning what stands round an article: notices, tools, forms and warnings.

The rules look at what a line does (asks for consent, offers a tool, labels a field), not at the words of one site.
"""

import re
from collections.abc import Callable

from samverk.engine.article.model import Reason
from samverk.engine.article.pieces import Kind, Piece, Strip, is_sentence, left_out

_I = re.IGNORECASE
_COOKIE = re.compile(r"\b(cookies?|(web)?kak(a|or|orna))\b", _I)
_CONSENT = re.compile(
    r"använd|godkän|samtyck|accept|tillåt|avvisa|surfa|inställning|nödvändig|webbplats|statistik|vad är|om kakor|"
    r"\b(we|uses?|allow|decline|consent|settings|necessary)\b",
    _I,
)
_CONSENT_ANSWER = re.compile(
    r"^(genom att (surfa|fortsätta|använda)\b.*|by (continuing|using|browsing)\b.*|(jag )?godkänn(er)?( alla)?|"
    r"acceptera( alla)?|tillåt alla|(neka|avvisa)( alla)?|endast nödvändiga|accept( all)?|decline|reject( all)?|jag förstår|okej|ok)[.!]?$",
    _I,
)
_CAPTCHA = re.compile(
    r"captcha|användarverifiering|(bevisa|visa|bekräfta) att du (inte )?är (en )?(människa|robot)|inte (är )?en robot|"
    r"not a robot|skriv (in|av) (tecknen|bokstäverna|texten|koden|siffrorna)|bild för .{0,20}verifiering|verification (image|code)",
    _I,
)
_REQUIRED = re.compile(
    r"^[\W_]*(=\s*)?(obligatorisk[ta]?( uppgift(er)?| fält)?|(fält|uppgifter) (som är )?(märkta|markerade)\b.*|"
    r"required( fields?)?|fields marked\b.*)[\s.*:()]*$",
    _I,
)
_WARNING = re.compile(
    r"\b(ska|bör|får) (du )?inte (använda|skriva|ange)\b.*\b(formulär|här|fält)|"
    r"\b(ange|skriv|lämna|skicka)( aldrig| inte| ej)\b.*\b(personuppgift|personnummer|känslig|sekretess)\w*\b.*\b(här|formulär|fält)|"
    r"\bdo not (enter|write|use)\b.*\b(personal|here|form)\b",
    _I,
)
_FORM_OPENS = re.compile(
    r"^(kommentera( (gärna )?.*(sidan|innehållet|artikeln|inlägget))?|kommentarer( ?\(\d+\))?|(lämna|skriv|skicka)( in)? (en |din )?kommentar(er)?( på sidan)?|"
    r"(lämna|skicka|har du) (in )?synpunkter .*(sidan|innehållet|webbplatsen)|tyck till om (sidan|webbplatsen|innehållet)|"
    r"(hjälpte|var) .*(sidan|informationen|innehållet|texten|det här)\b.*|hittade du .*|saknar du något på sidan.*|"
    r"(leave a |post a )?comments?( on (this )?page)?( ?\(\d+\))?|leave a reply|was this page .*|did you find .*|rate this page|page feedback)\s*[:?]?$",
    _I,
)
_FORM_CUES = re.compile(
    r"synpunkt|komment|formulär|webbredaktion|skickas till|skicka|skriver här|skriv här|skriv din|personuppgift|personnummer|obligatorisk|"
    r"e-tjänst|1177|vårdguide|hälsocentral|vårdcentral|verifier|captcha|robot|ditt namn|din e-?post|ditt meddelande|meddelande|"
    r"publiceras|svar|integritet|tack för|förbättra|hjälpte|gdpr|\bform\b|your (name|e-?mail|message)|submit|required|feedback",
    _I,
)
_TOOL = (
    r"hoppa (till|över) .{3,40}|(gå |direkt )?till (huvud)?innehåll(et)?|skip to .{3,40}|till toppen( av sidan)?|upp till toppen|back to top|"
    r"(till )?startsidan?|start|hem|home|meny(n)?|menu|huvudmeny|undermeny|(öppna|stäng|visa|dölj) meny(n)?|sök( på webbplatsen)?|search|"
    r"logga (in|ut)|mina sidor|log ?in|sign in|lyssna( på sidan| på texten)?|listen|skriv ut( sidan)?|print( page)?|spara som pdf|"
    r"lättläst|teckenspråk|in english|english|svenska|andra språk|other languages|translate|översätt|suomi|sámegiella|"
    r"stäng|close|visa (mer|fler|mindre)|(föregående|nästa)( sida| nyhet| artikel)?|previous|next|tillbaka( till .{3,40})?|"
    r"fler nyheter|alla nyheter|relaterade? (nyheter|artiklar|sidor|innehåll)|relaterat( innehåll)?|läs också|prenumerera( på nyheter)?|rss"
)
_SHARE = (
    r"(dela|share)( (sidan|den här sidan|artikeln|på|via|med|this page|on)\b.{0,40})?|tipsa( en vän)?( om sidan)?|"
    r"((dela |följ oss |tipsa |skicka )?(på|via|med) )?(facebook|twitter|x|linkedin|instagram|youtube|kopiera länk)|"
    r"följ oss( .{0,40})?|gilla|tweeta|kopiera länk(en)?|copy link"
)
_TOOLS = re.compile(rf"^({_TOOL})[\s.:>»→]*$", _I)
_SHARING = re.compile(rf"^({_SHARE})[\s.:]*$", _I)
_WHERE = re.compile(r"^(du är här|här är du|you are here)\b", _I)
_TRAIL = re.compile(r"\s[/›»>→|•·]+\s|(?<=\w)[›»>→](?=\w)")
_FOOTER = re.compile(
    r"^(©|\(c\)|copyright\b|org(anisations)?\.?[- ]?(nr|nummer)\b|postadress\b|besöksadress\b|fakturaadress\b|växel(n)?\s*:|"
    r"om (webbplatsen|webbplats|kakor|cookies)|tillgänglighetsredogörelse|tillgänglighet( för .{0,40}|på .{0,40})?|"
    r"behandling av personuppgifter|(så )?behandlar vi (dina )?personuppgifter|integritetspolicy|privacy policy|accessibility( statement)?|"
    r"(sid|webb|innehålls|text)?ansvarig( för sidan| utgivare)?\s*:|sidansvarig\b|innehållsansvarig\b|webbansvarig\b|faktagranska\w*\s*:|page (owner|editor)\b)",
    _I,
)


def leave_out(strip: Strip, title: str, topic: str) -> Strip:
    """Take away what the page's maker put there for every page, and keep it apart.

    `title` is the page's own, when it is known, and `topic` what its first heading says:
    a page about cookies may speak of cookies.
    """
    about_cookies = bool(_COOKIE.search(topic))
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
            in_form = _in_form(piece, in_form, opens=bool(_FORM_OPENS.match(words)))
            reason = reason or (Reason.FORM if in_form else None)
        after_notice = reason is Reason.COOKIES
        kept.append(left_out(piece, reason) if reason and words else piece)
    return kept


def _in_form(piece: Piece, in_form: bool, *, opens: bool) -> bool:
    """Follow the comment form: it goes on as long as lines speak of forms or are too short to tell a story."""
    if opens:
        return True
    if not in_form or piece.kind is Kind.PICTURE:
        return False
    if _FORM_CUES.search(piece.words):
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
    if _COOKIE.search(words) and (_CONSENT.search(words) or words.count(" ") < 4):
        return True
    return after_notice and bool(_CONSENT_ANSWER.match(words))


def _is_trail(words: str) -> bool:
    """Recognise a path of links: "Start / Nyheter / 2018"."""
    steps = _TRAIL.split(words)
    return len(steps) > 2 and len(words) <= 160 and all(step.count(" ") < 7 for step in steps) and words[-1] not in ".!?"


def _is_footer(words: str) -> bool:
    return len(words) <= 140 and bool(_FOOTER.match(words)) and words.count(" ") <= 16


_JUDGES: tuple[tuple[Reason, Callable[[str], object]], ...] = (
    (Reason.CAPTCHA, _CAPTCHA.search),
    (Reason.FORM, _REQUIRED.match),
    (Reason.WARNING, _WARNING.search),
    (Reason.SHARING, _SHARING.match),
    (Reason.NAVIGATION, _TOOLS.match),
    (Reason.NAVIGATION, _WHERE.match),
    (Reason.NAVIGATION, _is_trail),
    (Reason.FOOTER, _is_footer),
)
