import pytest
from hypothesis import given
from hypothesis import strategies as st

from samverk.parts.site.rules.teasers import teaser


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Kort.", "Kort."),
        ("Först det här. Sedan något som är för långt.", "Först det här."),
        ("En mening utan slut som inte får plats", "En mening utan slut…"),
        ("Utanmellanrumheltochhållet", "Utanmellanrumheltoc…"),
        ("  Flera\n rader.  ", "Flera rader."),
        ("", ""),
    ],
)
def test_a_teaser_ends_where_a_thought_ends(text: str, shown: str) -> None:
    assert teaser(text, 20) == shown


@given(st.text(), st.integers(min_value=2, max_value=300))
def test_a_teaser_is_never_longer_than_asked(text: str, length: int) -> None:
    assert len(teaser(text, length)) <= length
