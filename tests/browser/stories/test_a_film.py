"""The story of a film: an editor uploads it with its captions, and everybody can follow it."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page, Response, expect

from tests.browser.film import FIRST_WORDS, SECONDS, record
from tests.browser.people import Editor
from tests.browser.site import RunningSite

pytestmark = pytest.mark.browser

TITLE = "Dagen på en minut"
ARTICLE = "Lappverket syr nytt av sjukhusets gamla gardiner"
CAPTIONS_OF_FILM = """
film => new Promise((resolve) => {
  const track = film.querySelector("track");
  const told = () => resolve([...track.track.cues].map((cue) => cue.text));
  if (track.readyState === 2) told();
  else track.addEventListener("load", told);
})
"""


@pytest.fixture(scope="module")
def address(site: RunningSite, browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> str:
    """Where the article with the film in it is read."""
    recording = record(browser, tmp_path_factory.mktemp("film"))
    editor = Editor.at(site, browser)
    editor.signs_in("lead_editor")
    editor.uploads_film(recording.film, recording.captions, title=TITLE)
    editor.opens(ARTICLE)
    editor.adds_film(TITLE, caption="Hela dagen, fast kortare.")
    return editor.publishes()


def time_of(page: Page) -> float:
    return float(page.locator("video").evaluate("film => film.currentTime"))


def starts_with_the_keyboard(page: Page) -> None:
    page.locator("video").focus()
    page.keyboard.press("Space")


def test_a_visitor_plays_the_film_with_the_keyboard_and_reads_its_captions(page: Page, address: str) -> None:
    page.goto(address)
    assert time_of(page) == 0
    starts_with_the_keyboard(page)
    page.wait_for_function("() => document.querySelector('video').currentTime > 1")

    assert page.locator("video").evaluate("film => film.error") is None
    assert page.locator("video").evaluate("film => film.videoWidth") == 320
    assert page.locator("video").evaluate(CAPTIONS_OF_FILM) == [
        FIRST_WORDS,
        "Nu börjar den första föreläsningen.",
    ]
    assert page.locator("video").evaluate("film => film.textTracks[0].mode") == "showing"
    page.keyboard.press("Space")
    page.wait_for_function("() => document.querySelector('video').paused")


def test_the_film_can_be_wound_forward_to_its_end(page: Page, address: str) -> None:
    page.goto(address)
    starts_with_the_keyboard(page)
    page.wait_for_function("() => document.querySelector('video').readyState >= 1")

    length = page.locator("video").evaluate("film => film.duration")
    page.locator("video").evaluate("(film, to) => { film.currentTime = to; }", length - 0.5)
    page.wait_for_function("() => document.querySelector('video').ended")

    assert SECONDS - 1 < length < SECONDS + 3


def test_the_player_gets_the_parts_that_it_asks_for(page: Page, address: str) -> None:
    asked: list[Response] = []
    page.on("response", lambda answer: asked.append(answer) if "/media/" in answer.url else None)
    page.goto(address)
    starts_with_the_keyboard(page)
    page.wait_for_function("() => document.querySelector('video').currentTime > 0.5")

    told = {answer.url.rsplit(".", 1)[1]: answer for answer in asked}
    assert told["webm"].status == 206
    assert told["webm"].headers["content-type"] == "video/webm"
    assert told["vtt"].headers["content-type"] == "text/vtt; charset=utf-8"
    part = page.request.get(told["webm"].url, headers={"Range": "bytes=1000-1999"})
    assert part.headers["content-range"].startswith("bytes 1000-1999/")
    assert len(part.body()) == 1000


def test_the_page_with_the_film_is_open_to_everybody(
    page: Page, address: str, accessibility_faults: Callable[[], list[str]]
) -> None:
    page.goto(address)

    expect(page.locator("video")).to_have_attribute("aria-label", TITLE)
    expect(page.locator("video track")).to_have_attribute("srclang", "sv")
    assert accessibility_faults() == []
