"""Lyssna: the browser's voice reads the page, and the sentence being read is marked."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.voices import ENGLISH, SWEDISH, SWEDISH_FAR_AWAY, Voice

pytestmark = pytest.mark.browser

ARTICLE = "/aktuellt/sociala-foretagsdagen-i-norr/"
EASY = f"{ARTICLE}lattlast/"
SPLIT = """
async ([text, language]) => {
  const { sentences } = await import("/static/site/listen.js");
  return sentences(text, language).map(([from, to]) => text.slice(from, to));
}
"""
BREATHE = """
async (text) => (await import("/static/site/listen.js")).breaths(text)
"""
WITHOUT_HIGHLIGHTS = "delete window.Highlight;"


def button(page: Page, name: str) -> Locator:
    return page.get_by_role("button", name=name, exact=True)


@pytest.fixture
def voice(page: Page) -> Voice:
    return Voice.of(page, ENGLISH, SWEDISH_FAR_AWAY, SWEDISH)


def listen(page: Page, address: str = EASY) -> None:
    page.goto(address)
    button(page, "Lyssna").click()


def test_the_sentences_are_read_in_order_and_each_is_marked(page: Page, voice: Voice) -> None:
    listen(page)
    read = []
    for _ in range(4):
        read.append((voice.last, voice.marked))
        voice.finishes()

    first = "Den 11 april 2018 var det en särskild dag i Norrbotten."
    assert read[0] == ("En dag om sociala företag", "En dag om sociala företag")
    assert read[1] == (first, first)
    assert read[2] == ("Den heter Sociala företagsdagen.", "Den heter Sociala företagsdagen.")
    assert {said["voice"] for said in voice.spoken} == {"Alva"}
    assert {said["lang"] for said in voice.spoken} == {"sv-SE"}


def test_a_browser_that_cannot_highlight_marks_all_the_same(page: Page, voice: Voice) -> None:
    page.add_init_script(WITHOUT_HIGHLIGHTS)
    listen(page)
    text = page.locator(".prose").inner_text()
    voice.finishes(2)

    assert page.locator("mark.listen").inner_text() == voice.last == "Den heter Sociala företagsdagen."
    voice.finishes()
    assert voice.marked == "Många kom dit för att lyssna och lära sig nya saker."
    page.keyboard.press("Escape")
    assert page.locator("mark").count() == 0
    assert page.locator(".prose").inner_text() == text


def test_everything_that_is_said_stands_on_the_page_and_nothing_of_its_frame(
    page: Page, voice: Voice
) -> None:
    listen(page, ARTICLE)
    while voice.is_speaking:
        voice.finishes()
    said = " ".join(one["text"] for one in voice.spoken)

    assert "Bildtext: Morgan Alling på scenen under Sociala företagsdagen." in said
    assert "Foto i originalet: Kristin Bergwall" in said
    assert "Det säger Anna Lindberg, regional utvecklingsdirektör på Region Norrbotten" in said
    assert said.index("Social innovation") < said.index("Det säger Anna Lindberg")
    assert not re.search("Läs mer|Kommentera|Skriv ut|Lyssna|Publicerad|cookies", said)
    assert max(len(one["text"]) for one in voice.spoken) <= 200
    expect(button(page, "Lyssna")).to_have_attribute("aria-pressed", "false")


def test_it_pauses_and_goes_on_with_the_same_sentence(page: Page, voice: Voice) -> None:
    listen(page)
    voice.finishes()
    button(page, "Pausa").click()
    assert not voice.is_speaking
    expect(page.locator("[data-listen-status]")).to_have_text("Uppläsningen är pausad.")
    paused = voice.last
    button(page, "Fortsätt").click()

    assert voice.is_speaking
    assert voice.last == paused == voice.marked


def test_one_can_go_to_the_next_sentence_and_back(page: Page, voice: Voice) -> None:
    listen(page)
    button(page, "Nästa mening").click()
    second = voice.last
    button(page, "Nästa mening").click()
    button(page, "Förra meningen").click()

    assert voice.last == second == voice.marked
    button(page, "Förra meningen").click()
    button(page, "Förra meningen").click()
    assert voice.last == "En dag om sociala företag"


def test_the_speed_is_ones_own_and_is_stored_nowhere(page: Page, voice: Voice) -> None:
    listen(page)
    page.get_by_label("Hastighet").select_option("Långsamt")

    assert voice.spoken[-1] == {
        "text": "En dag om sociala företag",
        "lang": "sv-SE",
        "rate": 0.8,
        "voice": "Alva",
    }
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0
    assert page.context.cookies() == []


@pytest.mark.parametrize("way", ["Escape", "Stoppa", "Lyssna"])
def test_there_are_three_ways_to_stop(page: Page, voice: Voice, way: str) -> None:
    listen(page)
    page.keyboard.press("Escape") if way == "Escape" else button(page, way).click()

    assert not voice.is_speaking
    assert voice.marked == ""
    expect(button(page, "Pausa")).to_be_hidden()
    expect(button(page, "Lyssna")).to_have_attribute("aria-pressed", "false")


def test_it_works_with_the_keyboard_alone(page: Page, voice: Voice) -> None:
    page.goto(EASY)
    button(page, "Lyssna").focus()
    page.keyboard.press("Enter")
    for name in ("Förra meningen", "Pausa", "Nästa mening", "Stoppa"):
        page.keyboard.press("Tab")
        expect(button(page, name)).to_be_focused()
    page.keyboard.press("Enter")

    assert not voice.is_speaking
    expect(button(page, "Lyssna")).to_be_focused()


def test_the_page_follows_the_voice(page: Page, voice: Voice) -> None:
    page.emulate_media(reduced_motion="reduce")
    listen(page)
    voice.finishes(20)
    place = page.evaluate("[...CSS.highlights.get('listen')][0].getBoundingClientRect().top / innerHeight")

    assert 0 < place < 0.8


def test_an_english_page_is_read_by_an_english_voice(page: Page, voice: Voice) -> None:
    page.goto("/en/about/what-is-a-wise/lattlast/")
    page.locator("[data-listen]").click()

    assert voice.spoken[0]["voice"] == "Daniel"
    assert voice.spoken[0]["lang"] == "en-GB"


def test_without_a_voice_for_the_language_it_is_said_how_to_get_one(page: Page) -> None:
    voice = Voice.of(page, ENGLISH)
    listen(page)

    expect(page.locator(".listen")).to_contain_text("Din webbläsare har ingen röst för svenska.")
    expect(button(page, "Pausa")).to_be_hidden()
    assert voice.spoken == []
    button(page, "Stäng").click()
    expect(page.locator(".listen")).to_be_hidden()


def test_a_browser_without_any_voice_is_offered_nothing(page: Page) -> None:
    page.goto(EASY)

    expect(page.get_by_role("link", name="Vanlig text")).to_be_visible()
    expect(page.locator("[data-listen]")).to_be_hidden()


def test_voices_that_come_late_are_noticed(page: Page) -> None:
    Voice.of(page)
    page.goto(EASY)
    expect(page.locator("[data-listen]")).to_be_hidden()
    page.evaluate("speechSynthesis.getVoices = () => [{ lang: 'sv-SE', name: 'Sen' }]")
    page.evaluate("speechSynthesis.dispatchEvent(new Event('voiceschanged'))")

    expect(button(page, "Lyssna")).to_be_visible()


@pytest.mark.usefixtures("voice")
def test_it_is_open_to_everybody(page: Page, accessibility_faults: Callable[[], list[str]]) -> None:
    listen(page)

    assert accessibility_faults() == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Vi ses kl. 10.30. Kom i tid!", ["Vi ses kl. 10.30.", "Kom i tid!"]),
        ("Vi ses kl. 10.30 på torget.", ["Vi ses kl. 10.30 på torget."]),
        ("Ta med t.ex. Stinas skor. Och en mössa.", ["Ta med t.ex. Stinas skor.", "Och en mössa."]),
        ("Öppet fr.o.m. Allhelgona t. o. m. Jul.", ["Öppet fr.o.m. Allhelgona t. o. m. Jul."]),
        ("Ta med mat m.m. Ring sedan.", ["Ta med mat m.m.", "Ring sedan."]),
        ("Foto: K. Bergwall. Alla skrattade.", ["Foto: K. Bergwall.", "Alla skrattade."]),
        ("Den 11 april 2018. Alla kom.", ["Den 11 april 2018.", "Alla kom."]),
        ("Det kostar 1 500 kr. Köp nu.", ["Det kostar 1 500 kr.", "Köp nu."]),
        ("”Hur går det?” undrade hon. Bra!", ["”Hur går det?” undrade hon.", "Bra!"]),
        ("Vi är ett s.k. ASF, dvs. Ett företag.", ["Vi är ett s.k. ASF, dvs. Ett företag."]),
        ("En rad\nEn till\n", ["En rad", "En till"]),
        ("Se www.norrsken.example. Där står mer.", ["Se www.norrsken.example.", "Där står mer."]),
        (" – \n … ", []),
    ],
)
def test_a_sentence_ends_where_a_reader_pauses(page: Page, text: str, found: list[str]) -> None:
    page.goto(EASY)

    assert page.evaluate(SPLIT, [text, "sv"]) == found
    page.evaluate("delete Intl.Segmenter")
    assert page.evaluate(SPLIT, [text, "sv"]) == found


def test_a_long_sentence_is_said_in_breaths_and_no_word_is_lost(page: Page) -> None:
    page.goto(EASY)
    sentence = "När vi hade ätit, sjungit och druckit kaffe, gick vi hem till oss " * 6
    breaths = page.evaluate(BREATHE, sentence.strip())

    assert " ".join(breaths) == sentence.strip()
    assert max(map(len, breaths)) <= 180
    assert page.evaluate(BREATHE, "a" * 500) == ["a" * 180, "a" * 180, "a" * 140]
