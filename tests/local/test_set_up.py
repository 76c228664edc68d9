"""Setting up, for real: interrupted, asked for twice, and in a folder that may not be written."""

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

import samverk.local
from samverk.local import locks
from tests.local.folders import open_folder

PATIENCE = 120
NOBODY = 65534
ONLY_THE_ENVIRONMENT = """
from samverk.local import set_up, signals
signals.raise_when_asked_to_stop()
set_up._make_environment()
"""


@pytest.fixture
def tree() -> Iterator[Path]:
    """A copy of what sets up, in a folder that every account may enter."""
    with open_folder() as folder:
        package = folder / "src" / "samverk"
        shutil.copytree(Path(samverk.local.__file__).parent, package / "local")
        (package / "__init__.py").touch()
        (folder / "requirements").mkdir()
        yield folder


def start(tree: Path, *arguments: str, **more: object) -> "subprocess.Popen[str]":
    return subprocess.Popen(  # type: ignore[call-overload]
        [of_the_system(), "-B", *arguments],
        cwd=tree,
        env={"PYTHONPATH": str(tree / "src"), "PATH": os.environ["PATH"]},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        **more,
    )


def of_the_system() -> str:
    """A Python that every account may run; the tests' own may lie in somebody's home."""
    return shutil.which("python3", path="/usr/bin:/usr/local/bin") or sys.executable


def wait_for(path: Path) -> None:
    deadline = time.monotonic() + PATIENCE
    while not path.exists():
        assert time.monotonic() < deadline
        time.sleep(0.01)


def test_after_kill_9_in_the_middle_the_next_start_makes_it_whole(tree: Path) -> None:
    first = start(tree, "-c", ONLY_THE_ENVIRONMENT)
    wait_for(tree / ".venv" / "bin" / "python")
    os.killpg(first.pid, signal.SIGKILL)
    first.communicate()

    second = start(tree, "-c", ONLY_THE_ENVIRONMENT)
    said = second.communicate(timeout=PATIENCE)

    assert second.returncode == 0, said
    pip = [tree / ".venv" / "bin" / "python", "-m", "pip", "--version"]
    assert subprocess.run(pip, capture_output=True, check=False).returncode == 0


def test_ctrl_c_stops_with_a_sentence(tree: Path) -> None:
    (tree / "requirements" / "debian-test.txt").write_text("")
    first = start(tree, "-m", "samverk.local.set_up", "--for-tests")
    wait_for(tree / ".venv")
    first.send_signal(signal.SIGINT)
    said, _ = first.communicate(timeout=PATIENCE)

    assert first.returncode == 130
    assert "samverk: stopped; the next start goes on from here" in said


def test_twice_at_once_the_second_is_asked_to_wait(tree: Path) -> None:
    lock = locks.try_exclusive(tree / "var" / "set-up.lock")
    second = start(tree, "-m", "samverk.local.set_up")
    _, said = second.communicate(timeout=PATIENCE)
    assert lock
    lock.release()

    assert second.returncode == 1
    assert said == "samverk: Samverk is being set up in another window: wait until it is done there.\n"


def test_a_folder_that_may_not_be_written_is_named_with_the_way_out(tree: Path) -> None:
    tree.chmod(0o555)
    as_nobody = {"user": NOBODY, "group": NOBODY, "extra_groups": []} if os.geteuid() == 0 else {}
    refused = start(tree, "-m", "samverk.local.set_up", **as_nobody)
    _, said = refused.communicate(timeout=PATIENCE)
    tree.chmod(0o755)

    assert refused.returncode == 1
    assert said.startswith(f"samverk: Cannot write {tree}")
    assert said.count("\n") == 1
    assert "sudo chown" in said
