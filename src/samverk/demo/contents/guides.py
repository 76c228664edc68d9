"""Pages that guide: to supervision, money, cooperatives, buying, and for those who are new. All invented."""

from samverk.demo.contents import Telling, Words
from samverk.demo.writing import heading, items, paragraph, quote

SUPERVISOR = Telling(
    swedish=Words(
        title="Bli handledare",
        slug="bli-handledare",
        lead="En handledare visar, lyssnar och finns nära. Du behöver inte kunna allt, men du behöver "
        "tycka om "
        "att andra lyckas.",
        body=[
            heading("Det här gör en handledare"),
            items(
                "Visar hur arbetet går till, i den takt som passar.",
                "Pratar med deltagaren varje vecka om vad som går bra och vad som är svårt.",
                "Skriver ner små steg framåt tillsammans med deltagaren.",
                "Har kontakt med den som har anvisat platsen, till exempel Arbetsförmedlingen.",
            ),
            heading("Utbildning"),
            paragraph(
                "Vi ordnar en kurs på tio kvällar, två gånger om året. Efter kursen får du ett intyg och en "
                "erfaren handledare att ringa till."
            ),
        ],
    ),
    english=Words(
        title="Become a supervisor",
        slug="become-a-supervisor",
        lead="A supervisor shows, listens and stays near. You need not know everything, but you need to "
        "like it "
        "when others succeed.",
        body=[
            items(
                "Show how the work is done, at a pace that suits.",
                "Talk with the participant every week about what goes well and what is hard.",
                "Write down small steps forward together.",
            ),
            paragraph("We arrange a course of ten evenings, twice a year. Afterwards you get a certificate."),
        ],
    ),
    contacts=["elin"],
)

MONEY = Telling(
    swedish=Words(
        title="Pengar till start och utveckling",
        slug="pengar",
        lead="Bidrag, lån och egna insatser: så kan ett socialt företag finansiera sin start och sina "
        "investeringar.",
        body=[
            heading("Bidrag"),
            paragraph(
                "Regionen kan ge bidrag till den som vill pröva en affärsidé. Pengarna räcker till "
                "rådgivning, "
                "ett första inköp av material och en liten marknadsföring. Ansök innan ni börjar, aldrig "
                "efteråt."
            ),
            heading("Lån"),
            paragraph(
                "Maskiner, bilar och växthus betalas oftast med ett lån. Det finns långivare som är vana vid "
                "kooperativ och som ser till idén mer än till säkerheten. Vi följer med till mötet om ni "
                "vill."
            ),
            heading("Stöd till lönen"),
            paragraph(
                "Den som har en funktionsnedsättning eller har varit utan arbete länge kan ha rätt till "
                "stöd som "
                "gör att arbetsgivaren får tillbaka en del av lönen. Arbetsförmedlingen beslutar."
            ),
        ],
    ),
    english=Words(
        title="Money for your start and growth",
        slug="money",
        lead="Grants, loans and shares of your own: how a social enterprise can pay for its start.",
        body=[
            heading("Grants"),
            paragraph("The region may give a grant to those who want to try a business idea. Apply first."),
            heading("Loans"),
            paragraph("Machines, cars and greenhouses are mostly paid for with a loan."),
        ],
    ),
    contacts=["johan"],
)

COOPERATIVE = Telling(
    swedish=Words(
        title="Bilda ett kooperativ",
        slug="bilda-kooperativ",
        lead="Ett kooperativ ägs av sina medlemmar och styrs med en röst per person. Här är vägen från "
        "första "
        "mötet till registrerad förening.",
        body=[
            items(
                "Samla minst tre som vill samma sak.",
                "Skriv stadgar: vad föreningen ska göra, vem som får bli medlem och hur beslut fattas.",
                "Håll ett första möte och välj styrelse och revisor.",
                "Bestäm hur stor insats varje medlem betalar.",
                "Registrera den ekonomiska föreningen.",
                ordered=True,
            ),
            heading("Stämman bestämmer"),
            paragraph(
                "En gång om året kallas alla till årsmöte. Där kan varje medlem lämna en motion, yttra "
                "sig och "
                "rösta. Protokollet ska kunna läsas av alla, så skriv det enkelt."
            ),
        ],
    ),
    contacts=["elin"],
)

PROCUREMENT = Telling(
    swedish=Words(
        title="Upphandla med sociala krav, steg för steg",
        slug="upphandla",
        lead="För dig som är inköpare i kommun eller region och vill att fler små företag ska kunna svara.",
        body=[
            items(
                "Fråga marknaden tidigt vad den kan leverera.",
                "Dela upp avtalet så att även ett litet företag orkar.",
                "Ställ krav på arbetsträning eller sysselsättning i avtalet.",
                "Rikta upphandlingen till sociala företag när det går.",
                "Följ upp: fick någon ett jobb?",
                ordered=True,
            ),
            heading("Direkt inköp"),
            paragraph(
                "Är beloppet litet får du handla direkt utan anbud. Dokumentera varför du valde leverantören."
            ),
        ],
    ),
    contacts=["johan"],
)

