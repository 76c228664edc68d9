"""Where things lie on the machine."""

import os
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[3]
VENV = REPOSITORY / ".venv"


def var() -> Path:
    """The folder for everything that an installation writes (SAMVERK_VAR)."""
    return Path(os.environ.get("SAMVERK_VAR") or REPOSITORY / "var").absolute()


def logs() -> Path:
    """The folder for logs, made when missing."""
    folder = var() / "log"
    folder.mkdir(parents=True, exist_ok=True)
    return folder
