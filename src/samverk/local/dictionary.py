"""The dictionary of Swedish, put where the embedded PostgreSQL reads it.

It is hunspell-sv, fetched by the lock with the front-end packages (`dictionary-sv`). PostgreSQL wants it
under the names that Debian gives it. Without it everything works, but search finds fewer compounds.
"""

import os
import shutil
from contextlib import suppress
from pathlib import Path

from samverk.local import places

SOURCE = places.REPOSITORY / "node_modules" / "dictionary-sv"
NAMES = {"index.aff": "sv_se.affix", "index.dic": "sv_se.dict", "license": "sv_se.license"}


def put_beside(programs: Path) -> None:
    """Copy the dictionary to the server with these programs, unless it is there or not ours to change."""
    folder = programs.parent / "share" / "tsearch_data"
    if not (SOURCE.is_dir() and folder.is_dir() and os.access(folder, os.W_OK)):
        return
    for name, called in NAMES.items():
        if not _is_same(SOURCE / name, folder / called):
            with suppress(OSError):
                _copy(SOURCE / name, folder / called)


def _is_same(source: Path, target: Path) -> bool:
    return target.is_file() and target.stat().st_size == source.stat().st_size


def _copy(source: Path, target: Path) -> None:
    """Whole or not at all: a server may be reading."""
    draft = target.with_name(f"{target.name}.{os.getpid()}")
    shutil.copyfile(source, draft)
    draft.chmod(0o644)
    draft.replace(target)
