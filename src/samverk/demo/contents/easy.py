"""Easy-to-read versions: one thought a line, everyday words, nothing that must be known before."""

from collections.abc import Sequence
from dataclasses import dataclass

from samverk.demo.writing import Block, heading, items, lines


@dataclass(frozen=True)
class Easy:
    """A page told once more. Without a title it has the page's own."""

    title: str = ""
    body: Sequence[Block] = ()


DAY = Easy(
    title="En dag om sociala företag",
    body=[
        lines(
            "Den 11 april 2018 var det en särskild dag i Norrbotten.",
            "Den heter Sociala företagsdagen.",
            "Många kom dit för att lyssna och lära sig nya saker.",
            "De skrattade också mycket.",
        ),
        heading("Vad är ett socialt företag?"),
        lines(
            "Det kan vara svårt att få ett jobb.",
            "Det kan också vara svårt att behålla det.",
            "Sociala företag finns för att fler ska kunna arbeta.",
            "De säljer varor och tjänster, precis som andra företag.",
            "",
            "Ofta äger de som arbetar där företaget tillsammans.",
            "Det kallas kooperativ.",
        ),
        heading("Det här hände på dagen"),
        lines(
            "Flera sociala företag från länet var med.",
            "De berättade vad de gör.",
            "De träffade också människor som de kan göra affärer med.",
            "",
            "Jenny Jonsson arbetar på företaget ByggVesta.",
            "Hon berättade om Yalla Rinkeby.",
            "Det är ett socialt företag som ByggVesta har hjälpt att starta.",
            "De som är med där har aldrig haft jobb i Sverige förut.",
            "Nu har de något att göra om dagarna.",
            "De har lärt känna andra och blivit bättre på svenska.",
            "",
            "Kärngården är ett kooperativ i Umeå.",
            "Där är människor med olika psykiska funktionshinder.",
            "De är med och bestämmer hur de ska arbeta.",
            "",
            "Sist pratade Morgan Alling.",
            "Han berättade hur man kan möta alla slags människor på ett bra sätt.",
            "De som lyssnade fick både skratta och tänka efter.",
        ),
        heading("Vem ordnade dagen?"),
        lines(
            "Tre organisationer arbetar tillsammans i ett projekt:",
        ),
        items("Region Norrbotten", "Coompanion", "Sociala arbetskooperativ i länet"),
        lines(
            "De vill att de sociala företagen ska få sälja mer.",
            "De vill också att de som arbetar där ska få bra stöd.",
            "Nu hoppas de att dagen kommer tillbaka.",
        ),
    ],
)

DAY_IN_ENGLISH = Easy(
    title="A day about social enterprises",
    body=[
        lines(
            "On 11 April 2018 there was a special day in Norrbotten.",
            "Norrbotten is in the north of Sweden.",
            "The day is called the Social Enterprise Day.",
            "Many people came to listen and to learn new things.",
            "They laughed a lot, too.",
        ),
        heading("What is a social enterprise?"),
        lines(
            "It can be hard to get a job.",
            "It can also be hard to keep it.",
            "Social enterprises are there so that more people can work.",
            "They sell goods and services, like other companies.",
            "",
            "Often the people who work there own the company together.",
            "This is called a cooperative.",
        ),
        heading("What happened on the day"),
        lines(
            "Many social enterprises from the county took part.",
            "They told us what they do.",
            "They also met people who they can do business with.",
            "",
            "Jenny Jonsson works for a company called ByggVesta.",
            "She told us about Yalla Rinkeby.",
            "It is a social enterprise that ByggVesta helped to start.",
            "The people there had never had a job in Sweden before.",
            "Now they have something to do in the day.",
            "They have made friends and speak better Swedish.",
            "",
            "Kärngården is a cooperative in Umeå.",
            "The people there have different mental health problems.",
            "They help to decide how they want to work.",
            "",
            "Last, Morgan Alling gave a talk.",
            "He told us how to meet all kinds of people in a good way.",
            "It made people laugh, and it made them think.",
        ),
        heading("Who made the day happen?"),
        lines("Three organisations work together in a project:"),
        items("Region Norrbotten", "Coompanion", "SAL, the social cooperatives of the county"),
        lines(
            "They want the social enterprises to sell more.",
            "They also want the people who work there to get good support.",
            "Now they hope that the day will come back.",
        ),
    ],
)

