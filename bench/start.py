"""How long the first start and later ones take, and the memory the site holds: `python -m bench.start`."""

import time
from pathlib import Path

from tests.browser.site import a_folder, site_in

from bench.page import show_memory
from bench.table import show


def main() -> None:
    """Start twice in one folder, and print."""
    with a_folder() as folder:
        rows = [
            [name, f"{seconds_to_start(folder):.1f}"]
            for name in ("first start", "second start", "third start")
        ]
        show("From the command to a site that answers (wanted: the second under 8 s)", ("", "s"), rows)


def seconds_to_start(folder: Path) -> float:
    """Start the site there, wait until it is ready, tell its memory, and stop it."""
    began = time.monotonic()
    with site_in(folder):
        seconds = time.monotonic() - began
        show_memory()
    return seconds


if __name__ == "__main__":
    main()
