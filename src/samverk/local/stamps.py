"""Fingerprints of what a step was made from, so that what is current is not made again."""

from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path

from samverk.local.places import REPOSITORY


class Stamp:
    """A file that remembers from what a step was last made."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def is_of(self, fingerprint: str) -> bool:
        """Whether the step was finished with the same input."""
        return self.path.is_file() and self.path.read_text() == fingerprint

    def set(self, fingerprint: str) -> None:
        """The step is finished."""
        self.path.parent.mkdir(parents=True, exist_ok=True)
        self.path.write_text(fingerprint)

    def remove(self) -> None:
        """The step is to be made again."""
        self.path.unlink(missing_ok=True)


def fingerprint(paths: Iterable[Path], *also: object) -> str:
    """One short text that changes when a file changes, comes or goes; folders count with all in them."""
    digest = sha256(repr(also).encode())
    for path in sorted(_files(paths)):
        digest.update(str(path.relative_to(REPOSITORY)).encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()


def _files(paths: Iterable[Path]) -> Iterable[Path]:
    for path in paths:
        if path.is_file():
            yield path
        elif path.is_dir():
            yield from (found for found in path.rglob("*") if found.is_file() and found.suffix != ".pyc")
