"""Questions: ask, edit, take back. Numbered in their election, under one lock."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Max

from election.domain import journal
from election.domain.journal import Deed
from election.domain.refusals import Refused
from election.models import Candidacy, Election, Message, Question, User
from election.models.post import Voice
from election.models.written import rendered

GRACE = timedelta(minutes=15)
"""How long one's own question or reply can be edited."""

CLICKS = timedelta(minutes=1)
"""The same words by the same person in the same place within so short a time are a second click, not a second post."""


@transaction.atomic
def ask(
    election: Election,
    sentence: str,
    source: str,
    at: datetime,
    *,
    author: User | None = None,
    author_name: str = "",
    voice: Voice = Voice.MEMBER,
    to: Sequence[Candidacy] | None = None,
    sent: str = "",
    message: Message | None = None,
) -> Question:
    """A new question with the next number of its election, asked of `to` (None: of all). A member's are counted
    against the election's limit; an official's is journalled. The same again within a minute is a second click, and
    gives the first. Raises Refused when the limit is used up."""
    locked = Election.objects.select_for_update().get(pk=election.pk)
    if author and (clicked := _just_asked(locked, author, sentence, source, at)):
        return clicked
    if author and voice is not Voice.OFFICIAL:
        _within_limit(locked, author)
    last = Question.objects.filter(election=locked).aggregate(last=Max("number"))["last"] or 0
    question = Question.objects.create(
        election=election,
        number=last + 1,
        sentence=sentence,
        to_all=to is None,
        author=author,
        author_name=author_name or (author.name if author else ""),
        voice=voice,
        at=at,
        sent=sent,
        message=message,
        **rendered(source),
    )
    question.asked.set(to or ())
    if message is None:
        _journal(Deed.QUESTION_SEEDED, question, author, at)
    return question


def _just_asked(election: Election, author: User, sentence: str, source: str, at: datetime) -> Question | None:
    asked = Question.objects.filter(election=election, author=author, sentence=sentence, source=source)
    return asked.standing().filter(at__gt=at - CLICKS, at__lte=at).first()


def _journal(deed: Deed, question: Question, by: User | None, at: datetime) -> None:
    """An official's question is an act; a member's is not."""
    if question.voice == Voice.OFFICIAL:
        journal.record(deed, by=by, at=at, election=question.election, after={"question": question.number})


def _within_limit(election: Election, author: User) -> None:
    if left(election, author) <= 0:
        raise Refused(
            f"You have asked {election.questions_each} questions, as many as each person may in this election."
        )


def left(election: Election, author: User) -> int:
    """How many more questions this person may ask; hidden ones count, taken back ones do not."""
    return election.questions_each - Question.objects.counted(election, author).count()


def is_own_fresh(question: Question, user: User | None, at: datetime) -> bool:
    """Whether `user` asked it less than 15 minutes ago, and its text still stands; answers are not looked at."""
    own = user is not None and question.author_id == user.pk
    return own and not question.is_silent and at < question.at + GRACE


def can_be_edited(question: Question, user: User | None, at: datetime) -> bool:
    """Whether `user` may still mend the wording: their own, fresh, and answered by nobody."""
    return is_own_fresh(question, user, at) and not question.answers.exists()


@transaction.atomic
def edit(question: Question, sentence: str, source: str, by: User, at: datetime) -> Question:
    """The asker mends the wording. Raises Refused after 15 minutes or once somebody has answered."""
    locked = _own_unanswered(question, by)
    if not is_own_fresh(locked, by, at):
        raise Refused("A question can be edited for 15 minutes. After that it stays as it was asked.")
    for column, value in {"sentence": sentence, "edited_at": at, **rendered(source)}.items():
        setattr(locked, column, value)
    locked.save()
    _journal(Deed.QUESTION_EDITED, locked, by, at)
    return locked


@transaction.atomic
def take_back(question: Question, by: User, at: datetime) -> Question:
    """The asker takes an unanswered question back: its number stays, its text goes. Raises Refused once answered."""
    locked = _own_unanswered(question, by)
    for column, value in {"taken_back_at": at, "sentence": "", **rendered("")}.items():
        setattr(locked, column, value)
    locked.save()
    _journal(Deed.QUESTION_TAKEN_BACK, locked, by, at)
    return locked


def _own_unanswered(question: Question, by: User) -> Question:
    locked = Question.objects.select_for_update().get(pk=question.pk)
    if locked.author_id != by.pk:
        raise Refused("Only the person who asked this question can change it.")
    if locked.is_silent:
        raise Refused("This question was hidden or taken back, so it can no longer be changed.")
    if locked.answers.exists():
        raise Refused("Somebody has answered this question, so it stays as it was asked.")
    return locked
