"""Packages of the system, on Debian and its kin."""

import os
import shutil
import subprocess
from pathlib import Path

from samverk.local import account, programs
from samverk.local.problem import Problem
from samverk.local.progress import step


def require(names: list[str]) -> None:
    """See to it that the packages are there: by ourselves when we may, else by saying what to type."""
    missing = _missing(names)
    if not missing:
        return
    wanted = " ".join(missing)
    if os.geteuid() != account.ROOT or not shutil.which("apt-get"):
        raise Problem(f"The system lacks {wanted}: type `sudo apt-get install {wanted}`, then start again.")
    step(f"installing {wanted} (apt)")
    os.environ["DEBIAN_FRONTEND"] = "noninteractive"
    for arguments in (["update"], ["install", "--yes", "--no-install-recommends", *missing]):
        programs.run(
            ["apt-get", "-q", *arguments], failing=f"apt-get cannot install {wanted}", path=Path("/")
        )


def _missing(names: list[str]) -> list[str]:
    if not shutil.which("dpkg-query"):
        return names
    asked = subprocess.run(
        ["dpkg-query", "--show", "--showformat=${Package} ${db:Status-Status}\n", *names],
        capture_output=True,
        text=True,
        check=False,
    )
    there = {line.split()[0] for line in asked.stdout.splitlines() if line.endswith(" installed")}
    return [name for name in names if name not in there]
