"""Events as they stand on the wire."""

from hypothesis import given
from hypothesis import strategies as st

from samverk.base.events.rules import Change, event, known, opening, read


def test_an_event_carries_its_version_as_its_id() -> None:
    assert event(7) == b"id: 7\ndata: 7\n\n"


def test_whoever_knows_the_version_is_told_nothing_new() -> None:
    assert opening(7, known=7, retry=900) == b"retry: 900\n\n"


def test_whoever_knows_another_version_or_none_is_told() -> None:
    for version in (None, 6, 8):
        assert opening(7, known=version, retry=900) == b"retry: 900\n\n" + event(7)


def test_what_the_database_tells_is_read() -> None:
    assert read('["day.live.1", 7]') == Change("day.live.1", 7)


@given(payload=st.text())
def test_what_somebody_else_says_on_the_channel_does_no_harm(payload: str) -> None:
    found = read(payload)

    assert found is None or isinstance(found, Change)


@given(text=st.text())
def test_any_text_is_a_version_or_none(text: str) -> None:
    assert known(text) is None or str(known(text)) == text.lstrip("0") or int(text) == 0
