import pytest
from hypothesis import given
from hypothesis import strategies as st

from samverk.engine.language.plain import Level, measure, sentences, words


def test_lix_is_the_mean_of_words_in_a_sentence_and_the_percentage_of_long_words() -> None:
    found = measure("Kommittén sammanträdde. Den åt en god lunch.")

    assert (found.words, found.sentences, found.long_words) == (7, 2, 2)
    assert found.lix == round(7 / 2 + 100 * 2 / 7)
    assert found.words_per_sentence == 3.5


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("Vi bakar bröd.\nAlla får vara med.", Level.VERY_EASY),
        ("Regeringen har utökat Tillväxtverkets uppdrag om företag.", Level.VERY_HARD),
    ],
)
def test_the_scale_tells_easy_from_hard(text: str, level: Level) -> None:
    assert measure(text).level is level


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Vi ses kl. 10.30. Kom i tid!", ["Vi ses kl. 10.30.", "Kom i tid!"]),
        ("Ta med t.ex. skor. Och en mössa.", ["Ta med t.ex. skor.", "Och en mössa."]),
        (
            "Kom fr.o.m. Allhelgona. Ta med mat m.m. Ring sedan.",
            ["Kom fr.o.m. Allhelgona.", "Ta med mat m.m.", "Ring sedan."],
        ),
        ("Foto: K. Bergwall. Alla skrattade.", ["Foto: K. Bergwall.", "Alla skrattade."]),
        ("Det var 11 april 2018. Alla kom.", ["Det var 11 april 2018.", "Alla kom."]),
        ("”Hur går det?” Hon log.", ["”Hur går det?”", "Hon log."]),
        ("Rubrik\nEn rad\nEn till", ["Rubrik", "En rad", "En till"]),
        ("Vänta … kom!", ["Vänta …", "kom!"]),
        (" \n – \n", []),
    ],
)
def test_sentences_end_where_a_reader_pauses(text: str, found: list[str]) -> None:
    assert list(sentences(text)) == found


def test_the_longest_sentence_is_told() -> None:
    assert measure("Kort. Den här är den längsta av dem. Slut.").longest == "Den här är den längsta av dem."


def test_an_empty_text_measures_nothing() -> None:
    assert (measure("").lix, measure("").words_per_sentence, measure("").longest) == (0, 0.0, "")


@given(st.text(max_size=300))
def test_no_word_is_lost_whatever_is_written(text: str) -> None:
    split = [word for sentence in sentences(text) for word in words(sentence)]

    assert len(split) >= len(words(text.replace("\n", " "))) - text.count(".")
    assert measure(text).lix >= 0
