"""Tables of what people say about pages, and what becomes of it."""

from samverk.parts.feedback.models.answers import Answer, Delivery
from samverk.parts.feedback.models.comments import Comment, Kind, State
from samverk.parts.feedback.models.digest import DigestChoice, Frequency
from samverk.parts.feedback.models.limits import DailySalt, SenderCount
from samverk.parts.feedback.models.responsibility import Responsibility
from samverk.parts.feedback.models.verification import SpentProof

__all__ = [
    "Answer",
    "Comment",
    "DailySalt",
    "Delivery",
    "DigestChoice",
    "Frequency",
    "Kind",
    "Responsibility",
    "SenderCount",
    "SpentProof",
    "State",
]
