"""What holds for every text, whoever wrote it."""

from hypothesis import example, given
from hypothesis import strategies as st

from samverk.engine.language import Finding, Kind, find, mask, without
from samverk.engine.language.tests.numbers import disguised, personal_numbers, spellings

PIECES = st.sampled_from(
    """
    850709-9805 | 19850709 | 9805 | 070-174 06 05 | kim@example.org | kim (at) example.org
    4111 1111 1111 1111 | SE45 5000 0000 0583 9825 7466 | bg 123-4567 | konto | jag har | min
    depression | diabetes. | min son | tid hos läkare | 2018-04-17 | 14:30 | 0 | 1 | 12 | - | + | . | :
    / | ( | ) | @ | [dolt personnummer] | tel | pnr | sista
    """.replace("\n", "|").split("|")
).map(str.strip)
TEXTS = st.one_of(
    st.text(), st.lists(st.one_of(PIECES, st.text(max_size=4))).map(" ".join), st.lists(PIECES).map("".join)
)
PERSONAL = {Kind.PERSONAL_NUMBER, Kind.COORDINATION_NUMBER}
NUMBERS = st.booleans().flatmap(lambda coordination: personal_numbers(coordination=coordination))
WORDS = st.text(alphabet="abcdefgåäö ,!?\n", max_size=30)


@given(TEXTS)
def test_findings_lie_in_the_text_in_order_and_apart(text: str) -> None:
    findings = find(text)

    edges = [edge for one in findings for edge in (one.start, one.end)]
    assert edges == sorted(edges)
    assert all(0 <= one.start < one.end <= len(text) for one in findings)


@given(TEXTS)
@example("8507099805 0701740605 850709-9805")
@example("850709\n850709-9805\n9805")
def test_no_personal_number_is_left_under_the_mask(text: str) -> None:
    masked = mask(text)

    assert not PERSONAL & {one.kind for one in find(masked.text)}
    assert mask(masked.text).text == masked.text
    assert mask(masked.text).count == 0


@given(TEXTS)
def test_what_is_masked_is_what_is_found(text: str) -> None:
    found = [one for one in find(text) if one.kind in PERSONAL]

    assert mask(text).count >= len(found)
    assert bool(found) == (mask(text).text != text)


@given(st.data(), NUMBERS, WORDS, WORDS)
def test_a_personal_number_is_found_and_masked_however_it_is_written(
    data: st.DataObject, number: str, before: str, after: str
) -> None:
    written = data.draw(spellings(number).flatmap(disguised))
    text = f"{before} {written} {after}"

    found = [text[one.start : one.end] for one in find(text) if one.kind in PERSONAL]

    assert len(found) == 1
    assert found[0].strip() in written
    assert sum(letter.isdigit() for letter in found[0]) >= 10
    assert written not in mask(text).text


@given(TEXTS)
def test_taking_away_takes_what_was_found_and_some_spaces(text: str) -> None:
    findings = find(text)
    kept = list(text)
    for one in findings:
        kept[one.start : one.end] = [""] * (one.end - one.start)

    assert without(text, findings).replace(" ", "") == "".join(kept).replace(" ", "")


@given(TEXTS)
def test_nothing_found_leaves_the_text_as_it_is(text: str) -> None:
    assert without(text, ()) == text
    assert mask(text).text == text or mask(text).count > 0


@given(WORDS, WORDS, st.sampled_from(["\u200b", "\u00ad", "\u2060", "\u202e"]))
def test_places_are_those_of_the_text_as_it_was_written(before: str, after: str, unseen: str) -> None:
    written = unseen.join("850709-9805")
    text = f"{unseen.join(before)} {written} {unseen.join(after)}"

    found = [one for one in find(text) if one.kind is Kind.PERSONAL_NUMBER]

    start = text.index(written)
    assert found == [Finding(Kind.PERSONAL_NUMBER, start, start + len(written))]
