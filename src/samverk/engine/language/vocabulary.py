"""The words by which care matters are known, by the part that they play in a sentence.

Nouns are given in their base form; `INFLECTED` says which parts get the Swedish endings. A long word also
counts by its last part: "bröstcancer" is a cancer, "hjärtmedicin" a medicine. Where a word stands in two
lists, the later one decides. Common misspellings stand among the others.
"""

WORDS: dict[str, str] = {
    # who it is about
    "i": "jag ja jak",
    "me": "mig mej",
    "we": "vi",
    "my": "min mitt mina mins my",
    "our": "vår vårt våra our",
    "kin": """
        son dotter mor far bror syster syskon make maka fru hustru partner flickvän pojkvän tjej kille
        moster faster morbror farbror kusin barnbarn svärmor svärfar styvson styvdotter bonusson bonusdotter
        bonusbarn tvilling brorson brorsdotter systerson systerdotter grabb söner döttrar föräldrar förälder
        barn anhörig anhöriga granne vän väninna kompis kollega lillebror lillasyster storebror storasyster
        särbo fästman fästmö åring wife husband daughter mother father brother sister unge kid gubbe frugan
        gubben mans barnbarnet tjejen killen""",
    "own_kin": """
        mamma pappa mormor morfar farmor farfar morsa farsa sambo sonen dottern maken makan frun hustrun
        sambon brorsan syrran morsan farsan svärmor svärfar grabben pojkvännen flickvännen brorsa syrra""",
    "one": "man",
    "to": "att",
    "he": "han hon hen honom henne hans hennes",
    "others": """
        människor människa människorna personer person personerna folk de dom dem deras ni er ert era du din
        ditt dina många andra alla ungdomar ungdom ungdomarna patienter patient patienterna elever eleverna
        brukare klienter deltagare deltagarna kunder medarbetare anställda besökare invånare medborgare
        kvinnor män äldre unga grupp grupper gruppen forskare föreläsaren föreläsare talaren författaren
        kommunen kommuner regionen företaget företagen kooperativet kooperativen föreningen tonåringar
        nyanlända användare somliga vissa hälften medlemmar""",
    # what somebody does
    "has": """
        har hade haft ha fick fått får lever levt levde drabbades drabbats insjuknade insjuknat kämpar
        kämpat kämpade överlevde överlevt dras dragits drogs ådrog ådragit has""",
    "suffers": "lider led lidit",
    "lies": "ligger låg legat hamnade hamnat sitter satt suttit vistas",
    "is": "är var blev blivit varit känner kände kännt känt vara bli blir va e",
    "takes": """
        tar tog ta äter åt ätit äta går gick gått väntar väntat väntade vänta behöver behövde behövt behöva
        använder medicinerar medicinerat behandlas behandlats behandlades börjat slutat började slutade
        genomgår genomgått genomgick provar knaprar sprutar utreds utretts fastnat utredas behandla""",
    "treated": """
        opererades opererats opereras opererat opererar opererade strålas strålats röntgas röntgats vårdas
        vårdades vårdats värker värkt värkte verker medicineras sövas tvångsvårdas tvångsvårdats
        hjärtopererades nyopererad diagnostiserades diagnosticerades diagnostiserats diagnosticerats
        diagnostiserad diagnosticerad remitterades remitterats remitterad hostar blöder svimmade svimmar
        missbrukar missbrukade missbrukat""",
    "breaks": """
        bröt brutit brutet stukade stukat skadade skadat opererade opererat vrickade vrickat operera
        amputerade amputerat bruten stukad svullen svullet svullna inflammerad inflammerat utsliten utslitna
        sönder""",
    "feels": "mår mådde mått må",
    "hears": "hör ser",
    "wishes": """
        boka bokar bokade bokat avboka avbokar avbokat omboka ombokar beställa beställer förnya förnyar
        förnyat hämta kontakta kontaktar kontakt prata pratar träffa träffar söka söker nå ringa ringer
        komma ändra ändrar få renew book""",
    "orders": """
        boka bokar avboka avbokar omboka ombokar förnya förnyar förnyat beställa beställer byta byter bytt""",
    "works": """
        arbetar arbetat arbetade arbeta jobbar jobbat jobbade jobba läser läst läste läsa skriver skrivit
        skrev skriva hört hörde forskar forskat föreläser föreläste föreläst studerar studerat pluggar
        utbildar utbildad undervisar anställer anställt anställa stöttar stödjer hjälper hjälpt möter mött
        intervjuar intervjua samarbetar representerar driver säljer tycker tyckte tror gillar gillade saknar
        informerar erbjuder undrar vet önskar föreslår rekommenderar översätter granskar sett såg tittade
        lyssnade bjuda tipsa visa berätta""",
    "cuts": "skär skar skurit",
    "tolerates": "tål tålde",
    "helps": "hjälper funkar fungerar räcker",
    "gone": "slut",
    "help": "hjälp",
    "walk": "gå stå lyfta springa",
    "live": "leva finnas vakna existera",
    "die": "dö",
    "vital": "sova andas svälja",
    # illness
    "illness": """
        cancer tumör leukemi lymfom myelom melanom metastas diabetes diabetis sockersjuka sukersjuka
        depression depresion deprission depretion utmattning utmattningssyndrom utmattningsdepression
        utbrändhet adhd add damp autism asperger aspergers npf ptsd epilepsi epelepsi astma kol stroke
        hjärtinfarkt infarkt hjärtsvikt hjärtfel kärlkramp förmaksflimmer hjärtflimmer demens alzheimer
        alzheimers parkinson parkinsons ms als reumatism artros artrit fibromyalgi schizofreni psykos mani
        ocd tvångssyndrom tvångstankar anorexi bulimi ätstörning alkoholism alkoholproblem drogproblem
        spelberoende drogberoende alkoholberoende läkemedelsberoende hiv hepatit tuberkulos tbc covid corona
        postcovid långtidscovid lunginflammation magsår magkatarr ibs crohn crohns celiaki glutenintolerans
        laktosintolerans allergi jordnötsallergi eksem psoriasis akne benskörhet hjärnskada hjärnblödning
        hjärntrötthet ryggskada nackskada whiplash whiplashskada diskbråck ljumskbråck bråck ischias
        hjärnskakning dyslexi dyskalkyli språkstörning stamning missfall abort njursvikt njursten gallsten
        klamydia herpes bältros borrelia endometrios tinnitus starr glaukom blindtarmsinflammation
        prostatabesvär blodpropp propp aneurysm sepsis blodbrist hypotyreos struma lupus sarkoidos skolios
        ledgångsreumatism självmord självmordstankar självskadebeteende panikångest panikattack
        panikångestattack bipolaritet borderline utvecklingsstörning funktionsnedsättning funktionshinder
        synnedsättning hörselnedsättning cp-skada ryggmärgsbråck ryggmärgsskada förlamning downs tourette
        tourettes hjärtproblem magproblem ryggproblem sömnproblem minnesproblem sömnsvårigheter
        minnessvårigheter sömnapné sömnapne högtblodtryck blodtryck hjärtbesvär förlossningsdepression
        missbruk sjukdom krämpor krämpa migrän inkontinens lungemboli trauma fobi kronisktrötthet
        könsdysfori klimakteriebesvär nervskada benbrott armbrott stomi pacemaker posttraumatisk
        cancerbesked hjärntumör njursjukdom hjärtsjukdom afasi dysfasi neuralgi neuropati anemi bronkit
        sinuit pares gastrit kolit cystit dermatit drickande halsfluss öroninflammation urinvägsinfektion
        acne rosacea krupp vattkoppor mässling salmonella parasiter njurcancer skelettcancer ryggskott
        nackspärr höftledsartros knäartros hjärtstopp hjärtattack slaganfall stelkramp transplantation
        graviditet ohälsa arbetsskada trafikskada förlossningsskada skallskada brännskada knäskada axelskada
        skada paranoia hypomani pms pmds gikt polio huntingtons ataxi myasteni narkolepsi eds cfs fatigue
        matförgiftning vinterkräksjuka skabb malaria tbe funktionsvariation impotens spasticitet metastaser
        nervsmärta ledvärk njurbäckeninflammation järnbrist blödarsjuka åderbråck hemorrojder
        prostataproblem prostatacancer bristning gråstarr grönstarr näthinneavlossning makuladegeneration
        menières kristallsjukan halsont körtelfeber lungfibros skrumplever fettlever pankreatit tarmvred
        cysta cystor myom pcos barnlöshet kondylom hpv karpaltunnelsyndrom tennisarm hälsporre
        kotkompression hydrocefalus tremor hortons tia delirium dissociation personlighetsstörning
        hjärtarytmi arytmi hjärtklaffel sköldkörtelproblem ämnesomsättningsproblem hudproblem njurproblem
        leverproblem blodproppar kärlsjukdom lungsjukdom muskelsjukdom muskeldystrofi nervsjukdom
        alkoholmissbruk drogmissbruk spelmissbruk tablettmissbruk bulemi självskador""",
    "symptom": """
        ont smärta värk huvudvärk ryggont magont magsmärtor ångest ågnest ångäst yrsel feber hosta kramper
        kramp utslag klåda panik influensa förkylning kräksjuka magsjuka illamående andnöd blödning svullnad
        domningar pain anxiety sår knöl böld blåsor hjärtklappning hjärndimma mensvärk mardrömmar flashbacks
        hallucinationer vanföreställningar anfall sömnlöshet nedstämdhet magkramper förstoppning diarré
        blåskatarr trötthet andningssvårigheter andningsproblem bröstsmärtor hjärtproblem stelhet""",
    "state": """
        sjukskriven sjuksriven deprimerad utbränd utmattad hjärntrött gravid höggravid inlagd opererad
        nyopererad sjukpensionär sjukpensionerad förtidspensionerad rullstolsburen dement diabetiker
        alkoholist epileptiker astmatiker allergiker missbrukare narkoman synskadad hörselskadad
        rörelsehindrad funktionshindrad funktionsnedsatt förlamad amputerad cancersjuk hjärtsjuk njursjuk
        lungsjuk långtidssjuk långtidssjukskriven heltidssjukskriven halvtidssjukskriven deltidssjukskriven
        autistisk autist bipolär dyslektiker dyslektisk psykotisk manisk schizofren smittad feberfri
        självmordsbenägen självmordsnära suicidal döende cancerpatient patient nedstämd hjärtopererad
        höftopererad pregnant depressed disabled drogfri anorektiker njurtransplanterad funktionsvarierad
        neurodivergent kroniker dödssjuk inkontinent arbetsskadad trafikskadad hiv-positiv barnlös
        strokepatient""",
    "weak_state": """
        sjuk sjuka sjuke blind döv allergisk beroende handikappad dålig förkyld krasslig febrig yr sick ill
        deaf nykter jättesjuk svårtsjuk stel andfådd allergiskt allergiska blinda döva handikappade
        sjukare""",
    "admitted": "inskriven intagen utskriven inlagd",
    "healthy": "frisk friska friskt",
    "bad": """
        dålig kasst piss skit botten hemskt uselt sämre förfärligt pissdåligt skitdåligt jättedåligt
        fruktansvärt förskräckligt apa dåliga dåligt""",
    "well": "bra",
    "body": """
        rygg ryggen mage magen knä knät knäet knäna huvud huvudet nacke nacken axel axeln axlarna höft
        höften kropp kroppen ben benet benen fot foten fötterna hand handen händerna arm armen armarna bröst
        bröstet hjärta hjärtat ögon ögonen öga ögat öra örat öronen tand tanden tänder tänderna led leder
        lederna muskler musklerna hals halsen lungor lungorna njure njuren handled handleden fotled fotleden
        vrist vristen lårben lårbenet underbenet nyckelben nyckelbenet revben revbenen armbåge armbågen
        finger fingret tå tån käke käken syn synen hörsel hörseln minne minnet balans blodsocker blodsockret
        hjärna hjärnan njurarna tarm tarmarna immunförsvar huden hud knän fötter axlar höfter händer armar
        tarmen livmodern bukspottkörteln prostatan levern""",
    "allergen": """
        nötter jordnötter gluten laktos pollen pälsdjur mjölk mjölkprotein ägg fisk skaldjur katt katter
        hund hundar kvalster penicillin soja björk gräs selleri parfym""",
    # treatment
    "treatment": """
        medicin medecin medisin mediciner medicinering läkemedel tablett tabletter piller antidepressiva
        antidepresiva antidepp lyckopiller insulin kortison blodförtunnande blodtrycksmedicin sömnmedel
        sömntabletter smärtstillande värktabletter antibiotika penicillin cellgifter cytostatika strålning
        strålbehandling dialys hemodialys terapi kbt samtalsterapi psykoterapi operation röntgen
        skiktröntgen magnetröntgen ultraljud magnetkamera mammografi gastroskopi koloskopi biopsi cellprov
        provsvar provresultat labbsvar labbresultat röntgensvar blodprov provtagning remiss journal
        patientjournal journalanteckningar sjukjournal sjukskrivning sjukintyg läkarintyg läkarutlåtande
        läkartid läkarbesök läkarundersökning tandläkartid röntgentid operationstid psykologtid vårdtid
        cancerbehandling cellgiftsbehandling hormonbehandling missbruksbehandling smärtbehandling
        tandbehandling vård sjukvård psykvård vaccination rehab rullator permobil rullstol hörapparat protes
        höftprotes knäprotes kateter vårdplan avgiftning inläggning therapy medication medicine prescription
        sjukpenning sjukersättning aktivitetsersättning sjukresa sjukresor hjärtklaff transplantat
        hemsjukvård kryckor gips korsett ortos inhalator epipen boendestöd ledarhund hörapparater elrullstol
        hjärtmedicin ssri metadonprogrammet stent bypass ivf shunt dagvård lva respirator syrgas cpap tens
        injektion injektioner sprutor dropp blodtransfusion hormoner östrogen testosteron p-piller
        kortisonspruta""",
    "drug": """
        tramadol citodon sertralin citalopram escitalopram fluoxetin mirtazapin venlafaxin voxra ritalin
        concerta elvanse lyrica litium lamotrigin levaxin metformin ozempic waran eliquis omeprazol zopiklon
        atarax stesolid oxazepam sobril metadon subutex antabus morfin oxycontin oxynorm imovane theralen
        lergigan propavan medikinet strattera invega abilify zyprexa kåvepenin symbicort ventoline""",
    "weighed": "recept e-recept behandling diagnos utredning rehabilitering adhd-utredning autismutredning",
    "clinician": """
        läkare läkaren läkarn doktor doktorn psykolog psykologen psykiatriker psykiatrikern kurator kuratorn
        sjuksköterska sjuksköterskan sköterska sköterskan barnmorska barnmorskan tandläkare tandläkaren
        terapeut terapeuten sjukgymnast sjukgymnasten fysioterapeut fysioterapeuten logoped dietist
        distriktssköterska distriktssköterskan distriktsköterska husläkare husläkaren kirurg kirurgen
        gynekolog gynekologen ortoped ortopeden kardiolog neurolog neurologen onkolog onkologen vårdkontakt
        doctor diabetessköterska ssk specialistläkare barnläkare""",
    "clinic": """
        vårdcentral vårdcentralen hälsocentral hälsocentralen sjukhus sjukhuset akuten psykiatrin psyk
        psyket psykavdelning öppenvården bup mottagning mottagningen folktandvården jourcentral
        jourcentralen vården primärvården bvc mvc hc vc ungdomsmottagningen barnmorskemottagningen
        lasarettet akutmottagningen hab habiliteringen beroendemottagningen psykakuten öppenpsyk sjukvården
        psykvården akutpsyk rättspsyk""",
    "time": "tid tider tiden besök besöket återbesök återbesöket telefontid akuttid undersökning appointment",
    # what turns the meaning
    "news": "besked beskedet misstanke misstänkt misstänker misstänks",
    "hard": """
        svårt problem besvär bekymmer nedsatt onda trasig trasiga krånglar strular svajar svänger bråkar
        krånglat""",
    "about": "om angående kring",
    "by": "av",
    "on": "på",
    "for": "för mot",
    "in": "i",
    "after": "efter pga trots",
    "again": "nytt igen",
    "not": "inte icke ej aldrig ingen inga inget varken knappast utan",
    "english": "have am had suffer take got feel",
    "topic": """
        föreläsning föreläsningen föreläsningar artikel artikeln artiklar text texten texter texterna sida
        sidan sidor hemsida hemsidan webbsida webbsidan avsnitt avsnittet film filmen filmer video videon
        information informationen info statistik statistiken siffror rapport rapporten bok boken böcker
        broschyr broschyrer material materialet fakta kapitel kapitlet tema temat ämne ämnet projekt
        projektet uppsats uppsatsen kurs kursen utbildning utbildningen forskning forskningen undersökningar
        studie studien länk länken rubrik rubriken stycke stycket blankett blanketten formulär formuläret
        affisch program programmet konferens konferensen seminarium kampanj bild bilden bilder bilderna
        frågor fråga kunskap tips idé idéer förslag debatt debatten diskussion åsikt åsikter synpunkt
        synpunkter podd poddavsnitt berättelse nyhet insändare branschen affärsidé erfarenhet erfarenheter
        färg färgen färgerna bakgrunden typsnittet musiken rutan rutor stödgrupp""",
    "filler": """
        en ett den det så mycket väldigt jätte jättemycket också nu just precis själv sedan sen ju nog som
        med och samt lite ganska fortfarande numera idag alltid ofta nyligen redan svår svåra kronisk
        kroniska kroniskt allvarlig allvarligt allvarliga grov lätt lindrig ny nya gammal gamla starka stark
        egen eget egna sin sitt sina under vid till hos från oss sig kanske tyvärr äntligen snart länge båda
        hela nästan rätt riktigt jävla himla typ två tre fyra psykiskt psykisk psykiska fysiskt fysisk
        dubbelsidig obotlig spridd medfödd måste kan kunde skulle vill ville ska kommer verkligen högra
        vänstra stackars käre kära äldsta yngsta lilla store stora vuxna tonåriga tonårige åriga årige
        första andra tredje fjärde femte sjätte nästa förra senaste planerade inbokade tidigare barndoms an
        a the very for with ena""",
}

