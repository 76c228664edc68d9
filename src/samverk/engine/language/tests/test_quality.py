"""How well the search does on the labelled comments. `python -m bench.language` prints the whole table."""

import pytest

from samverk.engine.language import Kind
from samverk.engine.language.tests.labelled import HALVES, NUMBERS, comments, score


@pytest.mark.parametrize("half", HALVES)
def test_numbers_are_found_and_little_else(half: str) -> None:
    numbers = score(comments(half), NUMBERS)

    assert numbers.recall >= 0.98
    assert numbers.precision >= 0.95


@pytest.mark.parametrize("half", HALVES)
def test_care_matters_are_found_and_talk_about_illness_is_not(half: str) -> None:
    care = score(comments(half), [Kind.CARE])

    assert care.recall >= 0.9
    assert care.precision >= 0.85


@pytest.mark.parametrize("half", HALVES)
@pytest.mark.parametrize("kind", [Kind.PERSONAL_NUMBER, Kind.COORDINATION_NUMBER])
def test_no_personal_number_of_the_comments_is_missed(half: str, kind: Kind) -> None:
    assert score(comments(half), [kind]).recall == 1


def test_there_are_enough_comments_of_every_sort() -> None:
    everything = [comment for half in HALVES for comment in comments(half)]
    care = sum(one.kind is Kind.CARE for comment in everything for one in comment.expected)

    assert len(everything) >= 400
    assert len({comment.text for comment in everything}) == len(everything)
    assert sum(not comment.expected for comment in everything) >= 0.4 * len(everything)
    assert care >= 100
