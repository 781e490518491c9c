"""Answers: exactly one per candidate per question; publish, change, decline, and make one's reply the answer."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from election.domain import drafts
from election.domain.refusals import Refused
from election.models import Answer, AnswerVersion, Candidacy, Draft, Message, Question, Reply
from election.models.written import rendered


@transaction.atomic
def publish(
    question: Question,
    candidacy: Candidacy,
    source: str,
    at: datetime,
    *,
    sent: str = "",
    message: Message | None = None,
    seen: int | None = None,
) -> Answer:
    """`candidacy`'s one answer to `question` now says `source`; the first version or a new one, the draft is done
    with. The same text again changes nothing. Raises Refused where the candidate was not asked; Stale where `seen` is
    given and not the revision of a draft that stands, which says something else."""
    if seen is not None:
        Question.objects.select_for_update().get(pk=question.pk)
        drafts.refuse_stale(question, candidacy, source, seen)
    answer = _put(question, candidacy, source, at, declined=False, sent=sent, message=message)
    Draft.objects.filter(question=question, candidacy=candidacy).delete()
    return answer


@transaction.atomic
def decline(question: Question, candidacy: Candidacy, reason: str, at: datetime) -> Answer:
    """`candidacy` declines to answer, with a reason or without (""); can be changed like any answer, so a draft
    stays."""
    return _put(question, candidacy, reason, at, declined=True)


def _put(
    question: Question,
    candidacy: Candidacy,
    source: str,
    at: datetime,
    *,
    declined: bool,
    sent: str = "",
    message: Message | None = None,
) -> Answer:
    locked = Question.objects.select_for_update().get(pk=question.pk)  # two clicks at once queue here
    _asked(locked, candidacy)
    answer = Answer.objects.filter(question=locked, candidacy=candidacy).first()
    if answer and (answer.source, answer.declined) == (source, declined):
        return answer
    others = locked.answers.exclude(candidacy=candidacy).filter(declined=False).count()
    if answer is None:
        answer = Answer(question=question, candidacy=candidacy, at=at, sent=sent, message=message)
    else:
        answer.changed_at, answer.changed_after = at, others
    _say(answer, source, declined)
    _keep_version(answer, at, others)
    return answer


def _asked(question: Question, candidacy: Candidacy) -> None:
    if question.is_silent:
        raise Refused("This question was hidden or taken back, so it takes no answers.")
    if not was_asked(question, candidacy):
        raise Refused("This question was asked of other candidates. You can reply to it in its thread.")


def was_asked(question: Question, candidacy: Candidacy) -> bool:
    """Whether this question was put to this candidate: to all, or to them by name."""
    return question.to_all or question.asked.filter(pk=candidacy.pk).exists()


def _say(answer: Answer, source: str, declined: bool) -> None:
    for column, value in {"declined": declined, **rendered(source)}.items():
        setattr(answer, column, value)
    answer.save()


def _keep_version(answer: Answer, at: datetime, others: int) -> None:
    columns = {"source": answer.source, "html": answer.html, "renderer": answer.renderer}
    number = answer.versions.count() + 1
    AnswerVersion.objects.create(
        answer=answer, number=number, at=at, declined=answer.declined, others=others, **columns
    )


def can_become_answer(reply: Reply, candidacy: Candidacy | None) -> bool:
    """Whether this reply of `candidacy` stands under a question and could be its answer; answers are not looked at."""
    own = candidacy is not None and reply.candidacy_id == candidacy.pk
    return own and reply.answer_id is None and not reply.is_silent


@transaction.atomic
def adopt(reply: Reply, candidacy: Candidacy, at: datetime) -> Answer:
    """The candidate's own reply under a question becomes their answer; in the thread its place says so.
    Raises Refused where there is an answer already, or the reply is not theirs. A draft stays."""
    Question.objects.select_for_update().get(pk=reply.question_id)  # before the reply: two of theirs at once queue here
    locked = Reply.objects.select_for_update().select_related("question__election").get(pk=reply.pk)
    if not can_become_answer(locked, candidacy):
        raise Refused("Only your own reply under a question can become your answer.")
    if Answer.objects.filter(question=locked.question, candidacy=candidacy).exists():
        raise Refused("You have answered this question already. You can change that answer instead.")
    answer = _put(locked.question, candidacy, locked.source, at, declined=False)
    locked.became = answer
    locked.save(update_fields=["became"])
    return answer
