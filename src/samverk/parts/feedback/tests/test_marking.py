from dataclasses import dataclass

from samverk.parts.feedback.rules.marking import Piece, pieces


@dataclass(frozen=True)
class Found:
    kind: str
    start: int
    end: int


def test_a_text_without_anything_found_is_one_piece() -> None:
    assert list(pieces("Hej", [])) == [Piece("Hej")]


def test_what_was_found_is_a_piece_of_its_own() -> None:
    assert list(pieces("Ring 070 nu", [Found("telephone", 5, 8)])) == [
        Piece("Ring "),
        Piece("070", "telephone"),
        Piece(" nu"),
    ]


def test_nothing_is_lost_at_the_ends_or_between_neighbours() -> None:
    cut = list(pieces("abcd", [Found("x", 0, 2), Found("y", 2, 4)]))

    assert cut == [Piece("ab", "x"), Piece("cd", "y")]
