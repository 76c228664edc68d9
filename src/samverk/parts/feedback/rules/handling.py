"""What can be done with a comment, by how far somebody has come with it."""

from enum import StrEnum


class Deed(StrEnum):
    """What an editor can do."""

    ASSIGN = "assign"
    ANSWER = "answer"
    CLOSE = "close"
    REOPEN = "reopen"
    LET_IN = "let_in"
    MERGE = "merge"
    DELETE = "delete"


OPEN = ("new", "assigned")
POSSIBLE = {
    "held": frozenset({Deed.LET_IN, Deed.DELETE}),
    "new": frozenset({Deed.ASSIGN, Deed.ANSWER, Deed.CLOSE, Deed.MERGE, Deed.DELETE}),
    "assigned": frozenset({Deed.ASSIGN, Deed.ANSWER, Deed.CLOSE, Deed.MERGE, Deed.DELETE}),
    "answered": frozenset({Deed.ANSWER, Deed.CLOSE, Deed.REOPEN, Deed.MERGE, Deed.DELETE}),
    "closed": frozenset({Deed.REOPEN, Deed.MERGE, Deed.DELETE}),
}


def possible(*, state: str, is_merged: bool = False) -> frozenset[Deed]:
    """What can be done now. A duplicate follows the comment it points at, until they are parted."""
    return frozenset({Deed.DELETE}) if is_merged else POSSIBLE[state]


def state_when_open(*, is_assigned: bool) -> str:
    """The state of a comment that waits."""
    return "assigned" if is_assigned else "new"
