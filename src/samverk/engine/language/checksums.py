"""The two checksums of the numbers that people carry. Written for speed, and tested against python-stdnum."""

_VALUES = bytes(code - 48 if 48 <= code < 58 else 0 for code in range(256))
_DOUBLED = bytes(sum(divmod(2 * value, 10)) for value in _VALUES)
_LETTERS = {ord(letter): str(ord(letter) - ord("a") + 10) for letter in "abcdefghijklmnopqrstuvwxyz"}


def is_luhn(digits: str) -> bool:
    """Whether the last digit checks the others: ISO/IEC 7812-1, annex B."""
    codes = digits.encode()
    return (sum(codes[-1::-2].translate(_VALUES)) + sum(codes[-2::-2].translate(_DOUBLED))) % 10 == 0


def is_mod_97(iban: str) -> bool:
    """Whether the two check digits of an IBAN in lower case agree with the rest: ISO 13616, ISO/IEC 7064."""
    return int((iban[4:] + iban[:4]).translate(_LETTERS)) % 97 == 1
