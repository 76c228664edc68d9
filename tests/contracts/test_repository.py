"""The repository can be shown to anybody."""

import re
import subprocess
from pathlib import Path

from tests.contracts.source import REPOSITORY

REGISTRIES = ("py" + "pi.", "python" + "hosted", "npm" + "js.", "registry" + ".")
ABSOLUTE_PATH = re.compile(r"(?<![\w.:/}])/(?:root|home|work|farm|Users)/")


def tracked_files() -> list[Path]:
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],  # noqa: S607
        cwd=REPOSITORY,
        capture_output=True,
        text=True,
        check=True,
    ).stdout.splitlines()
    return [REPOSITORY / name for name in listed if (REPOSITORY / name).is_file()]


def texts() -> list[tuple[str, str]]:
    found = []
    for path in tracked_files():
        content = path.read_bytes()
        if b"\0" not in content[:4096]:
            found.append((str(path.relative_to(REPOSITORY)), content.decode(errors="replace")))
    return found


def test_no_file_names_a_package_registry() -> None:
    address = re.compile(rf"://[\w.-]*(?:{'|'.join(map(re.escape, REGISTRIES))})")

    assert [name for name, text in texts() if address.search(text)] == []


def test_lock_files_hold_no_address_at_all() -> None:
    locks = [
        (name, text)
        for name, text in texts()
        if name.startswith("requirements/") or name.endswith("lock.json")
    ]

    assert len(locks) >= 4
    assert [name for name, text in locks if "://" in text or '"resolved"' in text] == []


def test_no_file_names_a_machine_s_folders() -> None:
    assert [name for name, text in texts() if ABSOLUTE_PATH.search(text)] == []


def test_nothing_is_left_for_later_in_the_code() -> None:
    words = re.compile("TO" + "DO|FIX" + "ME|XX" + "X|NotImplemented" + "Error")
    code = [(name, text) for name, text in texts() if name.endswith((".py", ".html", ".css", ".mjs", ".js"))]

    assert [name for name, text in code if words.search(text)] == []
