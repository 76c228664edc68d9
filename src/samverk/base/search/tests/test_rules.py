"""Words, questions, spelling, excerpts: what search decides without a database."""

from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samverk.base.search.rules import (
    compounds,
    configurations,
    excerpts,
    plans,
    questions,
    spelling,
    terms,
    thesaurus,
    words,
)
from samverk.base.search.rules.spelling import Known
from samverk.base.search.rules.terms import Term

SWEDISH = st.text("abcdeåäö", max_size=7)


@pytest.mark.parametrize(
    ("written", "plain"),
    [("Företag", "foretag"), ("KAFÉ", "kafe"), ("smørrebrød", "smorrebrod"), ("Straße", "strasse")],
)
def test_a_word_is_compared_without_its_dots_and_rings(written: str, plain: str) -> None:
    assert words.fold(written) == plain


def test_signs_that_cannot_be_seen_are_taken_away() -> None:
    assert words.tidy("so\u200bci\u202eala\0 \t\n före\u00adtag") == "sociala företag"


@given(st.text())
def test_any_text_is_a_question(text: str) -> None:
    question = questions.parse(text)

    assert len(question.text) <= questions.LONGEST
    assert len(question.words) <= questions.MOST_WORDS
    assert all(word == word.lower() for word in question.words)


def test_a_question_has_words_phrases_and_what_must_not_be_there() -> None:
    question = questions.parse('Kurs "sociala företag" -anbud e-handel')

    assert question.words == ("kurs", "e", "handel")
    assert question.phrases == ("sociala företag",)
    assert question.without == ("anbud",)


def test_a_phrase_of_one_word_is_a_word_and_an_open_one_ends_with_the_text() -> None:
    assert questions.parse('"kurs"').words == ("kurs",)
    assert questions.parse('"sociala företag').phrases == ("sociala företag",)


@pytest.mark.parametrize("text", ["", "   ", "!!!", "-", '""', "\0", "🙂", "& | ! ( ) :*"])
def test_a_text_without_words_is_an_empty_question(text: str) -> None:
    assert not questions.parse(text)


def test_a_megabyte_is_read_no_further_than_a_question_is_long() -> None:
    assert len(questions.parse("företag " * 130_000).text) <= questions.LONGEST


def steps(one: str, other: str) -> int:
    """The distance by its definition, for the test to hold the quick one against."""

    @cache
    def between(i: int, j: int) -> int:
        if not (i and j):
            return i + j
        ways = [
            between(i - 1, j) + 1,
            between(i, j - 1) + 1,
            between(i - 1, j - 1) + (one[i - 1] != other[j - 1]),
        ]
        if i > 1 and j > 1 and one[i - 1] == other[j - 2] and one[i - 2] == other[j - 1]:
            ways.append(between(i - 2, j - 2) + 1)
        return min(ways)

    return between(len(one), len(other))


@given(SWEDISH, SWEDISH)
def test_the_distance_between_words_is_as_defined(one: str, other: str) -> None:
    assert spelling.distance(one, other) == steps(one, other)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("socila", "sociala"),
        ("foretag", "företag"),
        ("kooprativ", "kooperativ"),
        ("uphandling", "upphandling"),
        ("xylofon", None),
        ("fö", None),
    ],
)
def test_a_mistyped_word_is_told_from_those_that_are_there(typed: str, meant: str | None) -> None:
    known = [Known(word, 3) for word in ("sociala", "företag", "kooperativ", "upphandling", "för")]

    assert spelling.meant(typed, known) == meant


def test_of_two_words_as_near_the_one_on_most_pages_is_meant() -> None:
    assert spelling.meant("karta", [Known("kartan", 1), Known("kartor", 9), Known("kartas", 5)]) == "kartas"


def test_a_form_that_stands_on_no_page_may_be_meant_too() -> None:
    assert spelling.meant("snikeri", [Known("snickeriet", 2, frozenset({"snickeri"}))]) == "snickeri"


def test_a_compound_is_cut_with_and_without_the_s_that_joins_it() -> None:
    found = set(compounds.cuts("anbudskurs"))

    assert ("anbud", "kurs") in found
    assert ("anbuds", "kurs") in found
    assert list(compounds.cuts("kurs")) == []


