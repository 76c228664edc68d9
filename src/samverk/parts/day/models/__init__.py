"""Tables of the day that comes back."""

from samverk.parts.day.models.audience import Asked, QuestionTime, QuestionVote, SpeakerQuestion
from samverk.parts.day.models.checkin import Deed, Door, Passage, Remark, Settlement, Turnout, Way
from samverk.parts.day.models.editions import Edition, Series, State
from samverk.parts.day.models.evaluation import (
    About,
    AnsweredMark,
    Asks,
    Quotation,
    SaidText,
    SealedAnswer,
    Survey,
    SurveyQuestion,
    Tally,
)
from samverk.parts.day.models.invoices import (
    VAT_PERCENT,
    Invoice,
    InvoiceLine,
    LedgerExport,
    Payer,
    Receivable,
)
from samverk.parts.day.models.live import AsAnnounced, LiveNotice
from samverk.parts.day.models.programme import Kind, Room, Session, Stream
from samverk.parts.day.models.proposals import (
    GRADES,
    Call,
    Decision,
    Proposal,
    ProposalState,
    ProposedSpeaker,
    Review,
)
from samverk.parts.day.models.questions import Question, QuestionKind, Standard
from samverk.parts.day.models.registration import (
    HOLD_A_SEAT,
    Registration,
    RegistrationState,
    SensitiveAnswers,
)
from samverk.parts.day.models.sellers import Bookkeeping, Seller
from samverk.parts.day.models.speakers import SessionSpeaker, Speaker
from samverk.parts.day.models.texts import LetterText, Notice, NoticeReceipt
from samverk.parts.day.models.tickets import Audience, TicketKind
from samverk.parts.day.models.uploads import Export, Upload

__all__ = [
    "GRADES",
    "HOLD_A_SEAT",
    "VAT_PERCENT",
    "About",
    "AnsweredMark",
    "AsAnnounced",
    "Asked",
    "Asks",
    "Audience",
    "Bookkeeping",
    "Call",
    "Decision",
    "Deed",
    "Door",
    "Edition",
    "Export",
    "Invoice",
    "InvoiceLine",
    "Kind",
    "LedgerExport",
    "LetterText",
    "LiveNotice",
    "Notice",
    "NoticeReceipt",
    "Passage",
    "Payer",
    "Proposal",
    "ProposalState",
    "ProposedSpeaker",
    "Question",
    "QuestionKind",
    "QuestionTime",
    "QuestionVote",
    "Quotation",
    "Receivable",
    "Registration",
    "RegistrationState",
    "Remark",
    "Review",
    "Room",
    "SaidText",
    "SealedAnswer",
    "Seller",
    "SensitiveAnswers",
    "Series",
    "Session",
    "SessionSpeaker",
    "Settlement",
    "Speaker",
    "SpeakerQuestion",
    "Standard",
    "State",
    "Stream",
    "Survey",
    "SurveyQuestion",
    "Tally",
    "TicketKind",
    "Turnout",
    "Upload",
    "Way",
]
