"""Care matters, and talk about illness that is nobody's own."""

import pytest

from samverk.engine.language import Kind, find


def care(text: str) -> list[str]:
    return [text[one.start : one.end] for one in find(text) if one.kind is Kind.CARE]


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("Hej, jag har diabetes och är hungrig.", "jag har diabetes"),
        ("Tack! Min depression blev bättre.", "Min depression"),
        ("Nu går jag på terapi.", "går jag på terapi"),
        ("Min son fick ADHD-diagnos i höstas.", "Min son fick ADHD-diagnos"),
        ("Vem ringer jag om mina mediciner?", "mina mediciner"),
        ("Ring mig om min remiss.", "min remiss"),
        ("Jag vill boka tid hos läkare.", "boka tid hos läkare"),
        ("Kan ni förnya mitt recept?", "förnya mitt recept"),
        ("Min sambo som har PTSD kan inte komma.", "Min sambo som har PTSD"),
        ("Jag är inte frisk.", "Jag är inte frisk"),
        ("Jag mår inte bra.", "Jag mår inte bra"),
        ("Jag vill inte leva längre.", "Jag vill inte leva"),
        ("Min son går i trean. Han har autism.", "Han har autism"),
    ],
)
def test_somebody_s_own_illness_or_treatment_is_found(text: str, phrase: str) -> None:
    assert care(text) == [phrase]


@pytest.mark.parametrize(
    "text",
    [
        "Föreläsningen om psykisk ohälsa var bra.",
        "Jag gillade avsnittet om depression.",
        "Fint att ni lyfter människor med psykiska funktionsnedsättningar.",
        "Jag har läst om diabetes på er sida.",
        "Jag arbetar med ungdomar som har ADHD.",
        "Jag är läkare.",
        "Jag är inte sjuk och har ingen diagnos.",
        "Min son har inte autism.",
        "Jag blev sjukt imponerad.",
        "Jag får huvudvärk av färgerna på sidan.",
        "Jag är allergisk mot krångel.",
        "Mitt recept på en bra dag är fika.",
        "Vår behandling av personuppgifter.",
        "Kooperationen är min framtid.",
        "Boka tid för studiebesök.",
    ],
)
def test_illness_in_general_is_not_found(text: str) -> None:
    assert care(text) == []