INFLECTED = frozenset({"illness", "symptom", "treatment", "weighed"})
ENDINGS = ("s", "en", "n", "et", "t", "er", "erna", "ar", "arna", "ens", "ets", "ns", "na")
KIN = frozenset({"kin", "own_kin"})
KIN_ENDINGS = ("s",)

LAST_PARTS: dict[str, str] = {
    "illness": """
        cancer cancern tumör tumören depression depressionen sjukdom sjukdomen sjukdomar syndrom syndromet
        psykos psykosen demens demensen allergi allergin diabetes missbruk missbruket infektion infektionen
        epilepsi inflammation inflammationen fobi fobin intolerans utbrändhet reumatism nedsättning
        nedsättningen autism skizofreni""",
    "symptom": "värk värken smärta smärtor smärtan ångest ångesten besvär besvären",
    "treatment": """
        medicin medicinen mediciner medicinerna tabletter tabletterna operation operationen operationer
        terapi terapin dialys dialysen diagnosen vaccin vaccinet röntgen läkemedel proteser rullstol prover
        provsvar läkartid""",
    "weighed": "diagnos diagnoser",
    "clinician": "läkare läkaren sköterska sköterskan psykolog psykologen terapeuten",
    "clinic": "mottagning mottagningen vårdcentral vårdcentralen kliniken lasarett akuten psyket",
    "state": "sjukskriven sjukskrivna opererad behandlad",
    "kin": "åring åringen dotter dottern dotters",
    "filler": "åriga årige åriges",
}
SHORTEST_COMPOUND = 8

NOT_COMPOUNDS = """
    kooperation kooperationen kooperationens kooperationer samoperation lagrådsremiss budgetremiss
    företagssjuka bedömning veterinärmedicin arbetsterapeuten
"""
"""Words that end as a care word does and are none."""
