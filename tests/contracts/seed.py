"""The sentences of the source page, as the specification counts them."""

import hashlib
import re
from pathlib import Path

SEED = Path(__file__).resolve().parents[2].parent / "shared" / "seed" / "sociala-foretagsdagen.txt"
END_OF_SENTENCE = re.compile(r"(?<=[.?!])\s+(?=[A-ZÅÄÖ*])")
NOT_A_SENTENCE = re.compile(r"^\W*$")


def sentences(text: str) -> list[str]:
    """Each sentence, heading, label and caption of the text, in its order."""
    lines = (line.strip(" \t•") for line in text.splitlines())
    return [
        " ".join(sentence.split())
        for line in lines
        for sentence in END_OF_SENTENCE.split(line)
        if not NOT_A_SENTENCE.match(sentence)
    ]


def key(sentence: str) -> str:
    """What a row of docs/trace.md calls the sentence, so that the page itself need not be copied there."""
    return hashlib.sha256(sentence.encode()).hexdigest()[:8]
