"""The numbers of organisations and their accounts."""

from dataclasses import dataclass
from enum import StrEnum

from stdnum import luhn
from stdnum.exceptions import InvalidChecksum, ValidationError
from stdnum.se import orgnr

CENTURY_OF_ORGANISATIONS = "16"
SMALLEST_OF_ORGANISATIONS = "2"
BANKGIRO_LENGTHS = (7, 8)


@dataclass(frozen=True)
class Details:
    """What somebody fills in to get an invoice. A private person or sole trader gives no number."""

    name: str
    organisation_number: str
    street: str
    postcode: str
    city: str
    email: str
    reference: str = ""
    order_number: str = ""
    electronic_address: str = ""


class Wrong(StrEnum):
    """What is wrong with a number."""

    DIGITS = "digits"
    CHECK = "check"
    PERSON = "person"


class WrongNumber(ValueError):
    """This is not such a number."""

    def __init__(self, why: Wrong) -> None:
        super().__init__(why.value)
        self.why = why


def organisation_number(text: str) -> str:
    """The ten digits of an organisation number.

    The third digit of a legal person's number is 2 at least (lag 1974:174 om identitetsbeteckning för
    juridiska personer m.fl., 1 §), which no month is: so a personal identity number is known, also a mistyped
    one, and is never let through.

    :raises WrongNumber: when it is none.
    """
    number = orgnr.compact(text).replace("+", "")
    if len(number) == 12 and number.startswith(CENTURY_OF_ORGANISATIONS):
        number = number[2:]
    if not number.isascii() or not number.isdigit() or len(number) not in (10, 12):
        raise WrongNumber(Wrong.DIGITS)
    if len(number) == 12 or number[2] < SMALLEST_OF_ORGANISATIONS:
        raise WrongNumber(Wrong.PERSON)
    try:
        return orgnr.validate(number)
    except InvalidChecksum as error:
        raise WrongNumber(Wrong.CHECK) from error
    except ValidationError as error:
        raise WrongNumber(Wrong.DIGITS) from error


def bankgiro(text: str) -> str:
    """The digits of a bankgiro number, whose last is a check digit.

    :raises WrongNumber: when it is none.
    """
    number = text.replace(" ", "").replace("-", "")
    if not number.isascii() or not number.isdigit() or len(number) not in BANKGIRO_LENGTHS:
        raise WrongNumber(Wrong.DIGITS)
    if not luhn.is_valid(number):
        raise WrongNumber(Wrong.CHECK)
    return number


def vat_number(organisation: str) -> str:
    """The VAT number that a Swedish legal person has: its organisation number between SE and 01."""
    return f"SE{organisation}01"
