"""The log is read by people: every action has a name on the screen."""

import ast
from pathlib import Path

from samverk.base.audit import registry

ROOMS = sorted(Path("src/samverk").glob("*/*/"))


def recorded() -> set[str]:
    """The actions that the rooms' own code writes down, as they stand in it."""
    files = (file for room in ROOMS for file in room.rglob("*.py") if "tests" not in file.parts)
    calls = (node for file in files for node in ast.walk(ast.parse(file.read_text())))
    given = (word for node in calls if isinstance(node, ast.Call) for word in node.keywords)
    return {
        word.value.value
        for word in given
        if word.arg == "action" and isinstance(word.value, ast.Constant) and "." in str(word.value.value)
    }


def test_every_action_in_the_log_has_a_name() -> None:
    assert len(recorded()) > 40
    assert recorded() - registry.named() == set()
