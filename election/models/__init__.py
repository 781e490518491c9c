"""Rows: one module per noun. Facts about one row live on its model, facts about sets on its QuerySet."""

from election.models.account import User
from election.models.announcement import Announcement
from election.models.answer import Answer, AnswerVersion, Draft
from election.models.body import Body, Term
from election.models.candidacy import Candidacy, CandidacyAddress, StatementVersion, Withdrawal
from election.models.declaration import Declaration, Winner
from election.models.election import Cancellation, Election, Publication, Rescheduling
from election.models.journal import JournalEntry, JournalHead, JournalText
from election.models.message import Message, MessagePart, Upload
from election.models.moderation import Hiding, Restoring
from election.models.nomination import (
    Admission,
    Application,
    Decision,
    Endorsement,
    Lateness,
    Nomination,
    NominationReply,
    Objection,
    StandingDraft,
)
from election.models.official import Official
from election.models.question import Question
from election.models.reply import Reply
from election.models.review import Review
from election.models.roll import RollEntry, RollImport, RollKey, RollUndoing, RollUpload
from election.models.roll_acts import RollAct, RollDecision, RollRequest, RollSecond

__all__ = [
    "Admission",
    "Announcement",
    "Answer",
    "AnswerVersion",
    "Application",
    "Body",
    "Cancellation",
    "Candidacy",
    "CandidacyAddress",
    "Decision",
    "Declaration",
    "Draft",
    "Election",
    "Endorsement",
    "Hiding",
    "JournalEntry",
    "JournalHead",
    "JournalText",
    "Lateness",
    "Message",
    "MessagePart",
    "Nomination",
    "NominationReply",
    "Objection",
    "Official",
    "Publication",
    "Question",
    "Reply",
    "Rescheduling",
    "Restoring",
    "Review",
    "RollAct",
    "RollDecision",
    "RollEntry",
    "RollImport",
    "RollKey",
    "RollRequest",
    "RollSecond",
    "RollUndoing",
    "RollUpload",
    "StandingDraft",
    "StatementVersion",
    "Term",
    "Upload",
    "User",
    "Winner",
    "Withdrawal",
]
