"""The measures themselves, held against examples worked by hand."""

from math import isclose, log2

from tests.search.judgements import judgements
from tests.search.measures import gain, ndcg, recall


def test_gain_counts_high_grades_first_places_most() -> None:
    # (2^3-1)/log2(2) + (2^0-1)/log2(3) + (2^1-1)/log2(4) = 7 + 0 + 0.5
    assert gain([3, 0, 1]) == 7.5


def test_ndcg_is_one_for_the_best_order_and_less_for_others() -> None:
    grades = {"a": 3, "b": 2, "c": 1}
    best = 7 + 3 / log2(3) + 1 / 2

    assert ndcg(["a", "b", "c"], grades) == 1
    assert isclose(ndcg(["c", "b", "a"], grades), (1 + 3 / log2(3) + 7 / 2) / best)
    assert ndcg(["x", "y"], grades) == 0


def test_ndcg_looks_at_the_first_k_only() -> None:
    assert ndcg(["x", "a"], {"a": 3}, k=1) == 0
    assert isclose(ndcg(["x", "a"], {"a": 3}, k=2), 1 / log2(3))


def test_recall_counts_the_pages_that_answer_a_good_part() -> None:
    grades = {"a": 3, "b": 2, "c": 1}

    assert recall(["a", "c"], grades) == 0.5
    assert recall(["a", "b"], grades) == 1
    assert recall(["b"], {"a": 3, "b": 2, "d": 3}, k=1) == 1


def test_there_are_enough_judged_questions_and_none_twice() -> None:
    questions = [one.question for one in judgements()]

    assert len(questions) >= 80
    assert len(set(questions)) == len(questions)
    assert all(one.grades and max(one.grades.values()) >= 2 for one in judgements())
    assert all(1 <= grade <= 3 for one in judgements() for grade in one.grades.values())