@given(st.text(), st.sets(st.text("abcåäö", min_size=1)))
def test_marking_loses_nothing_of_the_text(text: str, wanted: set[str]) -> None:
    assert "".join(piece.text for piece in excerpts.marked(text, wanted)) == text


@given(st.text(max_size=2000))
def test_an_excerpt_is_short(text: str) -> None:
    shown = "".join(piece.text for piece in excerpts.excerpt(text, {"a", "b"}))

    assert len(shown) <= excerpts.LENGTH + 6


def test_an_excerpt_begins_with_the_sentence_that_answers_most() -> None:
    text = "Kaffet är varmt. " * 30 + "Kursen om anbud är gratis. " + "Ta med egen kopp. " * 30

    pieces = excerpts.excerpt(text, {"kursen", "anbud", "kopp"})

    assert [piece.text for piece in pieces if piece.is_marked][:2] == ["Kursen", "anbud"]
    assert pieces[0].text == "… "


def test_an_excerpt_finds_its_word_deep_in_a_long_sentence() -> None:
    pieces = excerpts.excerpt("och så vidare " * 100 + "hyveln vann", {"hyveln"})

    assert any(piece.is_marked for piece in pieces)


def test_the_readings_of_a_word_are_alternatives() -> None:
    assert terms.readings("'handleda' | 'hand' & 'ledare'") == {
        frozenset({"handleda"}),
        frozenset({"hand", "ledare"}),
    }
    assert terms.readings("") == frozenset()


def test_a_lexeme_cannot_break_out_of_its_quotes() -> None:
    query = terms.as_query([frozenset({"o'neill' | 'x", "a\\"})])

    assert query == "('a\\\\' & 'o''neill'' | ''x')"
    assert terms.readings("'o''neill'") == {frozenset({"o'neill"})}


def test_kin_widen_each_part_of_a_compound() -> None:
    made = terms.term("arbetsintegration", ["'arbets' & 'integration'"], {"integration": {"integrera"}})

    assert made.kin == {frozenset({"arbets", "integrera"})}
    assert made.fits(["arbets", "integrera", "annat"])
    assert not made.fits(["arbets"])


def a_term(word: str) -> Term:
    return Term(word, frozenset({frozenset({word})}))


def test_a_question_is_put_ever_less_strictly() -> None:
    ways = [way.must for way in plans.plans([a_term("a"), a_term("b"), a_term("c")], weights=[1, 1, 1])]

    assert len(ways) == 3
    assert ways[0].count("&") == 2
    assert "|" in ways[2]
    assert "&" not in ways[2]


def test_what_must_not_be_there_is_left_out_however_loosely_is_asked() -> None:
    ways = list(plans.plans([a_term("a"), a_term("b")], without=["'x'"]))

    assert all(way.must.endswith("& !('x')") for way in ways)
    assert [way.is_partial for way in ways] == [False, True]


def test_nothing_but_words_that_every_page_has_is_no_question() -> None:
    assert [way.must for way in plans.plans([])] == [""]


def test_an_expression_may_stand_under_its_other_name() -> None:
    named = [(0, 2, frozenset({frozenset({"asf"})}))]
    first = next(plans.plans([a_term("social"), a_term("företag"), a_term("kurs")], named=named))

    assert "'asf'" in first.must


def test_a_rare_word_tells_more_than_a_common_one() -> None:
    assert plans.weight(1, 1000) > plans.weight(500, 1000) > 0


def test_every_group_of_the_thesaurus_has_at_least_two_words() -> None:
    for language in thesaurus.BY_LANGUAGE:
        groups = thesaurus.groups(language)
        assert groups
        assert all(len(set(group)) > 1 and all(group) for group in groups)


def test_a_language_that_postgresql_does_not_know_is_split_into_words() -> None:
    assert configurations.of("se", has_dictionary=True).names == ("simple",)
    assert configurations.of("sv", has_dictionary=True).names == ("search_sv", "swedish")
    assert configurations.of("sv", has_dictionary=False).names == ("swedish",)
