"""The news of the region: one told again from the seed, and three invented ones round it."""

from datetime import date

from samverk.demo.contents import Shown, Telling, Words, easy
from samverk.demo.contents.stories import STORIES
from samverk.demo.writing import fact_box, heading, items, paragraph, quote

DAY_PICTURE = Shown(
    file="scenen.jpg",
    title="En föreläsare på scenen",
    alt="En man står på en scen i strålkastarljus och slår ut med armarna. Publiken skrattar.",
)

BAKERY = Telling(
    swedish=Words(
        title="Fjällbagarna öppnar kafé i gamla stationen",
        slug="fjallbagarna-oppnar-kafe",
        lead="Nu doftar det kanelbullar där tågen en gång stannade. Åtta personer har fått jobb eller "
        "arbetsträning i "
        "Fjällbagarnas nya kafé.",
        body=[
            paragraph(
                "I fyra år har Fjällbagarna bakat bröd åt förskolor och äldreboenden. I mars slog det "
                "sociala företaget "
                "upp dörrarna till ett eget kafé i den gamla järnvägsstationen. Redan första veckan tog "
                "bullarna slut "
                "före lunch.",
                "Alla som arbetar här gör det i sin egen takt. Någon börjar med två timmar om dagen vid "
                "bakbordet, "
                "någon annan står i kassan hela veckan.",
            ),
            quote(
                "Jag trodde inte att jag skulle våga stå i kassan. Nu är det jag som lär upp de nya.",
                "Samira",
                "medarbetare och delägare i Fjällbagarna",
            ),
            heading("Personalen äger företaget"),
            paragraph(
                "Fjällbagarna är ett kooperativ. De som arbetar där äger företaget tillsammans och har en "
                "röst var på "
                "stämman. Det som blir över när lönerna är betalda går tillbaka in i verksamheten."
            ),
            fact_box(
                "Fjällbagarna i korthet",
                items(
                    "Startade 2014 med tre personer.",
                    "I dag arbetar 19 personer här, åtta av dem i kaféet.",
                    "Bakar 400 bröd om dagen åt kommunen.",
                ),
            ),
        ],
        easy=easy.BAKERY,
    ),
    picture=Shown(
        file="bageriet.jpg",
        title="Bageriet i stationen",
        alt="Två bagare vid en disk med bröd och bullar. Genom fönstret syns ett snöklätt fjäll.",
        caption="Bröden är i ugnen klockan sex. Klockan åtta öppnar kaféet.",
    ),
    published_on=date(2018, 4, 5),
    contacts=["elin"],
)

PATCHWORK = Telling(
    swedish=Words(
        title="Lappverket syr nytt av sjukhusets gamla gardiner",
        slug="lappverket-syr-nytt",
        lead="Sex kilometer gardintyg skulle kastas. I stället blev det väskor, förkläden och arbete åt "
        "elva personer.",
        body=[
            paragraph(
                "När sjukhuset bytte gardiner ringde inköparen till Lappverket. En vecka senare stod "
                "lastbilen på "
                "gården. Nu syr det sociala företaget kassar som säljs i sjukhusets egen butik.",
                "För regionen blev det billigare än att köra tyget till tippen. För Lappverket blev det "
                "årets största "
                "affär.",
            ),
            quote(
                "Vi behövde någon som kunde ta emot allt på en gång. De sa ja innan jag hade frågat klart.",
                "Mats Lövdal",
                "inköpare på sjukhuset",
            ),
            heading("Så kan fler göra"),
            items(
                "Fundera på vad ni slänger i dag, och vem som skulle kunna använda det.",
                "Ring ett socialt företag tidigt. Ofta går det att lösa mer än ni tror.",
                "Skriv in i avtalet att leverantören ska erbjuda arbetsträning.",
                ordered=True,
            ),
        ],
    ),
    picture=Shown(
        file="lappverket.jpg",
        title="Sömnad i Lappverket",
        alt="En person syr vid en symaskin. På väggen hänger ett lapptäcke i många färger.",
        caption="Av gardinerna i sal fyra blev det 120 kassar.",
    ),
    published_on=date(2018, 3, 21),
    contacts=["johan"],
)

BUYING = Telling(
    swedish=Words(
        title="Tre kommuner gör det lättare att köpa av sociala företag",
        slug="lattare-att-kopa",
        lead="Mindre avtal, tydligare frågor och ett möte innan anbudet. Så fick tre kommuner fler sociala "
        "företag att "
        "lämna offert.",
        body=[
            paragraph(
                "Förra året lämnade två sociala företag anbud i de tre kommunerna. I år var de fjorton. "
                "Skillnaden är "
                "inte att reglerna har ändrats, utan att någon har läst dem tillsammans med dem som ska "
                "svara.",
                "– Det räckte långt att vi träffades och drack kaffe först, säger Johan Esberg, som ger "
                "råd till "
                "kommunerna.",
            ),
            fact_box(
                "Det här gjorde kommunerna",
                items(
                    "Delade stora avtal i mindre delar.",
                    "Bjöd in till ett öppet möte före varje upphandling.",
                    "Strök krav som inte behövdes.",
                ),
            ),
        ],
    ),
    picture=Shown(
        file="motet.jpg",
        title="Ett möte över kaffet",
        alt="Fyra personer sitter runt ett bord med kaffekoppar och papper och pratar.",
        caption="Först kaffe, sedan frågor, sist anbud.",
    ),
    published_on=date(2018, 3, 8),
    contacts=["johan"],
)

NEXT_DAY = Telling(
    swedish=Words(
        title="Vi planerar nästa företagsdag. Vad vill du höra om?",
        slug="nasta-foretagsdag",
        lead="Årets dag gav mersmak. Nu samlar vi idéer till nästa.",
        body=[
            paragraph(
                "Berätta vilka företag du vill möta, vilka ämnen som är viktiga och vem som borde stå på "
                "scenen."
            ),
        ],
    ),
    contacts=["elin"],
)

DAY_NAME = "Sociala företagsdagen i Norr"
DAY = date(2018, 4, 11)
DAY_PLACE = "Norrbotten"
DAY_SLUG = "sociala-foretagsdagen-i-norr"
DAY_SLUG_IN_ENGLISH = "social-enterprise-day-in-the-north"

NEWS = [BUYING, PATCHWORK, BAKERY, *STORIES]
