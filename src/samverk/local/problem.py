"""What can go wrong on somebody's machine, said in one sentence that ends with what to do."""

import errno
from pathlib import Path

from samverk.local import places

FULL_DISK = "the disk is full: free some space (300 MB is enough) and start again"
READ_ONLY = "the disk cannot be written to: make it writable, or set SAMVERK_VAR to a folder that is"
FORBIDDEN = (
    "it belongs to another account: start as that account, "
    "or take it over with `sudo chown -R $(id -un) {path}`"
)

_BY_ERRNO = {
    errno.ENOSPC: FULL_DISK,
    errno.EDQUOT: FULL_DISK,
    errno.EROFS: READ_ONLY,
    errno.EACCES: FORBIDDEN,
    errno.EPERM: FORBIDDEN,
}
_BY_TEXT = {
    "No space left on device": FULL_DISK,
    "ENOSPC": FULL_DISK,
    "Disk quota exceeded": FULL_DISK,
    "Read-only file system": READ_ONLY,
    "EROFS": READ_ONLY,
    "Permission denied": FORBIDDEN,
    "EACCES": FORBIDDEN,
}
_GRAVE = ("PANIC:", "FATAL:", "ERROR:", "error:", "Error:", "E: ")


class Problem(Exception):
    """Something that the person at the keyboard can put right; the text says how."""

    def __init__(self, text: str, *, known: bool = True) -> None:
        super().__init__(text)
        self.known = known


def from_os_error(error: OSError) -> Problem | None:
    """The sentence for a refusal by the operating system, or None when it is no matter of the machine."""
    reason = _BY_ERRNO.get(error.errno or 0)
    path = Path(error.filename or "a file")
    ours = [folder for folder in (places.var(), places.REPOSITORY) if path.is_relative_to(folder)]
    return Problem(f"Cannot write {path}: {reason.format(path=[*ours, path][0])}.") if reason else None


def from_output(what: str, output: str, *, path: object) -> Problem:
    """The sentence for a program that failed, from what it printed; `path` is where it writes."""
    for words, reason in _BY_TEXT.items():
        if words in output:
            return Problem(f"{what}: {reason.format(path=path)}.")
    return Problem(f"{what}: {_telling_line(output)}", known=False)


def _telling_line(output: str) -> str:
    lines = [line.strip() for line in output.splitlines() if line.strip()]
    grave = [line for line in lines if any(word in line for word in _GRAVE)]
    return (grave or lines or ["it gave no reason"])[-1]
