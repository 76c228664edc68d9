"""Makes the tree ready to run: `PYTHONPATH=src python3 -m samverk.local.set_up [--for-tests]`.

Run by the system's Python with nothing installed, so it and what it imports need its library only. Each
step leaves a stamp of what it was made from and is skipped while that is the same: no network is needed then.
"""

import importlib.util
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from samverk.local import account, debian, locks, places, programs
from samverk.local.problem import Problem, from_os_error
from samverk.local.progress import Count, say, step
from samverk.local.signals import Stopped, raise_when_asked_to_stop
from samverk.local.stamps import Stamp, fingerprint

PYTHON = places.VENV / "bin" / "python"
PIP = [str(PYTHON), "-m", "pip", "--disable-pip-version-check", "--no-input"]
REQUIREMENTS = places.REPOSITORY / "requirements"
SOURCE = places.REPOSITORY / "src" / "samverk"
FRONT_END = [
    places.REPOSITORY / "package-lock.json",
    *(SOURCE / "ui" / name for name in ("vendor.py", "bundle.mjs", "styles", "scripts")),
]


def main(arguments: list[str]) -> int:
    """Make the tree ready; returns the exit code."""
    raise_when_asked_to_stop()
    try:
        _set_up(for_tests="--for-tests" in arguments)
    except Problem as problem:
        return _refuse(problem)
    except OSError as error:
        known = from_os_error(error)
        if not known:
            raise
        return _refuse(known)
    except Stopped:
        say("\nsamverk: stopped; the next start goes on from here")
        return 130
    return 0


def _refuse(problem: Problem) -> int:
    sys.stderr.write(f"samverk: {problem}\n")
    return 1


def _set_up(*, for_tests: bool) -> None:
    if for_tests:
        debian.require((REQUIREMENTS / "debian-test.txt").read_text().split())
    if not (PYTHON.exists() or importlib.util.find_spec("ensurepip")):
        debian.require([f"python{sys.version_info.major}.{sys.version_info.minor}-venv"])
    account.leave_root_for_owner(places.REPOSITORY)
    with _one_at_a_time():
        _make_environment()
        _install_packages("test" if for_tests else "runtime")
        _install_ourselves()
        _make("styles and scripts", ["samverk.ui.vendor"], FRONT_END, [SOURCE / "ui" / "static" / "vendor"])
        texts = [*SOURCE.rglob("*.po")]
        compiled = [text.with_suffix(".mo") for text in texts]
        _make("translations", ["samverk.config.catalogues", "compile"], texts, compiled)


@contextmanager
def _one_at_a_time() -> Iterator[None]:
    lock = locks.try_exclusive(places.var() / "set-up.lock")
    if not lock:
        raise Problem("Samverk is being set up in another window: wait until it is done there.")
    try:
        yield
    finally:
        lock.release()


def _make_environment() -> None:
    """Make .venv, unless there is one that works: half of one is made anew."""
    stamp = _stamp("environment")
    if PYTHON.exists() and stamp.is_of(fingerprint([], PYTHON.resolve())):
        return
    if not _works():
        step("making the Python environment (.venv)")
        command = [sys.executable, "-m", "venv", "--clear", str(places.VENV)]
        programs.run(command, failing="The Python environment cannot be made", path=places.VENV)
    stamp.set(fingerprint([], PYTHON.resolve()))


def _works() -> bool:
    return (
        PYTHON.exists()
        and not subprocess.run([*PIP, "--version"], capture_output=True, check=False).returncode
    )


def _install_packages(kind: str) -> None:
    """Install what the lock file names; the lock for tests holds the one for running."""
    enough = ("test",) if kind == "test" else ("runtime", "test")
    if any(_stamp(name).is_of(fingerprint([REQUIREMENTS / f"{name}.txt"])) for name in enough):
        return
    wanted = REQUIREMENTS / f"{kind}.txt"
    step("fetching Python packages")
    count = Count("packages", total=len(re.findall(r"^\S+==", wanted.read_text(), re.MULTILINE)))

    def listen(line: str) -> None:
        if line.startswith(("Collecting ", "Requirement already", "Ignoring ")):
            count()
        elif line.startswith("Installing collected"):
            count.end()
            step("unpacking them")

    command = [
        *PIP,
        "install",
        "--require-hashes",
        "--no-deps",
        "--retries",
        "2",
        "--requirement",
        str(wanted),
    ]
    programs.run(command, failing="The Python packages cannot be fetched", path=places.VENV, listen=listen)
    _stamp(kind).set(fingerprint([wanted]))


def _install_ourselves() -> None:
    stamp, now = _stamp("samverk"), fingerprint([places.REPOSITORY / "pyproject.toml"], places.REPOSITORY)
    if stamp.is_of(now):
        return
    step("installing Samverk itself")
    command = [*PIP, "install", "--no-build-isolation", "--no-deps", "--no-index", "--editable"]
    programs.run([*command, str(places.REPOSITORY)], failing="Samverk cannot be installed", path=places.VENV)
    stamp.set(now)


def _make(what: str, module: list[str], made_from: list[Path], into: list[Path]) -> None:
    stamp, now = _stamp(module[0]), fingerprint(made_from)
    if stamp.is_of(now) and all(path.exists() for path in into):
        return
    step(f"making {what}")
    command = [str(PYTHON), "-m", *module]
    programs.run(command, failing=f"The {what} cannot be made", path=places.REPOSITORY)
    stamp.set(now)


def _stamp(name: str) -> Stamp:
    return Stamp(places.VENV / "stamps" / name)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
