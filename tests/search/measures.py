"""How good a ranked list is, for one question. Grades are 0 to 3; a page that was not judged has 0."""

from collections.abc import Mapping, Sequence
from math import log2

RELEVANT = 2


def gain(grades: Sequence[int]) -> float:
    """Discounted cumulative gain with exponential gain (Burges et al., ICML 2005)."""
    return sum((2**grade - 1) / log2(place + 1) for place, grade in enumerate(grades, start=1))


def ndcg(found: Sequence[str], grades: Mapping[str, int], k: int = 10) -> float:
    """The gain of the first k, as a share of that of the best list there could be."""
    best = gain(sorted(grades.values(), reverse=True)[:k])
    return gain([grades.get(page, 0) for page in found[:k]]) / best if best else 1.0


def recall(found: Sequence[str], grades: Mapping[str, int], k: int = 10) -> float:
    """Of the pages graded 2 or 3, or of the k that there is room for, the share among the first k."""
    relevant = {page for page, grade in grades.items() if grade >= RELEVANT}
    return len(relevant.intersection(found[:k])) / min(k, len(relevant)) if relevant else 1.0
