"""The pages of the region that are not news."""

from samverk.demo.contents import Shown, Telling, Words, easy
from samverk.demo.contents.guides import ABOUT_GUIDES, SUPPORT_GUIDES
from samverk.demo.writing import fact_box, heading, items, paragraph, quote

HOME = Telling(
    swedish=Words(
        title="Här får fler plats i arbetslivet",
        slug="hem",
        lead="I Norrsken hjälps regionen, kommunerna och de sociala företagen åt. Tillsammans skapar vi "
        "jobb för den som "
        "har haft svårt att få ett, och affärer som håller.",
    ),
    english=Words(
        title="Where more people find their place at work",
        slug="home",
        lead="In Norrsken, the region, the municipalities and the social enterprises help each other. "
        "Together we create "
        "jobs for those who have found it hard to get one, and business that lasts.",
    ),
    picture=Shown(
        file="dalen.jpg",
        title="Byn under norrskenet",
        alt="En by vid en älv under norrsken. Det lyser i fönstren.",
    ),
)

WHAT_IS = Telling(
    swedish=Words(
        title="Vad är ett arbetsintegrerande socialt företag?",
        slug="vad-ar-asf",
        lead="Ett företag som finns till för att fler ska få arbeta. Det säljer varor och tjänster som "
        "andra företag, men "
        "vinsten är människor som växer.",
        body=[
            paragraph(
                "Arbetsintegrerande sociala företag kallas ofta ASF. De driver bagerier, verkstäder, "
                "caféer, trädgårdar "
                "och mycket annat. Målet är att människor som av olika skäl har svårt att få eller behålla "
                "ett arbete "
                "ska få just det."
            ),
            heading("Fyra saker som utmärker ett ASF"),
            items(
                "Det skapar arbete och en plats i samhället för människor som annars står utanför.",
                "De som arbetar där är delaktiga: som ägare, genom avtal eller på annat väl synligt sätt.",
                "Det mesta av vinsten går tillbaka till verksamheten eller till liknande verksamheter.",
                "Det är fristående från stat, region och kommun.",
                ordered=True,
            ),
            quote(
                "Här frågar ingen vad jag inte kan. De frågar vad jag vill lära mig.",
                "Leif",
                "medlem i kooperativet Älvdalens Händer",
            ),
            fact_box(
                "Kooperativ",
                paragraph(
                    "Många ASF är kooperativ. Det betyder att de ägs och drivs av dem som verksamheten är "
                    "till för. "
                    "Varje medlem har en röst."
                ),
            ),
        ],
        easy=easy.WHAT_IS,
    ),
    english=Words(
        title="What is a work-integrating social enterprise?",
        slug="what-is-a-wise",
        lead="An enterprise that exists so that more people can work. It sells goods and services like "
        "others do, but its "
        "gain is people who grow.",
        body=[
            paragraph(
                "In Swedish these enterprises are called ASF. They run bakeries, workshops, cafés, gardens "
                "and much "
                "more. The aim is that people who, for various reasons, find it hard to get or keep a job "
                "get just that."
            ),
            heading("Four marks of a work-integrating social enterprise"),
            items(
                "It creates work, and a place in society, for people who otherwise stand outside.",
                "Those who work there take part in decisions: as owners, by agreement or in another clear "
                "way.",
                "Most of its profit goes back into the business, or into similar ones.",
                "It is independent of state, region and municipality.",
                ordered=True,
            ),
            fact_box(
                "Cooperatives",
                paragraph(
                    "Many of the enterprises are cooperatives. They are owned and run by the people they "
                    "are there for. "
                    "Every member has one vote."
                ),
            ),
        ],
        easy=easy.WHAT_IS_IN_ENGLISH,
    ),
    picture=Shown(
        file="vaxthuset.jpg",
        title="I växthuset",
        alt="Tre personer arbetar bland tomatplantor i ett växthus i midnattssol.",
        caption="I Älvdalens Händer växer både tomater och människor.",
    ),
    contacts=["elin"],
)

