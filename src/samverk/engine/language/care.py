"""Words about somebody's own illness or treatment, or a wish to reach care.

A word such as "depression" says nothing by itself: pages like these speak of illness all the time. It is a
care matter when somebody owns it: "min depression", "min son har autism", "jag går på terapi". So each word
gets the part that it plays (`vocabulary`), written as one letter, and the rules are patterns over these
letters. No rule reaches over the end of a sentence, save one; they stop at words that make the matter
another's or a topic ("människor med", "artikeln om") and at "inte".
"""

import re
from collections.abc import Iterator

from samverk.engine.language import vocabulary
from samverk.engine.language.findings import Kind, Place

_LETTER = "[a-zß-öø-ſ]"
_WORD = re.compile(rf"{_LETTER}+(?:[-']{_LETTER}+)*|[.!?;](?![a-z0-9])|\n[ \n]*\n")
_OTHER = " "
_BREAK = "."
_LETTERS = {part: chr(ord("À") + number) for number, part in enumerate(vocabulary.WORDS)}
_PHRASE = re.compile("<([A-Z_]+)>")
_PART = re.compile("<(!?)([a-z_|]+)>")
_PHRASES = {
    "KIN": "(?:<my><filler>{0,3}<kin|own_kin|one>|<own_kin>)",
    "ME": "(?:<i>|<my><filler>{0,3}<kin|own_kin|one>|<own_kin>)",
    "HAVE": "<has|suffers>(?:<filler>{0,2}<has|is>)?",
    "BE": "<has|is|suffers>(?:<filler>{0,2}<has|is>)?",
    "NEUTRAL": "<!break|others|topic|about|not|works>",
    "NOT_OF_A_PAGE": "(?!<filler|in|body>{0,3}<by><!break>{0,4}<topic|others>)",
    "NOT_OF_ANYTHING": "(?!<filler|in|body>{0,3}<by|on|for|about>(?!<to>|<filler>{0,3}<body>))",
    "NOT_FOR": "(?!<on|for|by|about>(?!<again|illness|treatment|symptom|clinic>))",
    "NEED": "(?:<treatment|clinician>|<weighed><NOT_FOR>)",
    "BECAUSE": "(?:<after>|<on><other><by>)",
}
_RULES = (
    # tid hos läkare, boka läkartid, förnya recept, prata med min läkare, kan man få sjukintyg
    "<orders|wishes|takes|not><filler|my|not>{0,3}<time><filler|on|my|for>{1,3}<clinician|clinic|treatment>",
    "<time><filler|on|my|for>{1,3}<clinician|clinic|treatment>",
    "<orders><filler|my|other>{0,3}<NEED>",
    "(?:<i>|<filler><one>)<filler|has|takes|wishes>{0,4}<wishes|orders><filler|my|in|on|other>{0,4}(?:<clinic>|<NEED>)",
    "<wishes|orders><i><filler>{0,3}<clinician|clinic|treatment>",
    "<i><filler|not|has|takes|wishes|orders>{1,6}<clinician>",
    "<i><filler>{0,2}<takes|walk><filler|on|in>{1,2}<clinic>",
    "<wishes><filler|not>{0,2}<my><clinic>",
    "<help><filler>{1,2}<my><filler>{0,2}<body|illness|symptom>",
    "<treatment><filler|is>{0,2}(?:<helps><not>|<gone>)",
    # min son har adhd, min sambo som har ptsd, min mamma är dement, min fru opererades, min son mår inte bra
    "<KIN><filler|he>{0,3}<BE><filler|other|takes|in|by|state>{0,4}?<illness|state|treatment|weighed>",
    "<KIN><filler>{0,3}<BE><filler|by>{0,3}<symptom|weak_state>(?!<on|for|by>)",
    "<KIN><filler|has|is>{0,3}(?:<treated>|<takes|walk><filler|on|for>{0,3}<illness|treatment|clinician>)",
    "<KIN><filler>{0,2}<feels><filler>{0,3}(?:<bad>|<not><filler>{0,2}<well>)",
    "<has|is><KIN><filler>{0,3}<illness|state|weak_state|symptom>",
    "<i><filler|is>{0,3}<kin|own_kin><filler>{1,3}<kin|own_kin><filler>{0,3}<illness|state>",
    "<break>(<filler><kin|own_kin><filler>{1,3}<kin|own_kin><filler>{0,3}<illness|state>)",
    "<KIN><NEUTRAL>{0,6}<illness|state><NOT_OF_A_PAGE>",
    "<KIN><filler>{0,2}<weak_state><NOT_OF_ANYTHING>",
    # min pappas dialys, min pappa sin operation
    "<KIN><filler>{0,2}<illness|symptom|treatment|weighed>",
    # min depression, mina starka mediciner, mitt recept, min läkare, min onda rygg
    "(?:<my><filler>{0,3}<illness|treatment>|<mine><filler>{0,3}(?:<symptom|clinician>|<weighed><NOT_FOR>))",
    "<my>(?:<filler>{0,2}<body><filler|is|has>{0,3}<treated|symptom|illness|state|breaks|bad|hard>|<hard|bad><body>)",
    "<my><filler>{0,2}<body><filler|is>{0,2}<not><filler>{0,2}<well>",
    "<my><other><filler>{0,2}<after|by><filler>{0,2}<illness>",
    # jag har en son med autism
    "<i|we><filler>{0,2}<has><filler>{0,3}<kin|own_kin><filler|has|is|he>{0,4}<illness|state|treatment>",
    # jag har diabetes, jag heter Lena och har bipolär sjukdom, jag som har dyslexi, nu har jag astma
    "<i><NEUTRAL>{0,8}?<illness|state><NOT_OF_A_PAGE>",
    "<i><NEUTRAL>{0,4}?<treatment><NOT_FOR>",
    "<me><filler>{0,2}<BE><filler>{0,3}<illness|state|treatment|symptom>",
    "<i><filler>{0,3}(?:<BE>)?<filler|by>{0,4}<symptom>(?:<in|on><filler>{0,2}<body>|<NOT_OF_ANYTHING>)",
    "<i><filler>{0,3}<HAVE><filler|by>{0,4}<NEED>",
    "<i><filler>{0,3}<HAVE><filler>{0,2}<other><weighed><NOT_FOR>",
    "<i><!break|others|topic>{0,8}<BECAUSE><filler>{0,2}<illness|symptom|treatment>",
    "<illness><filler>{1,2}<i>(?=<break>|$)",
    "<has|is><i><filler|by>{0,4}(?:<illness><NOT_OF_A_PAGE>|<symptom|weak_state><NOT_OF_ANYTHING>|<state|treatment>)",
    "<i><filler>{0,2}<HAVE><filler>{0,3}<news><filler|about|on>{0,3}<illness>",
    "<ME><filler>{0,2}<suffers><by>(?!<filler|other>{0,2}<topic|others>)<!break>",
    # jag har problem med hjärtat, jag har svårt att sova, jag har dålig hörsel, jag tål inte gluten
    "<i><filler>{0,2}<HAVE><filler>{0,3}<hard|bad><filler|my>{0,3}(?:<body|vital>|<walk>(?!<on>))",
    "<i><filler>{0,2}<tolerates><not><filler>{0,2}<allergen>",
    # jag är sjukskriven, jag blev utbränd, jag sjuk, jag är inte frisk, jag är beroende av tramadol
    "<i><NEUTRAL>{0,7}?<is>(?:<filler>{0,2}<is>)?<filler>{0,4}<state>(?:<for><filler>{0,2}<illness>)?",
    "<i><filler>{0,3}(?:<BE>)?<filler>{0,4}(?:<state>|<weak_state><NOT_OF_ANYTHING>)",
    "<i><filler>{0,3}<BE><filler>{0,2}<weak_state>(?:<for><filler>{0,2}<allergen>|<by><filler>{0,2}<treatment>)",
    "<i><filler>{0,2}<is><filler>{0,2}<not><filler>{0,2}<healthy>",
    # jag ligger på sjukhus, min man är inskriven på psyk, jag sitter i rullstol
    "<ME><NEUTRAL>{0,4}?(?:<is|lies><filler>{0,2}<admitted>|<lies>)<filler|on|in|other>{1,3}<clinic>",
    "<i><filler>{0,2}<is|lies><in><filler>{0,2}<treatment>",
    # jag går på terapi, jag tar insulin, jag väntar på utredning för autism, nu går jag hos psykolog
    "(?:<i><filler>{0,3}<takes|walk>|<takes|walk><i>)<filler|on|in|other|takes>{0,3}?<NEED>(?:<for><illness>)?",
    "(?:<i><filler>{0,3}<takes|walk>|<takes|walk><i>)<filler|on|for|weighed|treatment>{0,3}<illness>",
    "<i><filler|has|is>{0,3}<treated>",
    "<ME><filler|has|other>{0,4}(?:<breaks><filler|my>{0,2}<body>|<cuts><filler>)",
    # jag mår dåligt, jag hör dåligt, jag kan inte sova, jag vill inte leva
    "(?:<i><filler>{0,3}<feels>|<feels><i>)<filler>{0,4}(?:<bad>|<not><filler>{0,2}<well>(?:<filler>)?)",
    "<i><filler>{0,2}<hears><filler>{0,2}<bad>",
    "<i><filler|other>{0,3}<not><filler|other>{0,2}<live|vital>",
    "<i><filler>{0,2}<die>",
    "<drug>",
    # har diabetes, lider av migrän (first in a sentence); efter en stroke kan jag; som diabetiker undrar jag
    "<break>(<filler>{0,2}<HAVE><filler|by>{0,3}(?:<illness|symptom>|<NEED>))",
    "<break>(<filler>{0,2}<is><filler>{0,3}<state>)",
    "<after|by><filler>{0,3}<illness|treatment><has|is|filler|takes|other|not>{0,3}?<i>",
    "<break>(<filler><state><!break>{0,3}<i>)",
    # han har autism, when somebody of one's own was spoken of before
    "<KIN><!break>{0,30}<break>(<he><filler>{0,2}<BE><filler>{0,3}<illness|state|treatment>)",
    "<in><english><filler|other>{0,3}<illness|state|treatment|weak_state|symptom>",
)


