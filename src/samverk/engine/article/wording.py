"""What notices, tools and forms round an article say, in Swedish and in English. One pattern on each line."""

import re


def _any(lines: str, form: str = "{}") -> re.Pattern[str]:
    alternatives = "|".join(line.strip() for line in lines.strip().splitlines())
    return re.compile(form.format(f"(?:{alternatives})"), re.IGNORECASE)


WHOLE_LINE = r"^{}[\s.:?!>»→]*$"

COOKIE = re.compile(r"\b(cookies?|(web)?kak(a|or|orna))\b", re.IGNORECASE)
CONSENT = _any(r"""
    använd|godkän|samtyck|accept|tillåt|avvisa|surfa|nödvändig|inställning
    webbplats|statistik|vad är|om kakor
    \b(we|uses?|allow|decline|consent|settings|necessary)\b
""")
CONSENT_ANSWER = _any(
    r"""
    genom att (surfa|fortsätta|använda)\b.*
    by (continuing|using|browsing)\b.*
    (jag )?godkänn(er)?( alla)?
    (acceptera|tillåt|neka|avvisa)( alla)?
    endast nödvändiga
    (accept|reject)( all)?|decline
    jag förstår|okej|ok
    """,
    WHOLE_LINE,
)
CAPTCHA = _any(r"""
    captcha|användarverifiering|bild för .{0,20}verifiering|verification (image|code)
    (bevisa|visa|bekräfta) att du (inte )?är (en )?(människa|robot)
    inte (är )?en robot|not a robot
    skriv (in|av) (tecknen|bokstäverna|texten|koden|siffrorna)
""")
REQUIRED = _any(
    r"""
    obligatorisk[ta]?( uppgift(er)?| fält)?
    (fält|uppgifter) (som är )?(märkta|markerade)\b.*
    required( fields?)?
    fields marked\b.*
    """,
    r"^[\W_]*(=\s*)?{}[\s.*:()]*$",
)
WARNING = _any(r"""
    \b(ska|bör|får) (du )?inte (använda|skriva|ange)\b.*\b(formulär|här|fält)
    \b(ange|skriv|lämna|skicka) (aldrig|inte|ej)\b.*\b(personuppgift|personnummer|känslig|sekretess)\w*\b.*\b(här|formulär|fält)
    \bdo not (enter|write|use)\b.*\b(personal|here|form)\b
""")  # noqa: E501
FORM_OPENS = _any(
    r"""
    kommentera( (gärna )?.*(sidan|innehållet|artikeln|inlägget))?
    kommentarer( ?\(\d+\))?
    (lämna|skriv|skicka)( in)? (en |din )?kommentar(er)?( på sidan)?
    (lämna|skicka|har du) (in )?synpunkter .*(sidan|innehållet|webbplatsen)
    tyck till om (sidan|webbplatsen|innehållet)
    (hjälpte|var) .*(sidan|informationen|innehållet|texten|det här)\b.*
    hittade du .*|saknar du något på sidan.*
    (leave a |post a )?comments?( on (this )?page)?( ?\(\d+\))?
    leave a reply|was this page .*|did you find .*|rate this page|page feedback
    """,
    WHOLE_LINE,
)
FORM_GOES_ON = _any(r"""
    synpunkt|komment|formulär|webbredaktion|skicka|skriver här|skriv här|skriv din
    personuppgift|personnummer|obligatorisk|e-tjänst|1177|vårdguide|hälsocentral|vårdcentral
    verifier|captcha|robot|ditt namn|din e-?post|meddelande|publiceras|svar
    integritet|tack för|förbättra|hjälpte|gdpr
    \bform\b|your (name|e-?mail|message)|submit|required|feedback
""")
TOOL = _any(
    r"""
    hoppa (till|över) .{3,40}|(gå |direkt )?till (huvud)?innehåll(et)?|skip to .{3,40}
    (upp )?till toppen( av sidan)?|back to top
    (till )?startsidan?|start|hem|home
    meny(n)?|menu|huvudmeny|undermeny|(öppna|stäng|visa|dölj) meny(n)?
    sök( på webbplatsen)?|search
    logga (in|ut)|mina sidor|log ?in|sign in
    lyssna( på (sidan|texten))?|listen|skriv ut( sidan)?|print( page)?|spara som pdf
    lättläst|teckenspråk|in english|english|svenska|suomi|sámegiella
    andra språk|other languages|translate|översätt
    stäng|close|visa (mer|fler|mindre)
    (föregående|nästa)( sida| nyhet| artikel)?|previous|next|tillbaka( till .{3,40})?
    (fler|alla) nyheter|relatera(t|d|de)( nyheter| artiklar| sidor| innehåll)?|läs också
    prenumerera( på nyheter)?|rss
    """,
    WHOLE_LINE,
)
SHARING = _any(
    r"""
    (dela|share)( (sidan|den här sidan|artikeln|på|via|med|this page|on)\b.{0,40})?
    tipsa( en vän)?( om sidan)?
    ((dela |följ oss |tipsa |skicka )?(på|via|med) )?(facebook|twitter|x|linkedin|instagram|youtube)
    (följ|gilla) oss( .{0,40})?|gilla|tweeta|kopiera länk(en)?|copy link
    """,
    WHOLE_LINE,
)
WHERE = re.compile(r"^(du är här|här är du|you are here)\b", re.IGNORECASE)
TRAIL = re.compile(r"\s[/›»>→|•·]+\s|(?<=\w)[›»>→](?=\w)")
FOOTER = _any(
    r"""
    ©|\(c\)|copyright\b
    org(anisations)?\.?[- ]?(nr|nummer)\b
    (post|besöks|faktura)adress\b|växel(n)?\s*:
    om (webbplatsen|webbplats|kakor|cookies)
    tillgänglighetsredogörelse|tillgänglighet( (för|på) .{0,40})?$
    behandling av personuppgifter|(så )?behandlar vi (dina )?personuppgifter|integritetspolicy
    (sid|webb|innehålls|text)?ansvarig( för sidan| utgivare)?\s*:|(sid|innehålls|webb)ansvarig\b
    faktagranska\w*\s*:
    privacy policy|accessibility( statement)?$|page (owner|editor)\b
    """,
    r"^{}",
)
