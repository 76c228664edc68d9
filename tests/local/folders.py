"""Folders that every account of the machine may enter, unlike those of pytest."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory


@contextmanager
def open_folder() -> Iterator[Path]:
    """A new empty folder for the length of the block."""
    with TemporaryDirectory(prefix="samverk-test-") as name:
        Path(name).chmod(0o755)
        yield Path(name)
