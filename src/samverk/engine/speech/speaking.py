"""Having a text read by another process, so that a fault there cannot harm the caller."""

import shutil
import subprocess
import sys

PATIENCE = 10
LONGEST = 500


class CannotSpeak(RuntimeError):
    """There is no eSpeak NG on this machine, or it does not know the language."""


def speak(text: str, *, voice: str, words_a_minute: int, pitch: int) -> bytes:
    """The text as a WAV file. `voice` is eSpeak's name of a language, like `sv`; `pitch` is 0 to 99.

    :raises CannotSpeak: when nothing on this machine can read it.
    """
    manner = [voice, str(words_a_minute), str(pitch)]
    for command in _commands(*manner):
        try:
            done = subprocess.run(  # noqa: S603 fixed programs; the text comes on their input
                command, input=text[:LONGEST].encode(), capture_output=True, timeout=PATIENCE, check=False
            )
        except (OSError, subprocess.TimeoutExpired):
            continue
        if done.returncode == 0 and done.stdout.startswith(b"RIFF"):
            return done.stdout
    raise CannotSpeak(voice)


def _commands(voice: str, speed: str, pitch: str) -> list[list[str]]:
    program = shutil.which("espeak-ng")
    own = [[program, "--stdin", "--stdout", "-v", voice, "-s", speed, "-p", pitch]] if program else []
    return [*own, [sys.executable, "-m", "samverk.engine.speech.package", voice, speed, pitch]]
