"""A text becomes a sound that a person understands and a machine does not know again."""

import io
import sys
import wave

import pytest

from samverk.engine.speech import CannotSpeak, over_a_murmur, speak, speaking


def seconds(file: bytes) -> float:
    with wave.open(io.BytesIO(file)) as sound:
        return sound.getnframes() / sound.getframerate()


def said(text: str, **manner: int | str) -> bytes:
    return speak(text, **{"voice": "sv", "words_a_minute": 120, "pitch": 50, **manner})  # type: ignore[arg-type]


def test_a_longer_text_takes_longer() -> None:
    assert seconds(said("Ett. Två. Tre.")) > seconds(said("Ett.")) > 0.2


def test_it_can_be_said_more_slowly() -> None:
    assert seconds(said("Ett. Två.", words_a_minute=90)) > seconds(said("Ett. Två.", words_a_minute=200))


def test_swedish_and_english_sound_different() -> None:
    assert said("1. 2. 3.", voice="sv") != said("1. 2. 3.", voice="en")


def test_a_language_that_nobody_speaks_is_refused() -> None:
    with pytest.raises(CannotSpeak):
        said("Hej.", voice="finns-inte")


def test_the_next_program_is_tried_when_one_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    package = [sys.executable, "-m", "samverk.engine.speech.package", "sv", "120", "50"]
    monkeypatch.setattr(speaking, "_commands", lambda *_: [["/finns-inte"], package])

    assert seconds(said("Ett.")) > 0.2


def test_a_murmur_is_another_each_time_and_as_long_as_the_voice() -> None:
    voice = said("Ett.")
    first, second = over_a_murmur(voice), over_a_murmur(voice)

    assert first != second
    assert seconds(first) == seconds(second) == seconds(voice)
