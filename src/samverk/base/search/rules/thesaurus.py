"""Words that mean the same to whoever searches here. Our own writing; one group on each line.

Written in their basic form: each is inflected by the dictionary. A group with an expression of several words
stands for the whole expression: who writes one finds the other.
"""

SWEDISH = """
arbete, jobb, arbeta, jobba, sysselsättning, anställning, arbets
arbetslös, arbetslöshet, arbetssökande
anställd, medarbetare, personal
integration, integrering, integrera
arbetsintegration, arbetsintegrering, arbetsintegrerande
arbetsträning, arbetsprövning, praktik, praktikplats
asf, arbetsintegrerande sociala företag, arbetsintegrerande socialt företag
företag, företagande, företagare, företagsamhet
socialt företagande, sociala företag, socialt företag
verksamhet, rörelse
kooperativ, ekonomisk förening, kooperation
nyanländ, invandrare, flykting, nysvensk
sfi, svenska för invandrare
funktionsnedsättning, funktionshinder, funktionsvariation, handikapp
köpa, inköp, handla, köp, beställa
upphandling, upphandla, anbud, lou
inköpare, köpare, beställare, upphandlare
avtal, kontrakt
offert, anbud, prisförslag
handledning, handleda, handledare
utbildning, kurs, utbilda, studier
stöd, hjälp, råd, rådgivning, hjälpa
rådgivare, coach
bidrag, finansiering, pengar, medel, finansiera
lån, låna, kredit
starta, starta eget, börja, grunda, bilda
kostnad, pris, kosta, betala
lön, ersättning
kafé, café, fik, fika, kaffe
bageri, bagare, baka, bröd
tvätt, tvätteri, tvätta
snickeri, snickare, snickra
trädgård, odling, odla
städning, städa, städ
sömnad, sy, textil
cykel, cykelverkstad
sjuk, sjukskriven, sjukskrivning
rehabilitering, rehab
chef, föreståndare
stämma, årsmöte, föreningsstämma
rösta, röst, röstning, omröstning
medlem, delägare
stadga, stadgar
anmälan, anmäla
träff, möte, sammankomst
evenemang, arrangemang
kontakt, kontakta, kontaktperson, telefon, telefonnummer
nyhet, aktuellt
kommun, stad
länet, region, regional
bil, skjuts, buss, resa
miljö, hållbarhet, återbruk, återvinning
vinst, överskott
lättläst, enkel svenska
arbetsförmedling, arbetsförmedlingen, af
försäkringskassa, försäkringskassan
ungdom, ung, unga
pensionär, senior, äldre
begagnat, secondhand, loppis
lunch, mat, servering, restaurang
"""

ENGLISH = """
wise, work-integrating social enterprise, work integration social enterprise
enterprise, company, business, firm
job, work, employment
buy, purchase, procurement
cooperative, co-op, coop
supervisor, supervision, coach
support, help, advice
money, funding, finance, grant
newcomer, immigrant, refugee
"""

BY_LANGUAGE = {"sv": SWEDISH, "en": ENGLISH}

# What a question is put with, and says nothing of what is asked about. Each matters when it stands alone.
SWEDISH_FILLERS = """
hur vad var vem vilka vilken vilket när varför kan ska skall vill behöver måste får gör göra finns
finnas fungerar funkar går ni er vi oss jag mig min mitt mina du dig din ditt dina man någon något
några den det de en ett som att och i på för till från med av om är vara bli blir har ha göra många
mycket behövs egentligen bara också här där hos ert era eller så hitta hittar veta
"""
ENGLISH_FILLERS = """
how what where who which when why can shall will want need must do does is are be have has i me my
we us our you your they a an the of to in on for from with by and or there here get find
"""
FILLERS = {"sv": frozenset(SWEDISH_FILLERS.split()), "en": frozenset(ENGLISH_FILLERS.split())}


def groups(language: str) -> list[tuple[str, ...]]:
    """The groups of a language, each with its words and expressions."""
    lines = BY_LANGUAGE.get(language, "").replace("-", " ").split("\n")
    return [tuple(part.strip() for part in line.split(",")) for line in lines if line.strip()]
