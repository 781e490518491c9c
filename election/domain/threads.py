"""Threads: replies to a question, an answer or a reply, in any depth, laid out flat so that no depth is too deep."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction

from election.domain.questions import CLICKS, GRACE
from election.domain.refusals import Refused
from election.models import Answer, Candidacy, Message, Question, Reply, User
from election.models.post import Voice
from election.models.written import rendered

NESTED = 5
"""From this level on a reply is no longer indented: it names whom it answers."""


@dataclass(frozen=True)
class Node:
    """One reply in reading order. `level` is its true depth (1: first), `to` whom it answers; `opens` says that a
    list of replies begins below it, `closes` how many lists end after it."""

    reply: Reply
    level: int
    to: str
    opens: bool
    closes: range

    @property
    def is_deep(self) -> bool:
        """From here on lists are not nested any further: the words "to …" stand for the indent."""
        return self.level >= NESTED


@dataclass(frozen=True)
class Thread:
    """The replies below a question or an answer, in reading order."""

    nodes: tuple[Node, ...] = ()

    @property
    def number(self) -> int:
        """How many replies can be read."""
        return sum(not node.reply.is_silent for node in self.nodes)

    def by(self, candidacy: Candidacy) -> int:
        """How many of them are this candidate's."""
        return sum(node.reply.candidacy_id == candidacy.pk and not node.reply.is_silent for node in self.nodes)


def threads(question: Question) -> dict[int | None, Thread]:
    """The threads of a question's page by answer id (None: below the question itself), in one query."""
    return threads_of([question]).get(question.pk, {})


def threads_of(questions: Iterable[Question]) -> dict[int, dict[int | None, Thread]]:
    """The threads of many questions, by question id and then by answer id, in one query."""
    sorted_out: dict[int, dict[int | None, list[Reply]]] = {}
    for reply in Reply.objects.filter(question__in=questions).select_related("hiding__by"):
        sorted_out.setdefault(reply.question_id, {}).setdefault(reply.answer_id, []).append(reply)
    return {q: {answer: Thread(tuple(lay_out(rs))) for answer, rs in parts.items()} for q, parts in sorted_out.items()}


def lay_out(replies: Iterable[Reply]) -> Iterator[Node]:
    """Replies in reading order: each followed by what answers it, oldest first. No recursion: any depth is fine."""
    children: dict[int | None, list[Reply]] = {}
    names: dict[int | None, str] = {}
    for reply in replies:
        children.setdefault(reply.parent_id, []).append(reply)
        names[reply.pk] = "a hidden reply" if reply.is_hidden else reply.author_name
    placed = list(_walk(children))
    for (reply, level), (_, after) in zip(placed, [*placed[1:], (None, 1)], strict=True):
        here, below = min(level, NESTED), min(after, NESTED)
        yield Node(reply, level, names.get(reply.parent_id, ""), below > here, range(max(0, here - below)))


def _walk(children: dict[int | None, list[Reply]]) -> Iterator[tuple[Reply, int]]:
    waiting = [(reply, 1) for reply in reversed(children.get(None, []))]
    while waiting:
        reply, level = waiting.pop()
        yield reply, level
        waiting += [(child, level + 1) for child in reversed(children.get(reply.pk, []))]


@transaction.atomic
def reply(
    question: Question,
    source: str,
    at: datetime,
    *,
    author: User | None = None,
    author_name: str = "",
    voice: Voice = Voice.MEMBER,
    answer: Answer | None = None,
    parent: Reply | None = None,
    candidacy: Candidacy | None = None,
    sent: str = "",
    message: Message | None = None,
) -> Reply:
    """A new reply to `parent`, else to `answer`, else to the question. A reply to a reply stands in its thread. The
    same again within a minute is a second click, and gives the first."""
    place = {"question": question, "answer": parent.answer if parent else answer, "parent": parent}
    if author and (clicked := _just_said(author, source, at, place)):
        return clicked
    return Reply.objects.create(
        **place,
        candidacy=candidacy,
        author=author,
        author_name=author_name or (author.name if author else ""),
        voice=voice,
        at=at,
        sent=sent,
        message=message,
        **rendered(source),
    )


def _just_said(author: User, source: str, at: datetime, place: Mapping[str, Any]) -> Reply | None:
    Question.objects.select_for_update().get(pk=place["question"].pk)  # two clicks at once queue here
    said = Reply.objects.filter(author=author, source=source, taken_back_at=None, hiding=None, **place)
    return said.filter(at__gt=at - CLICKS, at__lte=at).first()


def is_own(reply: Reply, user: User | None) -> bool:
    return user is not None and reply.author_id == user.pk and not reply.is_silent


def is_own_fresh(reply: Reply, user: User | None, at: datetime) -> bool:
    """Whether `user` may still edit it: written by them less than 15 minutes ago, and its text stands."""
    return is_own(reply, user) and at < reply.at + GRACE


@transaction.atomic
def edit(reply: Reply, source: str, by: User, at: datetime) -> Reply:
    """The author mends the wording. Raises Refused after 15 minutes."""
    locked = _own(reply, by)
    if not is_own_fresh(locked, by, at):
        raise Refused("A reply can be edited for 15 minutes. Write another one to add to it.")
    for column, value in {"edited_at": at, **rendered(source)}.items():
        setattr(locked, column, value)
    locked.save()
    return locked


@transaction.atomic
def take_back(reply: Reply, by: User, at: datetime) -> Reply:
    """The author takes it back: its text goes, what stands below it stays."""
    locked = _own(reply, by)
    for column, value in {"taken_back_at": at, **rendered("")}.items():
        setattr(locked, column, value)
    locked.save()
    return locked


def _own(reply: Reply, by: User) -> Reply:
    locked = Reply.objects.select_for_update().get(pk=reply.pk)
    if not is_own(locked, by):
        raise Refused("Only the person who wrote this reply can change it, and only while it stands.")
    return locked
