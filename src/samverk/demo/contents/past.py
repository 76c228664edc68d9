"""An edition that has been: plainly invented, like everybody in it and every word that they say of it."""

from samverk.demo.contents.days import Session, Speaker

LEAD = (
    "En dag om att handla av varandra. Femton sociala företag visade upp sig, och många fick en första kund."
)
ABOUT = (
    "Dagen var för dem som driver ett socialt företag, för dem som köper varor och tjänster och för dem som "
    "vill att fler ska få ett arbete."
)
VENUE = {
    "venue_name": "Folkets hus i Isälv",
    "venue_address": "Storgatan 4, Isälv",
    "step_free": True,
    "hearing_loop": True,
    "interpreting": True,
    "contact_name": "Amina Granlid",
    "contact_email": "arrangor@example.org",
    "capacity": 150,
    "cost": 86_400,
}
ROOMS = (("Bion", 150), ("Caféet", 60), ("Musikrummet", 30))
STREAMS = ("Affärer", "Arbete för fler")
SPEAKERS = (
    Speaker("Ylva Brännmark", "inköpare", "Isälvs kommun", "Ylva köper in allt som en kommun behöver."),
    Speaker("Pelle Ripa", "föreståndare", "Ripas snickeri", "Pelle startade snickeriet med fyra kamrater."),
    Speaker("Hanna Kåddis", "handledare", "Återbruket Isälv", "Hanna har handlett i tolv år."),
    Speaker(
        "Samuel Torne", "ekonom", "Norrskens kooperativa förening", "Samuel räknar så att andra förstår."
    ),
    Speaker("Greta Skare", "komiker", "", "Greta skämtar om snö, blanketter och kaffe."),
)
SESSIONS = (
    Session("8.30", "9.00", "Kaffe och registrering", kind="meal"),
    Session("9.00", "9.30", "Därför är vi här", room="Bion", speakers=("Hanna Kåddis",)),
    Session(
        "9.30", "10.15", "Så köper en kommun", room="Bion", stream="Affärer", speakers=("Ylva Brännmark",),
        description="Om ramavtal, direktköp och vem man ska ringa.",
    ),
    Session(
        "10.30", "11.30", "Sätt rätt pris", kind="workshop", room="Caféet", stream="Affärer",
        speakers=("Samuel Torne",), capacity=60, description="Alla räknade på en egen tjänst.",
    ),
    Session(
        "10.30", "11.30", "Den första månaden", room="Bion", stream="Arbete för fler",
        speakers=("Hanna Kåddis",), description="Om att ta emot någon som inte har arbetat på länge.",
    ),
    Session(
        "10.30", "11.30", "Från idé till snickeri", kind="workshop", room="Musikrummet",
        speakers=("Pelle Ripa",), capacity=30,
    ),
    Session("11.30", "12.30", "Lunch från Café Myrhed", kind="meal"),
    Session(
        "12.30", "14.00", "Företagen visar upp sig", kind="fair", room="Caféet", stream="Affärer",
        description="Femton sociala företag hade bord.",
    ),
    Session(
        "14.00", "14.45", "Vem vågar vara först?", kind="panel", room="Bion", stream="Affärer",
        speakers=("Ylva Brännmark", "Pelle Ripa", "Samuel Torne"),
    ),
    Session("15.00", "15.45", "Kaffet är slut", room="Bion", speakers=("Greta Skare",)),
)  # fmt: skip
GRADES = "44543545434454453445"
MET = (0, 0, 1, 1, 0, 2)
RECOMMENDS = (0, 0, 0, 1, 0, 0, 0, 2)
TAKE_HOME = (
    "Jag fick min första kund redan på lunchen.",
    "Att ett pris ska räcka till lönen också. Det hade jag inte räknat med.",
    "Modet att ringa en inköpare. Hon var inte alls farlig.",
    "Namn på tre företag som jag ska köpa av i höst.",
    "Skratten på slutet. Vi behöver fler sådana dagar.",
    "Hur man tar emot någon den första månaden, steg för steg.",
    "Att vi är många som gör samma sak.",
    "En påse bullar och ett löfte om ett möte.",
    "Vi ska prova direktköp i stället för att vänta på nästa upphandling.",
)
IMPROVE = (
    "Längre tid på mässan, den tog slut för fort.",
    "Fler stolar i caféet.",
    "Det var svårt att höra längst bak i musikrummet.",
    "Ett program på papper också.",
    "Lite kortare föreläsningar och fler pauser.",
    "Fler köpare från andra sidan älven.",
    "Inget. Gör om det bara!",
)
OF_SESSIONS = (
    "Tydligt och roligt.",
    "Jag hade velat ha mer tid för frågor.",
    "Bra exempel ur verkligheten.",
    "Det bästa på hela dagen.",
)
QUOTED = (TAKE_HOME[0], TAKE_HOME[2], TAKE_HOME[4])
