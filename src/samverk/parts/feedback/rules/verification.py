"""How hard a proof is to make, and what is read out and drawn."""

from dataclasses import dataclass

DIGITS = 6
MORE_IN_A_FLOOD = 4


@dataclass(frozen=True)
class Effort:
    """How many keys somebody's machine derives before it finds the right one, at least and at most."""

    least: int
    most: int


def effort(usual: int, *, in_a_flood: bool) -> Effort:
    """About `usual` tries, and more when very much comes in at once."""
    wanted = usual * (MORE_IN_A_FLOOD if in_a_flood else 1)
    return Effort(least=max(1, wanted // 2), most=max(2, wanted * 3 // 2))


def digits_of(answer: str) -> str:
    """The digits that somebody has written, however they grouped them."""
    return "".join(str(int(sign)) for sign in answer if sign.isdecimal())


def is_right(answer: str, *, right: str) -> bool:
    """Whether these are the digits that were shown."""
    return digits_of(answer) == right
