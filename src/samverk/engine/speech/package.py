"""Reads its input aloud into a WAV file on its output, with the eSpeak NG of the package `espeakng-loader`.

Run as `python -m samverk.engine.speech.package VOICE WORDS_A_MINUTE PITCH`.
"""

import ctypes
import io
import sys
import wave
from typing import Any

# The names and numbers of speak_lib.h.
RETRIEVAL = 1
RATE, PITCH = 1, 3
UTF8 = 1
HEARD = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.POINTER(ctypes.c_short), ctypes.c_int, ctypes.c_void_p)


def main(voice: str, words_a_minute: str, pitch: str) -> int:
    """Read; returns the exit code."""
    import espeakng_loader

    library = ctypes.CDLL(espeakng_loader.get_library_path())
    samples = bytearray()

    def hear(wave: Any, count: int, _events: Any) -> int:
        if wave and count > 0:
            samples.extend(ctypes.string_at(wave, count * 2))
        return 0

    listener = HEARD(hear)
    rate = library.espeak_Initialize(RETRIEVAL, 0, espeakng_loader.get_data_path().encode(), 0)
    library.espeak_SetSynthCallback(listener)
    if rate <= 0 or library.espeak_SetVoiceByName(voice.encode()) != 0:
        return 1
    library.espeak_SetParameter(RATE, int(words_a_minute), 0)
    library.espeak_SetParameter(PITCH, int(pitch), 0)
    text = sys.stdin.buffer.read()
    library.espeak_Synth(text, len(text) + 1, 0, 1, 0, UTF8, None, None)
    library.espeak_Synchronize()
    sys.stdout.buffer.write(_file(bytes(samples), rate))
    return 0


def _file(samples: bytes, rate: int) -> bytes:
    file = io.BytesIO()
    with wave.open(file, "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(2)
        sound.setframerate(rate)
        sound.writeframes(samples)
    return file.getvalue()


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
