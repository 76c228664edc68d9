"""The Days of the demonstration. Of 2018 only what the source page tells; the coming one is invented."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Speaker:
    """Somebody who does not exist. `says_yes`: to being shown."""

    name: str
    title: str
    organisation: str
    biography: str = ""
    says_yes: bool = True


@dataclass(frozen=True)
class Session:
    """A point in a programme; hours as they are written in Swedish."""

    start: str
    end: str
    title: str
    kind: str = "lecture"
    room: str = ""
    stream: str = ""
    speakers: tuple[str, ...] = ()
    description: str = ""
    capacity: int | None = None
    online: str = ""


SERIES = "Sociala företagsdagen"
PURPOSE = "En dag då sociala företag och de som kan köpa av dem möts."

THEN = date(2018, 4, 11)
THEN_TITLE = "Sociala företagsdagen 2018"
# whom the source names behind the day; it does not say that the demonstration's own region arranged it
THEN_ORGANISER = "Socialt affärsperspektiv Norrbotten (Region Norrbotten, Coompanion och SAL)"
THEN_LEAD = (
    "Sociala företagsdagen 11 april 2018 bjöd på inspirerande föreläsningar, humor och information om "
    "hållbara sociala företag."
)
THEN_ABOUT = (
    "Dagen var en del i en pågående ökad satsning på arbetsintegrerande sociala företag (ASF) från Region "
    "Norrbotten med flera aktörer. Förhoppningen är att satsningen ska bli återkommande."
)
WHOLE_DAY = ("0.00", "24.00")
THEN_SESSIONS = (
    Session(
        *WHOLE_DAY,
        "Yalla Rinkeby",
        description="Jenny Jonsson från ByggVesta berättade om hur deras engagemang och samarbete i Rinkeby "
        "resulterat i uppstarten av ett Yalla Rinkeby.",
    ),
    Session(
        *WHOLE_DAY,
        "Delaktighet och medskapande",
        description="Kooperativet Kärngården i Umeå delade med sig av sina erfarenheter.",
    ),
    Session(
        *WHOLE_DAY,
        "Länets ASF på plats",
        kind="fair",
        description="Flera av länets ASF fanns på plats och berättade om sina verksamheter.",
    ),
    Session(
        *WHOLE_DAY,
        "Besvärliga människor",
        description="Morgan Alling avslutade dagens program med sin populära föreläsning.",
    ),
)

LEAD = (
    "Träffa sociala företag från hela länet, lyssna på dem som köper av dem och gå hem med en affär "
    "eller två."
)
ABOUT = (
    "Dagen är för dig som driver ett socialt företag, för dig som köper varor och tjänster och för dig som "
    "vill att fler ska få ett arbete.\n\n"
    "Du behöver inte kunna något om sociala företag för att komma. Det är gratis, och lunch ingår."
)
VENUE = {
    "venue_name": "Kulturladan i Lövåsen",
    "venue_address": "Älvgatan 12, Lövåsen",
    "directions": "Till fots: sju minuter från järnvägsstationen, längs älven.\n\n"
    "Buss 3 stannar vid Kulturladan. Med bil: parkera bakom huset, två platser är för rörelsehindrade.",
    "step_free": True,
    "hearing_loop": True,
    "interpreting": True,
    "quiet_room": True,
    "access_notes": "Säg till i god tid om du behöver något mer, så ordnar vi det.",
    "contact_name": "Amina Granlid",
    "contact_email": "arrangor@example.org",
    "contact_telephone": "070-174 06 21",
    "capacity": 180,
}
ROOMS = (("Stora salen", 180), ("Ateljén", 40), ("Biblioteket", 24))
STREAMS = ("Affärer", "Arbete för fler")
SPEAKERS = (
    Speaker(
        "Vilma Stormberg",
        "upphandlare",
        "Lövåsens kommun",
        "Vilma har upphandlat allt från bröd till trädgårdsskötsel. Hon berättar gärna vad hon letar efter.",
    ),
    Speaker(
        "Aron Frostdal",
        "verkstadschef",
        "Frostdals cykelkooperativ",
        "Aron började som deltagare i cykelverkstaden. I dag leder han den.",
    ),
    Speaker("Noor Älvdal", "handledare", "Kärnans trädgård", "Noor har handlett i växthus i åtta år."),
    Speaker("Siv Månsken", "verksamhetsledare", "Månskens kök"),
    Speaker(
        "Tuva Lingonhed",
        "komiker",
        "",
        "Tuva skämtar om möten, handläggare och fikaraster. Hon har själv varit med om alla tre.",
    ),
    Speaker("Ebbe Granstock", "forskare", "Norrskens högskola", "Forskar om arbetsglädje.", says_yes=False),
)
SESSIONS = (
    Session("8.30", "9.00", "Kaffe och registrering", kind="meal"),
    Session("9.00", "9.20", "Välkommen", room="Stora salen", speakers=("Siv Månsken",)),
    Session(
        "9.20",
        "10.05",
        "Det här letar en upphandlare efter",
        room="Stora salen",
        stream="Affärer",
        speakers=("Vilma Stormberg",),
        description="Hur ett litet företag blir sett i en stor upphandling, och vad som går att köpa direkt.",
        online="https://mote.example.org/stora-salen",
    ),
    Session("10.05", "10.30", "Paus", kind="meal"),
    Session(
        "10.30",
        "11.30",
        "Räkna på ett anbud",
        kind="workshop",
        room="Ateljén",
        stream="Affärer",
        speakers=("Vilma Stormberg",),
        capacity=40,
        description="Ta med en kalkyl eller låna en av oss.",
    ),
    Session(
        "10.30",
        "11.30",
        "Handledning som håller",
        room="Stora salen",
        stream="Arbete för fler",
        speakers=("Noor Älvdal",),
        description="Små steg, tydliga uppgifter och någon som har tid.",
        online="https://mote.example.org/stora-salen",
    ),
    Session(
        "10.30",
        "11.30",
        "Starta kooperativ: de första frågorna",
        kind="workshop",
        room="Biblioteket",
        speakers=("Aron Frostdal",),
        capacity=24,
    ),
    Session("11.30", "12.30", "Lunch från Månskens kök", kind="meal"),
    Session(
        "12.30", "14.00", "Företagen visar upp sig", kind="fair", room="Ateljén", stream="Affärer",
        description="Smaka, känn och fråga. Femton sociala företag har bord.",
    ),
    Session(
        "12.30", "14.00", "Affärsmöten", kind="meetings", room="Biblioteket", stream="Affärer", capacity=24,
        description="Korta möten mellan dem som säljer och dem som köper.",
    ),
    Session(
        "13.00",
        "13.45",
        "Vem vågar köpa?",
        kind="panel",
        room="Stora salen",
        stream="Affärer",
        speakers=("Siv Månsken", "Aron Frostdal", "Vilma Stormberg"),
    ),
    Session(
        "14.00",
        "14.45",
        "Att bli sedd på jobbet",
        room="Stora salen",
        stream="Arbete för fler",
        speakers=("Ebbe Granstock",),
        online="https://mote.example.org/stora-salen",
    ),
    Session(
        "14.00",
        "14.45",
        "Skriv så att alla förstår",
        kind="workshop",
        room="Ateljén",
        stream="Arbete för fler",
        speakers=("Noor Älvdal",),
        capacity=40,
    ),
    Session(
        "15.00",
        "15.45",
        "Skratt på allvar",
        room="Stora salen",
        speakers=("Tuva Lingonhed",),
        description="Dagen slutar med en halvtimme humor och en kvart allvar.",
    ),
)  # fmt: skip
