"""Hide and restore: reversible, with a public reason, journalled. A hidden post leaves its place and its children."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from election.domain import journal
from election.domain.journal import Deed
from election.domain.refusals import Refused
from election.models import Answer, Election, Hiding, Question, Reply, Restoring, User

Postlike = Question | Answer | Reply

KINDS: dict[str, type[Postlike]] = {"question": Question, "answer": Answer, "reply": Reply}


def find(election: Election, kind: str, pk: int) -> Postlike | None:
    """The post of this kind and id in this election, if there is one."""
    model = KINDS.get(kind)
    if model is Question:
        return Question.objects.filter(election=election, pk=pk).select_related("hiding__by").first()
    if model is Answer:
        return Answer.objects.filter(question__election=election, pk=pk).select_related(*_around).first()
    if model is Reply:
        return Reply.objects.filter(question__election=election, pk=pk).select_related(*_around).first()
    return None


_around = ("hiding__by", "question__election")


def kind_of(post: Postlike) -> str:
    return type(post).__name__.lower()


def question_of(post: Postlike) -> Question:
    return post if isinstance(post, Question) else post.question


@transaction.atomic
def hide(post: Postlike, reason: str, by: User, at: datetime) -> Hiding:
    """`post` is hidden, with the reason everybody reads in its place. Raises Refused where there is nothing to hide."""
    locked = type(post).objects.select_for_update().get(pk=post.pk)
    if locked.is_silent:
        raise Refused("There is nothing to hide here: it is hidden already, or was taken back.")
    election = question_of(post).election
    hiding = Hiding.objects.create(election=election, reason=reason, by=by, at=at)
    locked.hiding = hiding
    locked.save(update_fields=["hiding"])
    _journal(Deed.POST_HIDDEN, post, reason, by, at)
    return hiding


@transaction.atomic
def restore(hiding: Hiding, reason: str, by: User, at: datetime) -> Postlike:
    """The post that `hiding` hides is shown again. Raises Refused where it is no longer hidden by it."""
    Hiding.objects.select_for_update().get(pk=hiding.pk)  # two clicks at once queue here
    post = hidden_by(hiding)
    if post is None:
        raise Refused("This has been restored already.")
    Restoring.objects.create(hiding=hiding, reason=reason, by=by, at=at)
    post.hiding = None
    post.save(update_fields=["hiding"])
    _journal(Deed.POST_RESTORED, post, reason, by, at)
    return post


def hidden_by(hiding: Hiding) -> Postlike | None:
    """What this hiding hides now; None once restored."""
    for kind in KINDS.values():
        if post := kind.objects.filter(hiding=hiding).first():
            return post
    return None


def _journal(deed: Deed, post: Postlike, reason: str, by: User, at: datetime) -> None:
    question = question_of(post)
    facts = {"kind": kind_of(post), "id": post.pk, "question": question.number}
    journal.record(deed, by=by, at=at, election=question.election, after=facts, words={"reason": reason})
