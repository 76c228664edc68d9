"""Telephone numbers: kept in one form, shown as Swedes write them."""

import phonenumbers

HOME = "SE"


class TelephoneError(ValueError):
    """The text is not a number that can be called."""


def parse(text: str) -> str:
    """Give the number in its international form, like +4692071175.

    :raises TelephoneError: when nobody could be reached on it.
    """
    try:
        number = phonenumbers.parse(text, HOME)
    except phonenumbers.NumberParseException as problem:
        raise TelephoneError(text) from problem
    if not phonenumbers.is_possible_number(number):
        raise TelephoneError(text)
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def show(number: str) -> str:
    """Write a number for people: "0920-711 75" at home, "+358 40 1234567" abroad, as it stands if odd."""
    try:
        parsed = phonenumbers.parse(number, HOME)
    except phonenumbers.NumberParseException:
        return number
    at_home = phonenumbers.region_code_for_country_code(parsed.country_code or 0) == HOME
    form = (
        phonenumbers.PhoneNumberFormat.NATIONAL if at_home else phonenumbers.PhoneNumberFormat.INTERNATIONAL
    )
    return phonenumbers.format_number(parsed, form)
