"""What invented readers have said about the demonstration's pages, and what became of it."""

from dataclasses import dataclass
from enum import Enum


class Fate(Enum):
    """What the invented editors did with a comment."""

    NEW = "new"
    TAKEN = "taken"
    ANSWERED = "answered"
    CLOSED = "closed"
    HELD = "held"
    REFUSED = "refused"
    DUPLICATE = "duplicate"


@dataclass(frozen=True)
class Said:
    """A comment that came in so many hours before the demonstration was loaded. A duplicate follows what it
    repeats."""

    hours: int
    path: str
    text: str
    fate: Fate = Fate.NEW
    mailbox: str = ""
    answer: str = ""
    kind: str = "comment"
    language: str = "sv"
    waited: int = 20


NEWS = "/aktuellt/"
DAY = "/aktuellt/sociala-foretagsdagen-i-norr/"
NEXT = "/aktuellt/kurs-i-anbud/"
CAFE = "/aktuellt/fjallbagarna-oppnar-kafe/"
SUPPORT = "/stod-och-kontakt/"
ABOUT = "/om-satsningen/"

SAID = (
    Said(
        1400,
        DAY,
        "Bra skrivet! Kommer föreläsningarna att finnas som film någonstans?",
        Fate.CLOSED,
        "birgit.alm",
        "Tack! Föreläsningarna filmades inte, men vi har lagt ut sammanfattningar på sidan.",
        waited=30,
    ),
    Said(
        1310,
        f"{SUPPORT}pengar/",
        "Länken till ansökan leder till en sida som inte finns.",
        Fate.CLOSED,
        waited=5,
    ),
    Said(
        1204,
        f"{ABOUT}vad-ar-asf/",
        "Vad är skillnaden mellan ett socialt företag och en vanlig förening? Det framgår inte riktigt.",
        Fate.ANSWERED,
        "lars.tjader",
        "Ett arbetsintegrerande socialt företag säljer varor eller tjänster för att ge människor "
        "jobb. Vi har lagt till ett stycke om det på sidan. Tack för frågan!",
        waited=44,
    ),
    Said(
        1101,
        f"{SUPPORT}starta/",
        "Hur lång tid tar det från idé till start? Ett exempel hade varit bra.",
        Fate.ANSWERED,
        "nour.hadid",
        "De flesta behöver mellan ett halvår och ett år. Fjällbagarna berättar hur de gjorde i vår "
        "nyhet om kaféet.",
        waited=26,
    ),
    Said(
        1033,
        CAFE,
        "Vilka tider har kaféet öppet?",
        Fate.ANSWERED,
        "stig.aslund",
        "Måndag till fredag 8–16.",
        waited=3,
    ),
    Said(912, f"{SUPPORT}arbetstraning/", "Texten är lätt att förstå. Tack!", Fate.CLOSED, waited=12),
    Said(
        840,
        f"{SUPPORT}upphandla/",
        "I steg 3 står det två veckor, men i rutan till höger står det tio dagar. Vilket gäller?",
        Fate.ANSWERED,
        "inkop.lovasen",
        "Tio arbetsdagar, alltså två veckor. Vi skriver ”tio arbetsdagar” på båda ställena nu.",
        waited=50,
    ),
    Said(
        801,
        "/en/support/new-in-sweden/",
        "Could you add the opening hours of the drop-in in Lövåsen?",
        Fate.ANSWERED,
        "grace.okoro",
        "Yes: it is open on Tuesdays from 1 to 4 pm. The page says so now.",
        language="en",
        waited=19,
    ),
    Said(
        701, DAY, "Fint att så många ställde ut. Kom gärna till Lövåsen nästa gång.", Fate.CLOSED, waited=90
    ),
    Said(
        650,
        f"{ABOUT}samhallsvinst/",
        "Var kommer siffrorna i exemplet ifrån?",
        Fate.ANSWERED,
        "ek.student",
        "Från vår egen modell. Källorna står längst ner på sidan.",
        waited=70,
    ),
    Said(
        520,
        f"{SUPPORT}fragor-och-svar/",
        "Sökte på ”lönebidrag” men hittade inget. Kan ni skriva om det?",
        Fate.TAKEN,
    ),
    Said(
        430,
        f"{SUPPORT}bilda-kooperativ/",
        "Hur många måste vi vara för att bilda ett kooperativ?",
        Fate.REFUSED,
        "finns.inte.langre",
        "Minst tre personer eller organisationer. Välkomna att höra av er när ni är redo!",
        waited=28,
    ),
    Said(
        390,
        NEWS,
        "Kan man prenumerera på nyheterna med e-post?",
        Fate.ANSWERED,
        "margit.oja",
        "Inte än, men nyheterna finns som webbflöde. Länken står längst ner på sidan Aktuellt.",
        waited=22,
    ),
    Said(
        300, f"{SUPPORT}bli-handledare/", "När startar nästa kurs för handledare?", Fate.TAKEN, "tove.handled"
    ),
    Said(
        262,
        CAFE,
        "Bilden på kaféet är jättefin men texten under den är svår att läsa på min telefon.",
        Fate.TAKEN,
    ),
    Said(
        214,
        f"{SUPPORT}kop/",
        "Vi är en bostadsrättsförening. Kan vi köpa städning av ett socialt företag, eller är det bara "
        "för kommuner?",
        Fate.TAKEN,
        "brf.norrskenet",
    ),
    Said(190, f"{ABOUT}sa-arbetar-vi/", "Saknar en karta över var företagen finns."),
    Said(166, DAY, "Vem kontaktar man för att få ställa ut nästa gång?", mailbox="snickeri.bjork"),
    Said(
        143,
        f"{SUPPORT}starta/",
        "Blanketten i steg 2 går inte att öppna. Jag får ett felmeddelande.",
        mailbox="ali.r",
    ),
    Said(
        139,
        f"{SUPPORT}starta/",
        "Det går inte att öppna blanketten i steg 2, jag får bara ett felmeddelande.",
        Fate.DUPLICATE,
        "siv.n",
    ),
    Said(120, f"{SUPPORT}starta/", "Blanketten i steg 2 går inte att öppna på min dator heller."),
    Said(
        101,
        f"{SUPPORT}ny-i-sverige/",
        "Min granne läser inte svenska så bra. Finns sidan på fler språk, till exempel arabiska?",
        mailbox="granne.fyra",
    ),
    Said(95, NEXT, "Är kursen gratis också för företag som inte är medlemmar?", mailbox="anbud.eva"),
    Said(76, "/aktuellt/lattare-att-kopa/", "Gäller det här även Lövåsens kommun?"),
    Said(
        72,
        f"{ABOUT}samhallsvinst/",
        "Min skärmläsare läser inte upp siffrorna i diagrammet, bara ordet bild.",
        kind="shortcoming",
        mailbox="lyssnar.hellre",
    ),
    Said(
        50,
        "/aktuellt/rena-rama-tvattar/",
        "Roligt att läsa! Jag jobbar på hotellet och det blev riktigt bra.",
    ),
    Said(
        31,
        f"{SUPPORT}pengar/",
        "Det står fel datum för sista ansökningsdag, den 31 november finns inte.",
        mailbox="noga.olle",
    ),
    Said(20, "/aktuellt/cykelkoket-ekern/", "Lagar de elcyklar också?"),
    Said(
        9,
        "/en/about/how-we-work/",
        "A short summary at the top would help.",
        language="en",
        mailbox="j.reader",
    ),
    Said(
        6,
        "/tillganglighet/",
        "Jag kommer inte till menyn med tangentbordet i min gamla webbläsare.",
        kind="shortcoming",
    ),
    Said(3, DAY, "Fint citat av Anna Lindberg. Går det att länka direkt till det?"),
    Said(2, CAFE, "Köp billiga klockor här!!! Bästa priset", Fate.HELD),
    Said(2, NEWS, "Köp billiga klockor här!!! Bästa priset i hela världen", Fate.HELD),
    Said(2, DAY, "klockor billigt klockor billigt klockor billigt", Fate.HELD),
)

SHARED = {
    "aktuellt": ("editor", "lead_editor"),
    "stod-och-kontakt": ("editor",),
}
"""Which roles answer for which part of the site."""
