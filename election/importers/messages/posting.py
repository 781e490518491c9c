"""Make one post from one message, by the same verbs as people's own posts; dates and names are the message's."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from datetime import datetime
from typing import TypedDict

from election.domain import announcements, answers, questions, threads
from election.domain.refusals import Refused
from election.forms.fields import CONTROLS, TURNS
from election.importers.messages.became import Post
from election.importers.threads import Kind, Proposal
from election.importers.threads.questions import wording
from election.models import Answer, Candidacy, Election, Question, Reply
from election.models import Message as Row
from election.models.post import Voice


@dataclass(frozen=True)
class Place:
    """Where an answer or a reply goes: the question, and the answer or reply that it stands under."""

    question: Question
    answer: Answer | None = None
    reply: Reply | None = None


@dataclass(frozen=True)
class Voiced:
    """Who speaks in a post: the name that is shown, as what, and which candidate."""

    name: str
    voice: Voice
    candidacy: Candidacy | None


class Origin(TypedDict):
    """What every post from a message bears."""

    sent: str
    message: Row


def make(
    election: Election, kind: Kind, proposal: Proposal, place: Place | None, by: Voiced, row: Row, at: datetime
) -> Post:
    """The post. Raises Refused where it has no place, and ValueError where its text cannot be shown."""
    origin = Origin(sent=said_date(row), message=row)
    if kind is Kind.ANNOUNCEMENT:
        title = line(proposal.title or row.subject, 200) or "Announcement"
        return announcements.tell(election, title, proposal.text, None, at, author_name=by.name, **origin)
    if kind is Kind.QUESTION:
        sentence, background = _question(proposal)
        return questions.ask(election, sentence, background, at, author_name=by.name, voice=by.voice, **origin)
    if place is None:
        raise Refused("What it answers is not brought in.")
    if kind is Kind.ANSWER and by.candidacy and not _has_answered(place.question, by.candidacy):
        return answers.publish(place.question, by.candidacy, proposal.text, at, **origin)
    return threads.reply(
        place.question,
        proposal.text,
        at,
        author_name=by.name,
        voice=by.voice,
        answer=place.answer,
        parent=place.reply,
        candidacy=by.candidacy,
        **origin,
    )


def said_date(row: Row) -> str:
    """The words that stand for a date whose zone is unknown; "" where the moment is known."""
    return "" if row.at else (row.sent[:120] or "date unknown")


def line(text: str, longest: int) -> str:
    """One line of plain text: no control characters, no bidi controls, cut at `longest` characters."""
    plain = (c for c in " ".join(text.split()) if not _is_control(c))
    return "".join(plain).strip()[:longest]


def _is_control(character: str) -> bool:
    return unicodedata.category(character) in CONTROLS or unicodedata.bidirectional(character) in TURNS


def _question(proposal: Proposal) -> tuple[str, str]:
    """Sentence and background. Where an official makes a whole message a question, it keeps its text as background."""
    if proposal.kind is Kind.QUESTION:
        return line(proposal.text, 300), proposal.background
    whole = line(proposal.text, len(proposal.text))
    sentence = wording(whole).text
    return sentence, "" if sentence == whole else proposal.text


def _has_answered(question: Question, candidacy: Candidacy) -> bool:
    return Answer.objects.filter(question=question, candidacy=candidacy).exists()