def _compiled(rule: str) -> re.Pattern[str]:
    """Read a rule: <KIN> is a phrase, <i> a part, <has|is> one of several parts, <!topic|by> none of them."""

    def letters(match: re.Match[str]) -> str:
        return f"[{match[1] and '^'}{''.join(map(_letter, match[2].split('|')))}]"

    while _PHRASE.search(rule):
        rule = _PHRASE.sub(lambda name: _PHRASES[name[1]], rule)
    return re.compile(_PART.sub(letters, rule))


def _letter(part: str) -> str:
    """The letters of a part. "Mig" and what is hard may stand wherever any small word may."""
    if part in {"my", "mine"}:
        return _LETTERS["my"] + (_LETTERS["our"] if part == "my" else "")
    if part == "filler":
        return "".join(_LETTERS[part] for part in ("filler", "hard", "me", "to"))
    return {"other": _OTHER, "break": _BREAK}.get(part) or _LETTERS[part]


class _Parts(dict[str, str]):
    """The letter of each word; of one that is not listed, by its last part or by what precedes a hyphen."""

    def __missing__(self, word: str) -> str:
        if len(word) >= vocabulary.SHORTEST_COMPOUND and word.endswith(_ALL_LAST_PARTS):
            return next(letter for letter, parts in _LAST_PARTS.items() if word.endswith(parts))
        first, hyphen, _ = word.partition("-")
        if hyphen and self.get(first) == _LETTERS["illness"]:
            return _LETTERS["illness"]
        return _OTHER if word[0].isalpha() else _BREAK