BAKERY = Easy(
    title="Ett nytt kafé på gamla stationen",
    body=[
        lines(
            "Fjällbagarna är ett socialt företag.",
            "De bakar bröd.",
            "Nu har de öppnat ett kafé på den gamla tågstationen.",
            "Åtta personer arbetar i kaféet eller tränar på att arbeta.",
        ),
        heading("Alla arbetar på sitt sätt"),
        lines(
            "Alla får arbeta så mycket som de orkar.",
            "En person bakar två timmar om dagen.",
            "En annan arbetar i kassan hela veckan.",
            "",
            "Samira arbetar på Fjällbagarna.",
            "Först var hon rädd för att stå i kassan.",
            "Nu lär hon upp de nya.",
        ),
        heading("De som arbetar äger företaget"),
        lines(
            "De som arbetar på Fjällbagarna äger företaget tillsammans.",
            "Det kallas kooperativ.",
            "Alla bestämmer lika mycket.",
            "Ibland blir det pengar över.",
            "De pengarna stannar i företaget.",
        ),
    ],
)

WHAT_IS = Easy(
    title="Vad är ett socialt företag?",
    body=[
        lines(
            "Ett socialt företag finns för att fler ska kunna arbeta.",
            "Det säljer varor och tjänster, precis som andra företag.",
            "Några har ett bageri eller ett kafé.",
            "Andra har en verkstad eller odlar grönsaker.",
        ),
        heading("Vem arbetar där?"),
        lines(
            "Människor som har svårt att få ett jobb.",
            "Det kan bero på många olika saker.",
            "Här får de arbeta på sitt eget sätt.",
        ),
        heading("Så är ett socialt företag"),
        items(
            "Det ger arbete till människor som annars inte har något.",
            "De som arbetar där är med och bestämmer.",
            "Pengar som blir över stannar mest i företaget.",
            "Staten, regionen eller kommunen äger det inte.",
        ),
        heading("Vad betyder ASF?"),
        lines(
            "Ibland läser du bokstäverna ASF.",
            "Det är en förkortning.",
            "Den betyder arbetsintegrerande socialt företag.",
            "Arbetsintegrerande betyder att företaget hjälper människor till arbete.",
        ),
    ],
)

WHAT_IS_IN_ENGLISH = Easy(
    title="What is a social enterprise?",
    body=[
        lines(
            "A social enterprise is there so that more people can work.",
            "It sells goods and services, like other companies.",
            "Some have a bakery or a café.",
            "Others have a workshop or grow vegetables.",
        ),
        heading("Who works there?"),
        lines(
            "People who find it hard to get a job.",
            "There can be many different reasons.",
            "Here they can work in their own way.",
        ),
        heading("This is what makes it social"),
        items(
            "It gives work to people who would have none.",
            "The people who work there help to decide.",
            "Money that is left over mostly stays in the company.",
            "The state, the region or the town does not own it.",
        ),
        heading("What does ASF mean?"),
        lines(
            "Sometimes you see the letters ASF.",
            "They are short for some long words in Swedish.",
            "They mean a company that helps people into work.",
        ),
    ],
)

START = Easy(
    title="Vill du starta ett socialt företag?",
    body=[
        lines(
            "Har du en idé om ett företag?",
            "Eller är ni flera som vill arbeta på ert eget sätt?",
            "Då kan vi hjälpa er.",
            "Det kostar ingenting att prata med oss.",
        ),
        heading("Så går det till"),
        items(
            "Ring eller skriv till oss.",
            "Vi räknar tillsammans. Kan företaget få in nog med pengar?",
            "Ni får träffa ett företag som redan har startat.",
            "När ni är redo hjälper vi er med regler, bank och första kunden.",
            ordered=True,
        ),
    ],
)

START_IN_ENGLISH = Easy(
    title="Do you want to start a social enterprise?",
    body=[
        lines(
            "Do you have an idea for a company?",
            "Or are you a group who want to work in your own way?",
            "Then we can help you.",
            "It costs nothing to talk to us.",
        ),
        heading("This is how it works"),
        items(
            "Call us or write to us.",
            "We do the sums together. Can the company earn enough money?",
            "You get to meet a company that has already started.",
            "When you are ready we help with rules, the bank and your first customer.",
            ordered=True,
        ),
    ],
)
