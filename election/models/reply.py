"""Replies: to a question, an answer or a reply, in threads of any depth. Never taken for an answer."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from election.models.answer import Answer
from election.models.candidacy import Candidacy
from election.models.post import Spoken
from election.models.question import Question


class Reply(Spoken):
    """One reply. `question` is the page it stands on, `answer` the answer whose thread it is in (None: the question's),
    `parent` the reply it answers (None: the answer or question itself)."""

    question = models.ForeignKey(Question, models.PROTECT, related_name="replies")
    answer = models.ForeignKey(Answer, models.PROTECT, null=True, blank=True, related_name="replies")
    parent = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="children")
    candidacy = models.ForeignKey(Candidacy, models.PROTECT, null=True, blank=True, related_name="replies")

    class Meta:
        ordering: ClassVar = ["at", "id"]
        verbose_name_plural = "replies"

    def __str__(self) -> str:
        return f"Reply {self.pk} to {self.question}"

    def get_absolute_url(self) -> str:
        return f"{self.question.get_absolute_url()}#{self.anchor}"

    @property
    def anchor(self) -> str:
        return f"r-{self.pk}"