def _listed() -> _Parts:
    """Every listed word with its letter. Endings are added where they make no other listed word."""
    parts = {word: _LETTERS[part] for part, words in vocabulary.WORDS.items() for word in words.split()}
    inflected = {
        word + ending: _LETTERS[part]
        for part, endings in _ENDINGS.items()
        for word in vocabulary.WORDS[part].split()
        for ending in endings
    }
    return _Parts(inflected | parts | dict.fromkeys(vocabulary.NOT_COMPOUNDS.split(), _OTHER))


_ENDINGS = dict.fromkeys(vocabulary.INFLECTED, vocabulary.ENDINGS) | dict.fromkeys(
    vocabulary.KIN, vocabulary.KIN_ENDINGS
)
_LAST_PARTS = {_LETTERS[part]: tuple(words.split()) for part, words in vocabulary.LAST_PARTS.items()}
_ALL_LAST_PARTS = tuple(part for parts in _LAST_PARTS.values() for part in parts)
_PARTS = _listed()
_TOLD = _compiled(
    "<illness|symptom|state|weak_state|treatment|weighed|drug|clinician|clinic|treated|feels|body|live|"
    "vital|die|bad|healthy|cuts|tolerates|suffers|walk>"
)
_COMPILED = tuple(map(_compiled, _RULES))


def care(reading: str) -> Iterator[Place]:
    """Every mention of somebody's own illness or treatment, and of a wish to reach care."""
    letters = _BREAK + "".join(map(_PARTS.__getitem__, _WORD.findall(reading)))
    if not _TOLD.search(letters):
        return
    found = [match.span(match.lastindex or 0) for rule in _COMPILED for match in rule.finditer(letters)]
    if found:
        words = list(map(re.Match.span, _WORD.finditer(reading)))
        for start, end in sorted(found, key=lambda span: (span[0], -span[1])):
            yield words[start - 1][0], words[end - 2][1], Kind.CARE
