"""Speech from text: short texts read aloud by eSpeak NG, the machine's own or the one in the Python package.

eSpeak NG (GPL-3.0-or-later) is always a program of its own here: nothing of it is loaded into the caller.
"""

from samverk.engine.speech.murmur import over_a_murmur
from samverk.engine.speech.speaking import CannotSpeak, speak

__all__ = ["CannotSpeak", "over_a_murmur", "speak"]
