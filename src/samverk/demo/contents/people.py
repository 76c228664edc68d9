"""Whom to turn to in the region of Norrsken. Numbers come from the series that is kept for fiction."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Person:
    name: str
    role: str
    role_in_english: str
    telephone: str
    email: str
    name_in_english: str = ""


PEOPLE = {
    "elin": Person(
        name="Elin Stålnacke",
        role="Samordnare för sociala företag",
        role_in_english="Coordinator for social enterprises",
        telephone="070-174 06 11",
        email="elin.stalnacke@region-norrsken.example",
    ),
    "johan": Person(
        name="Johan Esberg",
        role="Rådgivare för den som vill köpa av sociala företag",
        role_in_english="Adviser to those who want to buy from social enterprises",
        telephone="070-174 06 12",
        email="johan.esberg@region-norrsken.example",
    ),
    "redaktionen": Person(
        name="Webbredaktionen",
        role="",
        role_in_english="",
        telephone="08-465 004 12",
        email="webbredaktionen@region-norrsken.example",
        name_in_english="The web editors",
    ),
}
