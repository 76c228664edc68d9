"""The embedded PostgreSQL, for real: started, killed, shared, and refused with a sentence."""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from samverk.local import account, database
from samverk.local.cluster import LONGEST_SOCKET_FOLDER, Cluster
from samverk.local.problem import Problem
from tests.local.folders import open_folder


@pytest.fixture(scope="module")
def made() -> Iterator[Cluster]:
    with open_folder() as folder:
        cluster = Cluster(folder)
        cluster.start()
        yield cluster
        cluster.stop()


@pytest.fixture
def folder() -> Iterator[Path]:
    with open_folder() as empty:
        yield empty


@pytest.fixture
def cluster(made: Cluster) -> Cluster:
    database.make_when_missing(made)
    return made


def ask(cluster: Cluster, question: str) -> object:
    with psycopg.connect(cluster.url) as connection:
        row = connection.execute(question).fetchone()
    return row[0] if row else None


def processes(cluster: Cluster) -> list[int]:
    return [
        int(folder.name)
        for folder in Path("/proc").glob("[0-9]*")
        if _works_in(folder, cluster.data.resolve())
    ]


def _works_in(process: Path, folder: Path) -> bool:
    try:
        return (process / "cwd").resolve() == folder
    except OSError:
        return False


def test_the_server_never_runs_as_root(cluster: Cluster) -> None:
    owners = {Path(f"/proc/{number}").stat().st_uid for number in processes(cluster)}

    assert owners
    assert account.ROOT not in owners


def test_what_was_committed_survives_kill_of_every_process(cluster: Cluster) -> None:
    with psycopg.connect(cluster.url) as connection:
        connection.execute("CREATE TABLE kept AS SELECT generate_series(1, 1000)")

    for number in processes(cluster):
        os.kill(number, signal.SIGKILL)
    database.make_when_missing(cluster)

    assert ask(cluster, "SELECT count(*) FROM kept") == 1000


def test_a_pid_file_that_names_another_living_process_does_not_matter(cluster: Cluster) -> None:
    pid_file = cluster.data / "postmaster.pid"
    lines = pid_file.read_text().splitlines()
    cluster.stop()
    pid_file.write_text("\n".join([str(os.getpid()), *lines[1:]]))

    cluster.start()

    assert ask(cluster, "SELECT 1") == 1


def test_starting_at_once_from_two_processes_gives_one_server(cluster: Cluster) -> None:
    cluster.stop()
    code = (
        "import sys; from pathlib import Path; from samverk.local.cluster import Cluster;"
        "Cluster(Path(sys.argv[1])).start()"
    )

    starters = [subprocess.Popen([sys.executable, "-c", code, str(cluster.folder)]) for _ in range(3)]

    assert [starter.wait(30) for starter in starters] == [0, 0, 0]
    assert ask(cluster, "SELECT 1") == 1


def test_the_last_user_stops_the_server_and_no_earlier_one(cluster: Cluster) -> None:
    cluster.stop()
    another = Cluster(cluster.folder)

    with another.in_use():
        with cluster.in_use():
            pass
        assert another.is_ready()
    assert not another.is_running()


def test_a_server_that_was_asked_to_stay_stays(cluster: Cluster) -> None:
    cluster.keep()

    with cluster.in_use():
        pass

    assert cluster.is_ready()


def test_a_half_made_database_is_made_again(folder: Path) -> None:
    cluster = Cluster(folder, forgetful=True)
    (folder / "database.new" / "base").mkdir(parents=True)

    with cluster.in_use():
        assert cluster.is_ready()
    assert not (folder / "database.new").exists()


def test_a_long_path_gets_a_short_socket(folder: Path) -> None:
    deep = folder / "-".join(["long"] * 30)
    cluster = Cluster(deep, forgetful=True)

    with cluster.in_use():
        assert len(str(cluster.sockets)) <= LONGEST_SOCKET_FOLDER
        assert ask_postgres(cluster) == 1


def test_a_folder_that_is_closed_to_others_serves_too(tmp_path: Path) -> None:
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o700)
    cluster = Cluster(closed / "var", forgetful=True)

    with cluster.in_use():
        assert ask_postgres(cluster) == 1
    assert (cluster.data / "PG_VERSION").exists()
    shutil.rmtree(cluster.data.resolve())


def ask_postgres(cluster: Cluster) -> object:
    with psycopg.connect(cluster.url, dbname="postgres") as connection:
        row = connection.execute("SELECT 1").fetchone()
    return row[0] if row else None


def test_data_of_another_version_is_refused_with_the_way_out(cluster: Cluster) -> None:
    cluster.stop()
    mark = cluster.data / "PG_VERSION"
    true = mark.read_text()
    mark.write_text("9\n")

    with pytest.raises(Problem, match="made by PostgreSQL 9 .* set SAMVERK_PG_BIN"):
        cluster.start()
    mark.write_text(true)


def test_a_folder_that_is_no_database_is_left_alone(folder: Path) -> None:
    precious = folder / "database" / "letter.txt"
    precious.parent.mkdir()
    precious.write_text("dear")

    with pytest.raises(Problem, match="is no database of PostgreSQL"):
        Cluster(folder).start()
    assert precious.read_text() == "dear"
    assert precious.parent.stat().st_uid == os.geteuid()


def test_a_server_that_cannot_start_says_why(cluster: Cluster) -> None:
    cluster.stop()
    control = cluster.data / "global" / "pg_control"
    true = control.read_bytes()
    control.write_bytes(b"")

    with pytest.raises(Problem, match="does not start .*pg_control"):
        cluster.start()
    control.write_bytes(true)


def test_a_backup_brings_back_what_was_there(cluster: Cluster, tmp_path: Path) -> None:
    with psycopg.connect(cluster.url) as connection:
        connection.execute("CREATE TABLE letters AS SELECT 'dear' AS text")
    database.back_up(cluster.url, tmp_path / "backup")
    with psycopg.connect(cluster.url) as connection:
        connection.execute("UPDATE letters SET text = 'lost'")

    database.restore(cluster.url, tmp_path / "backup")

    assert ask(cluster, "SELECT text FROM letters") == "dear"


def test_a_file_that_is_no_backup_changes_nothing(cluster: Cluster, tmp_path: Path) -> None:
    (tmp_path / "holiday.jpg").write_bytes(b"\xff\xd8 not a backup")

    with pytest.raises(Problem, match="pg_restore failed"):
        database.restore(cluster.url, tmp_path / "holiday.jpg")


def test_tests_that_run_at_once_share_a_server_until_the_last_has_ended(folder: Path) -> None:
    code = "import time; from samverk.local import database; print(database.for_tests(), flush=True); input()"
    environment = {**os.environ, "SAMVERK_VAR": str(folder)}
    runs = [_talking(code, environment) for _ in range(2)]
    addresses = {run.stdout.readline().strip() for run in runs if run.stdout}
    cluster = Cluster(folder / "test")

    runs[0].communicate("\n", timeout=20)
    assert addresses == {cluster.url}
    assert cluster.is_ready()
    runs[1].communicate("\n", timeout=20)
    assert not cluster.is_running()


def _talking(code: str, environment: dict[str, str]) -> "subprocess.Popen[str]":
    pipe = subprocess.PIPE
    return subprocess.Popen([sys.executable, "-c", code], env=environment, stdin=pipe, stdout=pipe, text=True)
