"""A murmur under a voice, so that a machine cannot know the recording again."""

import array
import io
import secrets
import sys
import wave
from itertools import accumulate

LOUDNESS = 5.0  # times each step of the noise: people hear the voice well above it
FALL = 0.97  # brown noise: each sample is near the one before
LOUDEST = 32767


def over_a_murmur(file: bytes) -> bytes:
    """The sound of a WAV file (one channel, 16 bits) with noise of its own beneath it."""
    with wave.open(io.BytesIO(file), "rb") as sound:
        rate = sound.getframerate()
        samples = array.array("h", sound.readframes(sound.getnframes()))
    if sys.byteorder == "big":
        samples.byteswap()
    steps = array.array("b", secrets.token_bytes(len(samples)))
    noise = accumulate(steps, lambda before, step: FALL * before + step)
    mixed = array.array("h", map(_mix, samples, noise))
    if sys.byteorder == "big":
        mixed.byteswap()
    return _file(mixed.tobytes(), rate)


def _mix(sample: int, noise: float) -> int:
    return max(-LOUDEST, min(LOUDEST, int(sample + LOUDNESS * noise)))


def _file(samples: bytes, rate: int) -> bytes:
    file = io.BytesIO()
    with wave.open(file, "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(2)
        sound.setframerate(rate)
        sound.writeframes(samples)
    return file.getvalue()