NEWCOMER = Telling(
    swedish=Words(
        title="För dig som är ny i Sverige",
        slug="ny-i-sverige",
        lead="På ett socialt företag kan du börja arbeta innan svenskan är klar. Språket lär du dig på "
        "jobbet.",
        body=[
            paragraph(
                "Många av dem som arbetar hos oss är nyanlända. Du får en handledare, arbetskläder och "
                "tid att "
                "öva på ord som du behöver. Flera företag läser svenska tillsammans en timme om dagen.",
                "Behöver du tolk vid första mötet? Säg till, så ordnar vi det.",
            ),
            quote(
                "Jag lärde mig säga surdeg före jag lärde mig säga snöslask.",
                "Rahel",
                "bagare på Fjällbagarna",
            ),
        ],
    ),
    english=Words(
        title="If you are new in Sweden",
        slug="new-in-sweden",
        lead="In a social enterprise you can begin to work before your Swedish is ready. You learn the "
        "language "
        "at work.",
        body=[
            paragraph(
                "Many of those who work with us are newcomers. You get a supervisor, work clothes and "
                "time to "
                "practise. Do you need an interpreter at the first meeting? Tell us, and we arrange it."
            )
        ],
    ),
    contacts=["elin"],
)

TRAINING = Telling(
    swedish=Words(
        title="Så går arbetsträning till",
        slug="arbetstraning",
        lead="Du som har varit sjukskriven länge, eller långt från arbetslivet, kan pröva att arbeta i "
        "din egen "
        "takt.",
        body=[
            heading("Före"),
            paragraph(
                "Prata med din handläggare på Arbetsförmedlingen, Försäkringskassan eller i kommunen. "
                "Tillsammans "
                "besöker ni en arbetsplats och bestämmer hur många timmar som passar."
            ),
            heading("Under tiden"),
            paragraph(
                "Du får samma ersättning som förut. Handledaren och du skriver en plan, och ändrar den när "
                "något inte stämmer. Rehabilitering går sällan rakt fram."
            ),
            heading("Efteråt"),
            paragraph(
                "Ungefär hälften stannar kvar som anställda. Andra söker sig vidare med ett intyg i handen."
            ),
        ],
    ),
    contacts=["elin"],
)

QUESTIONS = Telling(
    swedish=Words(
        title="Frågor och svar",
        slug="fragor-och-svar",
        lead="Det här undrar många innan de hör av sig.",
        body=[
            heading("Kan jag jobba deltid?"),
            paragraph("Ja. De flesta börjar med några timmar i veckan och ökar när de orkar."),
            heading("Vad kostar rådgivningen?"),
            paragraph("Ingenting. Regionen och kommunerna betalar den."),
            heading("Måste man vara med i kooperativet för att arbeta där?"),
            paragraph("Nej. Du kan vara anställd eller på praktik utan att vara medlem."),
            heading("Får ett socialt företag gå med vinst?"),
            paragraph("Ja, och det bör det göra. Överskottet går tillbaka till verksamheten."),
            heading("Tar ni emot ungdomar?"),
            paragraph("Ja, från 16 år. Sommarjobb söks i kommunen före sista mars."),
        ],
    ),
    contacts=["redaktionen"],
)

GAIN = Telling(
    swedish=Words(
        title="Så räknar vi samhällsvinsten",
        slug="samhallsvinst",
        lead="När en människa får arbete sparar samhället pengar och någon sover bättre. Det första går "
        "att räkna.",
        body=[
            paragraph(
                "Vi jämför vad samhället betalar i stöd och vård med vad det får in i skatt när någon går "
                "från "
                "bidrag till lön. Ifrån summan drar vi det som hade hänt ändå.",
                "Siffrorna är försiktiga. Vi visar alltid ett lägsta och ett högsta värde, och hur vi har "
                "räknat.",
            ),
            heading("Det som inte syns i kronor"),
            paragraph(
                "Vänner, vanor och självförtroende frågar vi om i en enkät två gånger om året. Svaren är "
                "anonyma."
            ),
        ],
    ),
    contacts=["elin"],
)

ABOUT_GUIDES = [GAIN]
SUPPORT_GUIDES = [COOPERATIVE, MONEY, SUPERVISOR, TRAINING, NEWCOMER, PROCUREMENT, QUESTIONS]
