"""A worker that was started with `nice` gives way to the site."""

import os
from pathlib import Path

import pytest

from samverk.base.queue.management.commands import worker


@pytest.mark.parametrize(("niceness", "written"), [(10, "10"), (0, "as it was")])
def test_the_session_takes_on_what_the_worker_was_given(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, niceness: int, written: str
) -> None:
    autogroup = tmp_path / "autogroup"
    autogroup.write_text("as it was")
    monkeypatch.setattr(worker, "AUTOGROUP", autogroup)
    monkeypatch.setattr(os, "nice", lambda _: niceness)

    worker._let_the_session_give_way()

    assert autogroup.read_text() == written


def test_a_machine_without_sessions_that_share_is_left_alone(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(worker, "AUTOGROUP", tmp_path / "nowhere" / "autogroup")
    monkeypatch.setattr(os, "nice", lambda _: 10)

    worker._let_the_session_give_way()
