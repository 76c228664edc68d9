"""What a visitor may be asked about cookies, and which answers stand.

Lagen (2022:482) om elektronisk kommunikation, 9 kap. 28 §: what is not needed for the service that the
visitor asked for is stored only after information and consent. Withdrawing is as easy as giving
(dataskyddsförordningen, artikel 7.3).
"""

import hashlib
import re
from dataclasses import dataclass
from enum import StrEnum

_WRITTEN = re.compile(r"(?P<answer>seen|accept|refuse)\.(?P<version>[0-9a-f]{12})\.(?P<key>[0-9a-f]{32}|-)")


class Answer(StrEnum):
    """What a visitor has said: that the information is read, or yes or no to statistics."""

    SEEN = "seen"
    ACCEPT = "accept"
    REFUSE = "refuse"


CONSENTS = (Answer.ACCEPT, Answer.REFUSE)


@dataclass(frozen=True)
class Remembered:
    """What the answer cookie holds: the answer, the version of its question, the key of its record."""

    answer: Answer
    version: str
    key: str = "-"

    def __str__(self) -> str:
        return f"{self.answer}.{self.version}.{self.key}"


def read(value: str) -> Remembered | None:
    """What an answer cookie says; None for anything that we did not write."""
    found = _WRITTEN.fullmatch(value)
    if found is None:
        return None
    return Remembered(Answer(found["answer"]), found["version"], found["key"])


def standing(value: str, *, version: str) -> Answer | None:
    """The answer that still stands: one that was given to the text as it is now."""
    remembered = read(value)
    if remembered is None or remembered.version != version:
        return None
    return remembered.answer


def must_ask(answer: Answer | None, *, statistics: bool) -> bool:
    """Whether the notice is shown: to inform until it is read, or to ask until it is answered yes or no."""
    return answer not in CONSENTS if statistics else answer is None


def version_of(*texts: str) -> str:
    """A short name for exactly these texts: another text has another name."""
    return hashlib.sha256("\n".join(texts).encode()).hexdigest()[:12]