HOW_WE_WORK = Telling(
    swedish=Words(
        title="Så arbetar vi tillsammans",
        slug="sa-arbetar-vi",
        lead="Regionen håller ihop satsningen. Kommunerna, rådgivarna och de sociala företagen gör den "
        "verklig.",
        body=[
            heading("Fler affärer"),
            paragraph(
                "Vi ordnar möten mellan företag och köpare, och hjälper köpare att ställa frågor som går "
                "att svara på."
            ),
            heading("Bättre handledning"),
            paragraph(
                "Den som börjar i ett socialt företag ska få någon som lyssnar och visar. Därför utbildar "
                "vi handledare "
                "i hela länet."
            ),
            heading("En dag att längta till"),
            paragraph(
                "En gång om året samlas alla på Sociala företagsdagen. Där byts idéer, visitkort och skratt."
            ),
        ],
    ),
    english=Words(
        title="How we work together",
        slug="how-we-work",
        lead="The region holds the initiative together. The municipalities, the advisers and the social "
        "enterprises make "
        "it real.",
        body=[
            heading("More business"),
            paragraph(
                "We arrange meetings between enterprises and buyers, and help buyers to ask what can be "
                "answered."
            ),
            heading("Better supervision"),
            paragraph(
                "Whoever begins in a social enterprise should have somebody who listens and shows how. "
                "That is why we "
                "train supervisors all over the county."
            ),
            heading("A day to look forward to"),
            paragraph(
                "Once a year everybody meets at the Social Enterprise Day, to share ideas, cards and "
                "laughter."
            ),
        ],
    ),
    contacts=["elin"],
)

START = Telling(
    swedish=Words(
        title="Starta ett socialt företag",
        slug="starta",
        lead="Har du en idé, eller är ni flera som vill arbeta på ert eget sätt? Vi hjälper er från första "
        "tanken.",
        body=[
            items(
                "Hör av dig. Det kostar inget att prata.",
                "Vi hjälper er att räkna på om idén bär.",
                "Ni får träffa ett företag som redan har gjort resan.",
                "När ni är redo hjälper vi er med stadgar, bank och första kund.",
                ordered=True,
            ),
        ],
        easy=easy.START,
    ),
    english=Words(
        title="Start a social enterprise",
        slug="start",
        lead="Do you have an idea, or are you several who want to work in your own way? We help from the "
        "first thought.",
        body=[
            items(
                "Get in touch. It costs nothing to talk.",
                "We help you to work out whether the idea will carry.",
                "You will meet an enterprise that has already made the journey.",
                "When you are ready we help with statutes, bank and first customer.",
                ordered=True,
            ),
        ],
        easy=easy.START_IN_ENGLISH,
    ),
    contacts=["elin"],
)

BUY = Telling(
    swedish=Words(
        title="Köp av ett socialt företag",
        slug="kop",
        lead="Kaffebröd, tvätt, snickerier, trädgård. Du får varan, och någon får ett jobb att gå till.",
        body=[
            paragraph(
                "Du kan köpa direkt när summan är liten, och rikta en upphandling till sociala företag när "
                "den är större. "
                "Vi visar hur lagen fungerar och vem som kan leverera."
            ),
        ],
    ),
    english=Words(
        title="Buy from a social enterprise",
        slug="buy",
        lead="Bread, laundry, joinery, gardens. You get the goods, and somebody gets a job to go to.",
        body=[
            paragraph(
                "You may buy directly when the sum is small, and reserve a procurement for social "
                "enterprises when it is "
                "larger. We show how the law works and who can deliver."
            ),
        ],
    ),
    contacts=["johan"],
)

ABOUT = Telling(
    swedish=Words(
        title="Om satsningen",
        slug="om-satsningen",
        lead="Fler sociala företag, fler affärer och bättre handledning. Det är vad vi vill nå i Norrsken.",
    ),
    english=Words(
        title="About the initiative",
        slug="about",
        lead="More social enterprises, more business and better supervision: that is what we want to reach "
        "in Norrsken.",
    ),
    in_menu=True,
    beneath=[WHAT_IS, HOW_WE_WORK, *ABOUT_GUIDES],
)

SUPPORT = Telling(
    swedish=Words(
        title="Stöd och kontakt",
        slug="stod-och-kontakt",
        lead="Du behöver inte veta vad du ska fråga efter. Börja här, så hittar vi rätt tillsammans.",
    ),
    english=Words(
        title="Support and contact",
        slug="support",
        lead="You need not know what to ask for. Begin here, and we will find the way together.",
    ),
    contacts=["elin", "johan", "redaktionen"],
    in_menu=True,
    beneath=[START, BUY, *SUPPORT_GUIDES],
)

NEWS_SECTION = Telling(
    swedish=Words(
        title="Aktuellt", slug="aktuellt", lead="Det som händer bland de sociala företagen i Norrsken."
    ),
    english=Words(
        title="News", slug="news", lead="What is happening among the social enterprises of Norrsken."
    ),
    in_menu=True,
)

HIGHLIGHTS = [START, BUY, WHAT_IS]
