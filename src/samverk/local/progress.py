"""Telling the person at the keyboard what is going on."""

import sys


def say(text: str) -> None:
    """Print one line; a terminal that has gone away is no reason to stop."""
    _write(f"{text}\n")


def step(text: str) -> None:
    """Print what is being done now."""
    say(f"samverk: {text}")


class Count:
    """A number that grows while work goes on: in place on a terminal, now and then in a log."""

    def __init__(self, what: str, total: int = 0) -> None:
        self._what, self._total, self._number = what, total, 0
        self._live = sys.stdout.isatty()

    def __call__(self, _line: str = "") -> None:
        """Count one more."""
        self._number += 1
        if self._live:
            _write(f"\rsamverk: {self._text()}")
        elif self._number % (50 if self._total else 250) == 0:
            step(self._text())

    def end(self) -> None:
        """Go on to the next line."""
        if self._live and self._number:
            _write("\n")

    def _text(self) -> str:
        of = f" of {self._total}" if self._total else ""
        return f"  {self._number}{of} {self._what}"


def _write(text: str) -> None:
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except (OSError, ValueError):
        return
