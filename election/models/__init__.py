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
from election.models.official import Official
from election.models.question import Question
from election.models.reply import Reply
from election.models.roll import RollEntry, RollImport, RollKey, RollUndoing, RollUpload
from election.models.roll_acts import RollAct, RollDecision, RollRequest, RollSecond

__all__ = [
    "Announcement",
    "Answer",
    "AnswerVersion",
    "Body",
    "Cancellation",
    "Candidacy",
    "CandidacyAddress",
    "Declaration",
    "Draft",
    "Election",
    "Hiding",
    "JournalEntry",
    "JournalHead",
    "JournalText",
    "Message",
    "MessagePart",
    "Official",
    "Publication",
    "Question",
    "Reply",
    "Rescheduling",
    "Restoring",
    "RollAct",
    "RollDecision",
    "RollEntry",
    "RollImport",
    "RollKey",
    "RollRequest",
    "RollSecond",
    "RollUndoing",
    "RollUpload",
    "StatementVersion",
    "Term",
    "Upload",
    "User",
    "Winner",
    "Withdrawal",
]
