"""The secret key: given by the operator, or made once and kept beside the data."""

import os
import secrets
from pathlib import Path

FILE_NAME = "secret-key"


def secret_key(given: str, var: Path) -> str:
    """The given key, else the one kept in the var folder; made, for its owner only, when missing."""
    if given:
        return given
    path = var / FILE_NAME
    if not path.exists():
        var.mkdir(parents=True, exist_ok=True)
        _keep(secrets.token_urlsafe(64), path)
    return path.read_text().strip()


def _keep(key: str, path: Path) -> None:
    draft = path.with_name(f"{path.name}.{os.getpid()}")
    draft.touch(mode=0o600)
    draft.write_text(key)
    try:
        os.link(draft, path)
    except FileExistsError:
        return
    finally:
        draft.unlink()
