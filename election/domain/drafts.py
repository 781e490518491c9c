"""Drafts of answers: saved while one writes, seen by their author only; a second tab is told and never overwrites."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from election.models import AnswerVersion, Candidacy, Draft, Question

APART = 1_000_000
"""More than anybody saves between two versions of an answer: a new draft never bears a number an old one had."""


class Stale(Exception):
    """The draft was saved elsewhere in the meantime; `draft` is what stands."""

    def __init__(self, draft: Draft) -> None:
        super().__init__("This draft was changed in another window.")
        self.draft = draft


@transaction.atomic
def save(question: Question, candidacy: Candidacy, source: str, revision: int, at: datetime) -> Draft:
    """The draft now says `source` and has the next revision. `revision` is the one the writer saw (0: none yet);
    raises Stale when another has been saved since. Where the one they saw was published meanwhile, a new one begins."""
    Question.objects.select_for_update().get(pk=question.pk)
    refuse_stale(question, candidacy, source, revision)
    draft = of(question, candidacy) or _begun(question, candidacy)
    if draft.source != source or draft.pk is None:
        draft.source, draft.saved_at, draft.revision = source, at, draft.revision + 1
        draft.save()
    return draft


def _begun(question: Question, candidacy: Candidacy) -> Draft:
    published = AnswerVersion.objects.filter(answer__question=question, answer__candidacy=candidacy).count()
    return Draft(question=question, candidacy=candidacy, revision=published * APART)


def refuse_stale(question: Question, candidacy: Candidacy, source: str, revision: int) -> None:
    """Raises Stale where a draft stands that says something else than `source` and is not the one the writer saw."""
    draft = of(question, candidacy)
    if draft and draft.revision != revision and draft.source != source:
        raise Stale(draft)


def of(question: Question, candidacy: Candidacy) -> Draft | None:
    """The draft of this candidate, for this candidate's eyes."""
    return Draft.objects.filter(question=question, candidacy=candidacy).first()
