import pytest

from samverk.parts.site.rules import cookies, origin
from samverk.parts.site.rules.cookies import Answer, Remembered

VERSION = cookies.version_of("Får vi räkna ditt besök?")
KEY = "0" * 32


@pytest.mark.parametrize(
    "remembered",
    [
        Remembered(Answer.ACCEPT, VERSION, KEY),
        Remembered(Answer.REFUSE, VERSION, KEY),
        Remembered(Answer.SEEN, VERSION),
    ],
)
def test_what_is_written_in_the_answer_cookie_can_be_read(remembered):
    assert cookies.read(str(remembered)) == remembered


@pytest.mark.parametrize(
    "value", ["", "accept", f"accept.{VERSION}.short", f"maybe.{VERSION}.{KEY}", "x" * 5000]
)
def test_an_answer_cookie_that_we_did_not_write_says_nothing(value):
    assert cookies.read(value) is None


def test_an_answer_stands_for_the_words_it_answered():
    given = str(Remembered(Answer.ACCEPT, VERSION, KEY))

    assert cookies.standing(given, version=VERSION) is Answer.ACCEPT


def test_an_answer_to_other_words_does_not_stand():
    given = str(Remembered(Answer.ACCEPT, VERSION, KEY))

    assert cookies.standing(given, version=cookies.version_of("Får vi räkna och profilera?")) is None


@pytest.mark.parametrize("answer", [Answer.ACCEPT, Answer.REFUSE])
def test_yes_and_no_both_end_the_asking(answer):
    assert not cookies.must_ask(answer, statistics=True)


@pytest.mark.parametrize("answer", [None, Answer.SEEN])
def test_having_read_the_information_is_no_answer_to_the_question(answer):
    assert cookies.must_ask(answer, statistics=True)


def test_the_information_is_shown_until_it_is_read():
    assert cookies.must_ask(None, statistics=False)
    assert not cookies.must_ask(Answer.SEEN, statistics=False)


OWN = "https://samverk.example"


@pytest.mark.parametrize(
    "sent",
    [
        {"fetch_site": "same-origin", "origin": "null", "referrer": ""},
        {"fetch_site": "", "origin": OWN, "referrer": ""},
        {"fetch_site": "", "origin": "", "referrer": f"{OWN}/aktuellt/"},
    ],
)
def test_a_form_from_a_page_of_ours_is_known(sent):
    assert origin.is_own(**sent, own=OWN)


@pytest.mark.parametrize(
    "sent",
    [
        {"fetch_site": "cross-site", "origin": OWN, "referrer": OWN},
        {"fetch_site": "same-site", "origin": "", "referrer": ""},
        {"fetch_site": "", "origin": "https://other.example", "referrer": f"{OWN}/"},
        {"fetch_site": "", "origin": "null", "referrer": ""},
        {"fetch_site": "", "origin": "", "referrer": f"{OWN}.evil.example/"},
        {"fetch_site": "", "origin": "", "referrer": ""},
    ],
)
def test_a_form_from_anywhere_else_is_refused(sent):
    assert not origin.is_own(**sent, own=OWN)
