"""Which processes a site is, what memory they hold and share, and how much work they have done."""

import os
from dataclasses import dataclass
from pathlib import Path

PROC = Path("/proc")
KINDS = (("postgres", "PostgreSQL"), ("gunicorn", "site"), ("worker", "worker"), ("samverk.cli", "starter"))


@dataclass(frozen=True)
class Memory:
    """The memory of one kind of process; a page that several share is divided between them (PSS)."""

    kind: str
    processes: int
    megabytes: float


def memory_of_the_site() -> list[Memory]:
    """Memory by kind of process, of everything that this command has started."""
    found: dict[str, list[float]] = {}
    for process in _descendants(os.getpid()):
        if kind := _kind(process):
            found.setdefault(kind, []).append(_megabytes(process))
    return [Memory(kind, len(sizes), sum(sizes)) for kind, sizes in found.items()]


def work_of_the_site() -> float:
    """Seconds of processor time that the site and its database have used so far.

    Unlike requests/s, the work for one request hardly depends on what else the machine does.
    """
    return sum(_seconds(process) for process in _descendants(os.getpid()) if _kind(process))


def workers_of_the_site() -> list[int]:
    """The processes that do the jobs in the background."""
    return [process for process in _descendants(os.getpid()) if _kind(process) == "worker"]


def work_by_kind() -> dict[str, float]:
    """The same for each kind of process."""
    found: dict[str, float] = {}
    for process in _descendants(os.getpid()):
        if kind := _kind(process):
            found[kind] = found.get(kind, 0.0) + _seconds(process)
    return found


def _seconds(process: int) -> float:
    try:
        fields = (PROC / str(process) / "stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _descendants(ancestor: int) -> list[int]:
    parents = {int(entry.name): _parent(entry) for entry in PROC.iterdir() if entry.name.isdigit()}
    found, looking = [], [ancestor]
    while looking:
        parent = looking.pop()
        children = [process for process, its_parent in parents.items() if its_parent == parent]
        found += children
        looking += children
    return found


def _parent(entry: Path) -> int:
    try:
        return int((entry / "stat").read_text().rpartition(")")[2].split()[1])
    except (OSError, ValueError):
        return 0


def _kind(process: int) -> str:
    try:
        command = (PROC / str(process) / "cmdline").read_bytes().decode(errors="replace").replace("\0", " ")
    except OSError:
        return ""
    return next((kind for sign, kind in KINDS if sign in command), "")


def _megabytes(process: int) -> float:
    try:
        lines = (PROC / str(process) / "smaps_rollup").read_text().splitlines()
    except OSError:
        return 0.0
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("Pss:")), 0.0)
