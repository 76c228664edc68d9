"""More news of the region, all of it invented: what its enterprises have been up to during the winter."""

from datetime import date

from samverk.demo.contents import Telling, Words
from samverk.demo.writing import fact_box, heading, items, paragraph, quote

BICYCLES = Telling(
    swedish=Words(
        title="Cykelköket Ekern lagar hälsocentralens cyklar",
        slug="cykelkoket-ekern",
        lead="Fyrtio tjänstecyklar behövde nya däck före våren. Uppdraget gick till en verkstad där ingen "
        "hade lagat en cykel för två år sedan.",
        body=[
            paragraph(
                "Distriktssköterskorna i Tallbacka cyklar till sina patienter. När cyklarna började rosta "
                "frågade enhetschefen om Cykelköket Ekern kunde hjälpa till. Det kunde de.",
                "I verkstaden arbetar nio personer. Sex av dem kom hit på arbetsträning från "
                "Arbetsförmedlingen, och fyra av dem har nu fast anställning.",
            ),
            quote(
                "Förut satt jag hemma. Nu vet jag att hjulen håller för att jag har dragit åt dem.",
                "Tomas",
                "cykelreparatör på Ekern",
            ),
            heading("Återbruk i stället för nytt"),
            paragraph(
                "Trasiga cyklar som ingen hämtar plockas isär. Delarna sitter i dag på cyklar som säljs "
                "billigt "
                "till skolungdomar. Inget kastas som går att laga."
            ),
        ],
    ),
    published_on=date(2018, 2, 27),
    contacts=["johan"],
)

GREENHOUSE = Telling(
    swedish=Words(
        title="Älvdalens Händer får egen affär för grönsaker",
        slug="alvdalens-hander-affar",
        lead="Tomater, gurka och kryddor från växthuset säljs nu fem dagar i veckan i en liten butik vid "
        "vägen.",
        body=[
            paragraph(
                "Trädgården drivs som ett kooperativ med fjorton medlemmar. Hittills har de sålt sin "
                "skörd på "
                "torget om lördagarna. Med butiken blir odlingen ett arbete året om.",
                "Marken arrenderas av kommunen. Pengarna till växthuset kom från ett lån och från "
                "medlemmarnas "
                "egna insatser.",
            ),
            quote(
                "Jag kan inte så mycket svenska än, men tomater förstår jag.",
                "Yonas",
                "odlare och medlem i Älvdalens Händer",
            ),
            fact_box(
                "Öppettider i butiken",
                items(
                    "Måndag till fredag klockan 10–16.", "Lunch med soppa och bröd serveras klockan 11–13."
                ),
            ),
        ],
    ),
    published_on=date(2018, 2, 14),
    contacts=["elin"],
)

SUPERVISORS = Telling(
    swedish=Words(
        title="Tolv nya handledare efter vinterns kurs",
        slug="tolv-nya-handledare",
        lead="De har lärt sig lyssna, visa och backa i rätt stund. Nu finns det en utbildad handledare på "
        "varje "
        "socialt företag i länet.",
        body=[
            paragraph(
                "Kursen gick på kvällstid under tio veckor. Deltagarna övade på samtal, på att dela upp ett "
                "arbete i mindre steg och på vad man gör när någon inte kommer till jobbet.",
                "– Det svåraste är att låta bli att göra det själv, säger Ulla Brännberg, som har lett "
                "kursen.",
            ),
            heading("Nästa utbildning börjar i höst"),
            paragraph(
                "Det finns plats för tjugo personer. Företag som betalar tillbaka i form av en praktikplats "
                "deltar utan kostnad."
            ),
        ],
    ),
    published_on=date(2018, 1, 30),
    contacts=["elin"],
)

LAUNDRY = Telling(
    swedish=Words(
        title="Rena Rama tvättar hotellets lakan",
        slug="rena-rama-tvattar",
        lead="Hotellet i Kvistbyn skickade sin tvätt tjugo mil bort. Nu tvättas den runt hörnet, av åtta "
        "personer "
        "som nyss var arbetslösa.",
        body=[
            paragraph(
                "Tvätteriet Rena Rama startade i en källare med två maskiner. När hotellet sökte en ny "
                "leverantör "
                "gick företagets handledare dit med ett nystruket lakan under armen.",
                "Avtalet gäller i tre år och är värt 600 000 kronor om året. Lastbilen som körde tvätten "
                "varje dag står nu stilla, vilket sparar både diesel och pengar.",
            ),
            quote(
                "Vi valde dem för att de är duktiga. Att det också gör nytta är en bonus.",
                "Petra Lidman",
                "hotellchef i Kvistbyn",
            ),
        ],
    ),
    published_on=date(2018, 1, 18),
    contacts=["johan"],
)

CARPENTERS = Telling(
    swedish=Words(
        title="Norrsnickarna höll sin första stämma",
        slug="norrsnickarna-forsta-stamma",
        lead="Sju snickare, en ordförandeklubba av björk och en fråga som delade rummet: ska vi köpa en "
        "ny hyvel?",
        body=[
            paragraph(
                "Det nybildade kooperativet samlade alla medlemmar till föreningsstämma. På dagordningen "
                "stod "
                "årsredovisningen, val av styrelse och en motion om en hyvelmaskin.",
                "Alla hade en röst, oavsett om de arbetar två timmar eller åtta. Hyveln vann med fyra röster "
                "mot tre.",
            ),
            heading("Möbler till förskolan"),
            paragraph(
                "Under året har snickeriet byggt bord, bänkar och ett bokskåp åt två förskolor. Nästa order "
                "är trettio stolar till biblioteket."
            ),
        ],
    ),
    published_on=date(2018, 1, 9),
    contacts=["elin"],
)

BIDDING = Telling(
    swedish=Words(
        title="Gratis kurs: så skriver du ett anbud som vinner",
        slug="kurs-i-anbud",
        lead="Två eftermiddagar om offerter, priser och hur man läser ett förfrågningsunderlag utan att "
        "somna.",
        body=[
            paragraph(
                "Många sociala företag avstår från att svara på upphandlingar för att papperen känns svåra. "
                "På kursen går vi igenom en verklig upphandling rad för rad och räknar fram ett pris som "
                "håller.",
                "Ta gärna med en egen offert. Vi läser varandras och ger råd.",
            ),
            fact_box(
                "Anmälan",
                items(
                    "Plats: Folkets hus i Tallbacka, lokalen Björken.",
                    "Anmäl dig till Johan Esberg senast en vecka före.",
                    "Kaffe och smörgås ingår.",
                ),
            ),
        ],
    ),
    published_on=date(2017, 12, 12),
    contacts=["johan"],
)

STORIES = [BICYCLES, GREENHOUSE, SUPERVISORS, LAUNDRY, CARPENTERS, BIDDING]
