"""One embedded PostgreSQL: its data, its server, and who uses it.

The server itself holds a lock that it inherits when started. The kernel frees that lock when the last of
the server's processes is gone, so the lock tells the truth even after `kill -9` or a reused process number.
"""

import os
import shutil
import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from hashlib import sha256
from pathlib import Path
from tempfile import gettempdir
from urllib.parse import quote

from samverk.local import account, binaries, dictionary, locks
from samverk.local.problem import Problem, from_output
from samverk.local.signals import ends_with_parent

USER = "samverk"
LONGEST_SOCKET_FOLDER = 80
SECONDS_TO_START, SECONDS_TO_STOP = 120, 30
SERVER_OPTIONS = {"listen_addresses": "", "unix_socket_permissions": "0700", "max_connections": "60"}
FORGETFUL_OPTIONS = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}


class Cluster:
    """The embedded PostgreSQL in a folder; `forgetful` ones are fast and may lose data in a power cut."""

    def __init__(self, folder: Path, *, forgetful: bool = False) -> None:
        self.folder, self.forgetful = folder, forgetful
        self._process: subprocess.Popen[bytes] | None = None

    # --- where things lie -----------------------------------------------------------------------------------
    @property
    def data(self) -> Path:
        """The data folder; a link when root keeps it elsewhere because this folder is closed to others."""
        return self.folder / "database"

    @property
    def log(self) -> Path:
        """What the server says."""
        return self.folder / "log" / "database.log"

    @property
    def sockets(self) -> Path:
        """The folder of the server's socket: short, and closed to other accounts."""
        near = self.folder / "socket"
        if len(str(near)) <= LONGEST_SOCKET_FOLDER and not self.data.is_symlink():
            return near
        return Path(gettempdir()) / f"samverk-{_digest(self.folder)}"

    @property
    def url(self) -> str:
        """The address for DATABASE_URL."""
        return f"postgresql://{USER}@{quote(str(self.sockets), safe='')}/{USER}"

    # --- how it is ------------------------------------------------------------------------------------------
    def is_running(self) -> bool:
        """Whether any process of the server lives."""
        return locks.is_held(self._server_lock)

    def is_ready(self) -> bool:
        """Whether the server takes connections."""
        lines = self._pid_file()
        return len(lines) > 7 and lines[7].strip() == "ready" and _lives(int(lines[0])) and self.is_running()

    # --- start and stop -------------------------------------------------------------------------------------
    def start(self, *, ends_with_us: bool = False) -> None:
        """Start the server unless it runs, and wait until it is ready; the data is made when there is none.

        Several processes may call this at once: one of them starts it, the others wait.
        """
        deadline = time.monotonic() + SECONDS_TO_START
        while not self.is_ready():
            lock = locks.try_exclusive(self._server_lock)
            if lock:
                try:
                    self._process = self._spawned(lock, ends_with_us=ends_with_us)
                finally:
                    lock.release()
                self._wait_for(self._process)
            if time.monotonic() > deadline:
                raise Problem(f"The database does not start: look in {self.log}.")
            time.sleep(0.03)

    def stop(self) -> None:
        """Stop the server: open transactions are rolled back, everything committed is kept."""
        for sign in (signal.SIGINT, signal.SIGQUIT):
            process = self._server()
            if process:
                os.kill(process, sign)
                self._wait_until(lambda: not self.is_running(), SECONDS_TO_STOP)
        self._reap()
        with suppress(OSError):
            self.sockets.rmdir()

    @contextmanager
    def in_use(self, *, ends_with_us: bool = False) -> Iterator[str]:
        """The running server's address. Who comes first starts it; who leaves last stops it."""
        with locks.shared(self.folder / "database.users") as mine:
            try:
                self.start(ends_with_us=ends_with_us)
                yield self.url
            finally:
                if mine.make_exclusive() and not self.stays():
                    self.stop()

    def keep(self) -> None:
        """Let the running server stay when its last user leaves."""
        (self.folder / "database.stays").write_text(self._pid_file()[0])

    def stays(self) -> bool:
        """Whether the running server was asked to stay."""
        mark = self.folder / "database.stays"
        return mark.exists() and [mark.read_text()] == self._pid_file()[:1]

    # --- inside ---------------------------------------------------------------------------------------------
    @property
    def _server_lock(self) -> Path:
        return self.folder / "database.lock"

    def _server(self) -> int | None:
        """The number of the server's first process while it lives."""
        if self._process and self._process.poll() is None:
            return self._process.pid
        lines = self._pid_file()
        return int(lines[0]) if lines and self.is_running() and _lives(int(lines[0])) else None

    def _pid_file(self) -> list[str]:
        try:
            return (self.data / "postmaster.pid").read_text().splitlines()
        except FileNotFoundError:
            return []

    def _spawned(self, lock: locks.Lock, *, ends_with_us: bool) -> subprocess.Popen[bytes]:
        self._reap()
        runner, programs = self._prepare()
        self.log.parent.mkdir(exist_ok=True)
        options = SERVER_OPTIONS | {"unix_socket_directories": str(self.sockets)}
        options |= FORGETFUL_OPTIONS if self.forgetful else {}
        with self.log.open("ab") as log:
            return subprocess.Popen(
                [
                    programs / "postgres",
                    "-D",
                    self.data.resolve(),
                    *(f"--{k}={v}" for k, v in options.items()),
                ],
                cwd="/",
                env={"LC_ALL": "C.UTF-8", "PATH": os.defpath},
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
                pass_fds=[lock.fileno()],
                preexec_fn=ends_with_parent(signal.SIGINT) if ends_with_us else None,
                **runner.as_arguments(),
            )

    def _reap(self) -> None:
        if self._process:
            self._process.wait()
            self._process = None

    def _prepare(self) -> tuple[account.Account, Path]:
        """Make what the server needs and clear away what a dead one left: we hold the lock, so none lives."""
        self.folder.mkdir(parents=True, exist_ok=True)
        runner = account.for_database(self.data)
        programs = binaries.folder_for(runner)
        dictionary.put_beside(programs)
        if not self.data.exists():
            self._create(runner, programs)
        self._check_version(programs)
        _give(self.data.resolve(), runner)
        if not runner.can_use(self.data.resolve()):
            raise Problem(
                f"The account that runs the database ({runner}) may not enter {self.data}: "
                "open the folders above it to others (chmod o+x), or move the installation."
            )
        self._refuse_strangers()
        (self.data / "postmaster.pid").unlink(missing_ok=True)
        self._make_socket_folder(runner)
        return runner, programs

    def _make_socket_folder(self, runner: account.Account) -> None:
        self.sockets.mkdir(mode=0o700, exist_ok=True)
        if self.sockets.lstat().st_uid not in (os.geteuid(), runner.uid):
            raise Problem(f"{self.sockets} belongs to another account: remove it and start again.")
        for left_behind in self.sockets.iterdir():
            left_behind.unlink()
        _give(self.sockets, runner)

    def _create(self, runner: account.Account, programs: Path) -> None:
        """Make the data beside its place and move it in when whole: a broken attempt leaves nothing."""
        place = self._open_place(runner)
        draft = place.with_name(f"{place.name}.new")
        shutil.rmtree(draft, ignore_errors=True)
        draft.mkdir(mode=0o700, parents=True)
        _give(draft, runner)
        made = subprocess.run(
            [
                programs / "initdb",
                "-D",
                draft,
                "-U",
                USER,
                "--auth=trust",
                "--encoding=UTF8",
                "--locale=C.UTF-8",
            ],
            cwd="/",
            env={"LC_ALL": "C.UTF-8", "PATH": os.defpath},
            capture_output=True,
            text=True,
            check=False,
            **runner.as_arguments(),
        )
        if made.returncode:
            shutil.rmtree(draft, ignore_errors=True)
            raise from_output(f"The database cannot be made in {place}", made.stderr, path=place)
        draft.rename(place)
        if place != self.data:
            self.data.symlink_to(place)

    def _open_place(self, runner: account.Account) -> Path:
        """Our own folder, or one of the system's when the server's account may not enter ours."""
        if self.data.is_symlink():
            return self.data.resolve()
        if runner.can_use(self.folder):
            return self.data
        return binaries.SYSTEM_FOLDER / _digest(self.folder) / "database"

    def _check_version(self, programs: Path) -> None:
        mark = self.data / "PG_VERSION"
        made_by = mark.read_text().strip() if mark.is_file() else ""
        if not made_by.isdigit():
            raise Problem(
                f"{self.data} is no database of PostgreSQL: "
                "move it away, start again and restore your last backup."
            )
        runs = binaries.version(programs)
        if made_by != runs:
            raise Problem(
                f"{self.data} was made by PostgreSQL {made_by} and this is {runs}: set {binaries.SETTING} "
                f"to the programs of PostgreSQL {made_by}, or move the folder away and restore a backup."
            )

    def _refuse_strangers(self) -> None:
        """A server that we did not start does not hold our lock, and yet must have its data for itself."""
        lines = self._pid_file()
        if not lines or not lines[0].isdigit():
            return
        try:
            at_work = Path(f"/proc/{lines[0]}/cwd").resolve(strict=True) == self.data.resolve()
        except OSError:
            return
        if at_work:
            raise Problem(
                f"Another PostgreSQL (process {lines[0]}) uses {self.data}: stop it with `kill {lines[0]}`."
            )

    def _wait_for(self, process: subprocess.Popen[bytes]) -> None:
        self._wait_until(lambda: self.is_ready() or process.poll() is not None, SECONDS_TO_START)
        if process.poll() is not None:
            said = self.log.read_bytes()[-4000:].decode(errors="replace")
            raise from_output(f"The database does not start (look in {self.log})", said, path=self.data)

    def _wait_until(self, condition: Callable[[], bool], seconds: float) -> None:
        deadline = time.monotonic() + seconds
        while not condition() and time.monotonic() < deadline:
            time.sleep(0.03)


def _lives(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except (FileNotFoundError, ProcessLookupError):
        return False
    return state not in "ZX"


def _give(path: Path, to: account.Account) -> None:
    """Root hands a folder with all that is in it to the account that runs the server."""
    if os.geteuid() != account.ROOT or path.stat().st_uid == to.uid:
        return
    for folder, _, files in os.walk(path):
        for name in ("", *files):
            os.chown(os.path.join(folder, name), to.uid, to.gid, follow_symlinks=False)


def _digest(path: Path) -> str:
    return sha256(str(path).encode()).hexdigest()[:12]
