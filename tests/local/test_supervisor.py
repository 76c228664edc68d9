"""Programs are kept running, stopped in order, and never left behind."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from samverk.local.problem import Problem
from samverk.local.signals import Stopped
from samverk.local.supervisor import Service, keep_running

WAITS = "import time; time.sleep(60)"
NOTES_ITS_END = """
import pathlib, signal, sys, time
def end(*_):
    with open(sys.argv[1], "a") as notes: notes.write(sys.argv[2] + " ")
    sys.exit()
signal.signal(signal.SIGTERM, end)
pathlib.Path(sys.argv[1] + "." + sys.argv[2]).touch()
time.sleep(60)
"""


def service(folder: Path, code: str, *arguments: str, name: str = "program") -> Service:
    command = [sys.executable, "-c", code, *arguments]
    return Service(name, command, folder / f"{name}.log", environment=os.environ)


def stop_when(condition: Callable[[], bool], seconds: float = 20) -> Callable[[], None]:
    """A look that asks the supervisor to stop as soon as the condition holds."""
    deadline = time.monotonic() + seconds

    def look() -> None:
        assert time.monotonic() < deadline
        if condition():
            raise Stopped

    return look


def lives(process: int) -> bool:
    try:
        return "\nState:\tZ" not in Path(f"/proc/{process}/status").read_text()
    except (FileNotFoundError, ProcessLookupError):
        return False


def test_a_killed_program_is_started_again(tmp_path: Path) -> None:
    program = service(tmp_path, WAITS)
    seen: list[int] = []

    def another_one_runs() -> bool:
        if program.pid and program.pid not in seen:
            seen.append(program.pid)
            os.kill(program.pid, signal.SIGKILL)
        return len(seen) == 2

    with pytest.raises(Stopped):
        keep_running([program], stop_when(another_one_runs))

    assert len(set(seen)) == 2


def test_a_program_that_cannot_live_ends_the_attempt_with_its_last_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("samverk.local.supervisor.FIRST_PAUSE", 0)
    program = service(tmp_path, "raise SystemExit('no bread left')", name="bakery")

    with pytest.raises(
        Problem, match=r"The bakery stops again and again; its reason: no bread left \(in .*bakery.log"
    ):
        keep_running([program], stop_when(lambda: False, seconds=60))


def test_programs_are_stopped_in_order(tmp_path: Path) -> None:
    notes = tmp_path / "notes"
    both = [service(tmp_path, NOTES_ITS_END, str(notes), name, name=name) for name in ("site", "worker")]

    with pytest.raises(Stopped):
        keep_running(both, stop_when(lambda: len(list(tmp_path.glob("notes.*"))) == 2))

    assert notes.read_text() == "site worker "


def test_a_program_that_will_not_end_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("samverk.local.supervisor.SECONDS_TO_END", 0.5)
    deaf = tmp_path / "deaf"
    code = "import pathlib, signal, sys, time; signal.signal(signal.SIGTERM, signal.SIG_IGN);"
    program = service(tmp_path, f"{code} pathlib.Path(sys.argv[1]).touch(); time.sleep(60)", str(deaf))
    seen: list[int] = []

    def it_is_deaf() -> bool:
        seen.append(program.pid or 0)
        return deaf.exists()

    with pytest.raises(Stopped):
        keep_running([program], stop_when(it_is_deaf))

    assert not lives(seen[-1])


def test_kill_9_of_the_supervisor_leaves_no_orphan(tmp_path: Path) -> None:
    code = f"""
import os, sys, pathlib
from samverk.local.supervisor import Service, keep_running
child = Service("child", [sys.executable, "-c", {WAITS!r}], pathlib.Path(sys.argv[1]), environment=os.environ)
keep_running([child], lambda: print(child.pid, flush=True))
"""
    command = [sys.executable, "-c", code, str(tmp_path / "log")]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as supervisor:
        assert supervisor.stdout
        child = int(supervisor.stdout.readline())
        assert lives(child)
        supervisor.kill()

    deadline = time.monotonic() + 20
    while lives(child) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not lives(child)


def test_a_log_that_has_grown_large_is_put_aside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("samverk.local.supervisor.LARGEST_LOG", 10)
    program = service(tmp_path, "print('a long, long story', flush=True); import time; time.sleep(60)")

    with pytest.raises(Stopped):
        keep_running([program], stop_when((tmp_path / "program.old.log").exists))

    assert (tmp_path / "program.old.log").read_text() == "a long, long story\n"
    assert (tmp_path / "program.log").read_text() == ""
