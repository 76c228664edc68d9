"""Tables of the day that comes back."""

from samverk.parts.day.models.editions import Edition, Series, State
from samverk.parts.day.models.programme import Kind, Room, Session, Stream
from samverk.parts.day.models.questions import Question, QuestionKind, Standard
from samverk.parts.day.models.registration import (
    HOLD_A_SEAT,
    Registration,
    RegistrationState,
    SensitiveAnswers,
)
from samverk.parts.day.models.speakers import SessionSpeaker, Speaker
from samverk.parts.day.models.tickets import Audience, TicketKind

__all__ = [
    "HOLD_A_SEAT",
    "Audience",
    "Edition",
    "Kind",
    "Question",
    "QuestionKind",
    "Registration",
    "RegistrationState",
    "Room",
    "SensitiveAnswers",
    "Series",
    "Session",
    "SessionSpeaker",
    "Speaker",
    "Standard",
    "State",
    "Stream",
    "TicketKind",
]
