"""Answers: exactly one per candidate per question, with every version; drafts, seen by their author only."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.safestring import SafeString

from election.models.candidacy import Candidacy
from election.models.post import Post
from election.models.question import Question
from election.models.written import Written, safe


class Answer(Post):
    """What one candidate says to one question. Declined: the text is the reason, which may be empty."""

    question = models.ForeignKey(Question, models.PROTECT, related_name="answers")
    candidacy = models.ForeignKey(Candidacy, models.PROTECT, related_name="answers")
    declined = models.BooleanField(default=False)
    changed_at = models.DateTimeField(null=True, blank=True)
    changed_after = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering: ClassVar = ["at", "id"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["question", "candidacy"], name="one_answer_per_candidate_per_question")
        ]

    def __str__(self) -> str:
        return f"Answer of {self.candidacy} to {self.question}"

    def get_absolute_url(self) -> str:
        return f"{self.question.get_absolute_url()}#{self.anchor}"

    @property
    def anchor(self) -> str:
        return f"a-{self.pk}"


class AnswerVersion(Written):
    """An answer as it stood from `at` on; `others` counts the other candidates who had answered by then."""

    answer = models.ForeignKey(Answer, models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField()
    at = models.DateTimeField()
    declined = models.BooleanField(default=False)
    others = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering: ClassVar = ["-number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["answer", "number"], name="answer_versions_are_numbered")
        ]

    @property
    def shown(self) -> SafeString:
        return safe("" if self.answer.is_silent else self.html)


class Draft(models.Model):
    """An answer being written: its author's alone. `revision` grows with every saving, so that a second tab is told."""

    question = models.ForeignKey(Question, models.CASCADE, related_name="drafts")
    candidacy = models.ForeignKey(Candidacy, models.CASCADE, related_name="drafts")
    source = models.TextField(blank=True)
    revision = models.PositiveIntegerField(default=1)
    saved_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["question", "candidacy"], name="one_draft_per_candidate_per_question")
        ]
