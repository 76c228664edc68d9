"""The dictionary of Swedish, put beside the server's programs."""

from pathlib import Path

import pytest

from samverk.local import dictionary


@pytest.fixture
def programs(tmp_path: Path) -> Path:
    """The folder of a server's programs, and its folder for dictionaries."""
    (tmp_path / "share" / "tsearch_data").mkdir(parents=True)
    return tmp_path / "bin"


@pytest.fixture
def fetched(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A dictionary as it is fetched."""
    folder = tmp_path / "dictionary-sv"
    folder.mkdir()
    for name in dictionary.NAMES:
        (folder / name).write_text(f"{name}: åäö")
    monkeypatch.setattr(dictionary, "SOURCE", folder)
    return folder


def there(programs: Path) -> dict[str, str]:
    return {path.name: path.read_text() for path in (programs.parent / "share" / "tsearch_data").iterdir()}


def test_it_gets_the_names_that_the_server_wants(programs: Path, fetched: Path) -> None:
    dictionary.put_beside(programs)

    assert there(programs) == {
        "sv_se.affix": "index.aff: åäö",
        "sv_se.dict": "index.dic: åäö",
        "sv_se.license": "license: åäö",
    }


def test_doing_it_again_changes_nothing(programs: Path, fetched: Path) -> None:
    dictionary.put_beside(programs)
    before = {
        path: path.stat().st_mtime_ns for path in (programs.parent / "share" / "tsearch_data").iterdir()
    }
    dictionary.put_beside(programs)

    assert {path: path.stat().st_mtime_ns for path in before} == before


def test_a_newer_one_takes_its_place(programs: Path, fetched: Path) -> None:
    dictionary.put_beside(programs)
    (fetched / "index.dic").write_text("a newer and longer one")
    dictionary.put_beside(programs)

    assert there(programs)["sv_se.dict"] == "a newer and longer one"


def test_without_one_the_server_starts_as_it_is(
    programs: Path, fetched: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dictionary, "SOURCE", fetched / "missing")
    dictionary.put_beside(programs)

    assert there(programs) == {}


def test_a_server_of_the_system_is_left_alone(tmp_path: Path, fetched: Path) -> None:
    dictionary.put_beside(tmp_path / "elsewhere" / "bin")

    assert not (tmp_path / "elsewhere").exists()
