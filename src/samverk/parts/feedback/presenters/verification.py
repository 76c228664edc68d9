"""Digits as a picture and as a voice."""

import secrets
from functools import cache

from captcha.image import ImageCaptcha

from samverk.engine.speech import CannotSpeak, over_a_murmur, speak

WIDTH, HEIGHT = 280, 90
INK, GROUND = (255, 255, 255, 255), (13, 59, 52)
DEFAULT_VOICE = "sv"
VOICES = {"sv": "sv", "en": "en", "fi": "fi", "fit": "fi", "ar": "ar"}


def drawn(digits: str) -> bytes:
    """The digits as a PNG, light on dark, turned and bent differently each time."""
    return bytes(_drawer().generate(digits, bg_color=GROUND, fg_color=INK).getvalue())


def read_out(digits: str, *, language: str) -> bytes:
    """The digits as a WAV, slowly, each by itself; empty when nothing here can speak."""
    chance = secrets.SystemRandom()
    text = ". ".join(digits) + "."
    try:
        voice = speak(
            text,
            voice=VOICES.get(language, DEFAULT_VOICE),
            words_a_minute=chance.randint(95, 125),
            pitch=chance.randint(30, 65),
        )
    except CannotSpeak:
        return b""
    return over_a_murmur(voice)


@cache
def can_speak() -> bool:
    """Whether digits can be read out on this machine."""
    return bool(read_out("1", language=DEFAULT_VOICE))


@cache
def _drawer() -> ImageCaptcha:
    return ImageCaptcha(width=WIDTH, height=HEIGHT, font_sizes=(52, 58, 64))
