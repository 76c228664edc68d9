"""Locks that the kernel frees when their holder dies, however it dies."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class Lock:
    """A locked file; `fileno` may be handed to a child process, which then holds the lock too."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor

    def fileno(self) -> int:
        """The descriptor of the locked file."""
        return self._descriptor

    def write(self, text: str) -> None:
        """Replace what the file says."""
        os.ftruncate(self._descriptor, 0)
        os.pwrite(self._descriptor, text.encode(), 0)

    def make_exclusive(self) -> bool:
        """Turn a shared lock into an exclusive one if nobody else shares it."""
        return _try(self._descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)

    def release(self) -> None:
        """Let go; a child that was handed the lock keeps it."""
        os.close(self._descriptor)


def try_exclusive(path: Path) -> Lock | None:
    """Take the lock for ourselves, or None when somebody has it."""
    descriptor = _open(path)
    if _try(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB):
        return Lock(descriptor)
    os.close(descriptor)
    return None


def is_held(path: Path) -> bool:
    """Whether anybody has the lock."""
    if not path.exists():
        return False
    lock = try_exclusive(path)
    if lock:
        lock.release()
    return lock is None


@contextmanager
def shared(path: Path) -> Iterator[Lock]:
    """Share the lock with others, waiting for one who has it alone."""
    descriptor = _open(path)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_SH)
        yield Lock(descriptor)
    finally:
        os.close(descriptor)


def _open(path: Path) -> int:
    path.parent.mkdir(parents=True, exist_ok=True)
    return os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)


def _try(descriptor: int, how: int) -> bool:
    try:
        fcntl.flock(descriptor, how)
    except BlockingIOError:
        return False
    return True
