"""What a part of a message became, in words and with its address."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse

from election.models import Announcement, Answer, Election, MessagePart, Question, Reply

Post = Announcement | Question | Answer | Reply

POSTS = (
    "announcement",
    "question__election",
    "answer__question__election",
    "answer__candidacy",
    "reply__question__election",
    "reply__answer__candidacy",
    "reply__parent",
)
"""What to select with a part before it is told."""


@dataclass(frozen=True)
class Became:
    """What it became: words for people, the address where it stands ("" for nothing), and how its place was found."""

    words: str
    url: str
    said: str


def post_of(part: MessagePart) -> Post | None:
    """The row that it became."""
    return part.announcement or part.question or part.answer or part.reply


def column(post: Post) -> str:
    """The column of a part in which this post stands."""
    return type(post).__name__.lower()


def became(part: MessagePart, election: Election) -> Became:
    """No query where the part was selected with its posts."""
    if part.announcement:
        url = reverse("announcements:show", args=[election.slug, part.announcement.pk])
        return Became("An announcement", url, part.said)
    if part.question:
        return Became(f"Question {part.question.number}", part.question.get_absolute_url(), part.said)
    if part.answer:
        return Became(_answer(part.answer), part.answer.get_absolute_url(), part.said)
    if part.reply:
        return Became(_reply(part.reply), part.reply.get_absolute_url(), part.said)
    return Became("Left out by an official", "", part.said)


def _answer(answer: Answer) -> str:
    return f"{answer.candidacy.name}’s answer to question {answer.question.number}"


def _reply(reply: Reply) -> str:
    under = f"question {reply.question.number}"
    if reply.parent:
        return f"A reply to {reply.parent.author_name} under {under}"
    if reply.answer:
        return f"A reply to {reply.answer.candidacy.name}’s answer to {under}"
    return f"A reply to {under}"
