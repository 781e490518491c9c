"""Drafts of answers: saved while one writes, seen by their author only; a second tab is told and never overwrites."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from election.models import Candidacy, Draft, Question


class Stale(Exception):
    """The draft was saved elsewhere in the meantime; `draft` is what stands."""

    def __init__(self, draft: Draft) -> None:
        super().__init__("This draft was changed in another window.")
        self.draft = draft


@transaction.atomic
def save(question: Question, candidacy: Candidacy, source: str, revision: int, at: datetime) -> Draft:
    """The draft now says `source` and has the next revision. `revision` is the one the writer saw (0: none yet);
    raises Stale when another has been saved since."""
    Question.objects.select_for_update().get(pk=question.pk)
    draft = Draft.objects.filter(question=question, candidacy=candidacy).first()
    if (draft.revision if draft else 0) != revision:
        return _unless_the_same(draft, source, question, candidacy, at)
    draft = draft or Draft(question=question, candidacy=candidacy, revision=0)
    draft.source, draft.saved_at, draft.revision = source, at, draft.revision + 1
    draft.save()
    return draft


def _unless_the_same(draft: Draft | None, source: str, question: Question, candidacy: Candidacy, at: datetime) -> Draft:
    """No draft where one was seen: it was published or discarded, so what is being written starts a new one."""
    if draft is None:
        return Draft.objects.create(question=question, candidacy=candidacy, source=source, saved_at=at)
    if draft.source == source:
        return draft
    raise Stale(draft)


def of(question: Question, candidacy: Candidacy) -> Draft | None:
    """The draft of this candidate, for this candidate's eyes."""
    return Draft.objects.filter(question=question, candidacy=candidacy).first()


def discard(question: Question, candidacy: Candidacy) -> None:
    """The draft is gone; an answer that stands is not touched."""
    Draft.objects.filter(question=question, candidacy=candidacy).delete()
