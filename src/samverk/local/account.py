"""Which account of the machine does what.

PostgreSQL refuses to run as root, and files that root leaves in somebody's folder lock that person out.
"""

import os
import pwd
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from samverk.local.problem import Problem

ROOT = 0
SYSTEM_ACCOUNTS = ("postgres", "nobody")


@dataclass(frozen=True)
class Account:
    """A user of the machine, by number: it may lack a name."""

    uid: int
    gid: int

    def __str__(self) -> str:
        try:
            return pwd.getpwuid(self.uid).pw_name
        except KeyError:
            return str(self.uid)

    def as_arguments(self) -> dict[str, Any]:
        """What to give `subprocess` so that the child runs as this account."""
        if self.uid == os.geteuid():
            return {}
        return {"user": self.uid, "group": self.gid, "extra_groups": []}

    def can_use(self, path: Path) -> bool:
        """Whether this account may enter the folder, or run the file, at the path."""
        if self.uid == os.geteuid():
            return os.access(path, os.X_OK)
        test = subprocess.run(["test", "-x", path], cwd="/", check=False, **self.as_arguments())
        return test.returncode == 0


def for_database(data: Path) -> Account:
    """Who runs the server: we; or, when we are root, the owner of the data, else an account of the system."""
    if os.geteuid() != ROOT:
        return Account(os.geteuid(), os.getegid())
    owner = data.stat() if data.exists() else None
    if owner and owner.st_uid != ROOT:
        return Account(owner.st_uid, owner.st_gid)
    return _of_the_system()


def _of_the_system() -> Account:
    for name in SYSTEM_ACCOUNTS:
        try:
            entry = pwd.getpwnam(name)
        except KeyError:
            continue
        return Account(entry.pw_uid, entry.pw_gid)
    raise Problem(
        "PostgreSQL refuses to run as root and there is no account `postgres`: "
        "make one with `useradd --system postgres`."
    )


def leave_root_for_owner(folder: Path) -> None:
    """Root in somebody's folder goes on as that somebody, so that every file stays theirs."""
    owner = Account(folder.stat().st_uid, folder.stat().st_gid)
    if os.geteuid() != ROOT or owner.uid == ROOT:
        return
    if not (owner.can_use(folder) and owner.can_use(Path(sys.executable))):
        return
    try:
        entry = pwd.getpwuid(owner.uid)
    except KeyError:
        os.setgroups([])
        os.environ["HOME"] = str(folder)
    else:
        os.initgroups(entry.pw_name, owner.gid)
        os.environ.update(HOME=entry.pw_dir, USER=entry.pw_name, LOGNAME=entry.pw_name)
    os.setgid(owner.gid)
    os.setuid(owner.uid)
