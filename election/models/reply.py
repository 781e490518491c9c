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
    `parent` the reply it answers (None: the answer or question itself), `became` the answer that it was made into."""

    question = models.ForeignKey(Question, models.PROTECT, related_name="replies")
    answer = models.ForeignKey(Answer, models.PROTECT, null=True, blank=True, related_name="replies")
    parent = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="children")
    candidacy = models.ForeignKey(Candidacy, models.PROTECT, null=True, blank=True, related_name="replies")
    became = models.OneToOneField(Answer, models.PROTECT, null=True, blank=True, related_name="was_reply")

    class Meta:
        ordering: ClassVar = ["at", "id"]
        verbose_name_plural = "replies"

    def __str__(self) -> str:
        return f"Reply {self.pk} to {self.question}"

    def get_absolute_url(self) -> str:
        return f"{self.question.get_absolute_url()}#{self.anchor}"

    @property
    def is_silent(self) -> bool:
        """Hidden, taken back, or made into an answer, where its text now stands."""
        return super().is_silent or self.became_id is not None

    became_id: int | None

    @property
    def anchor(self) -> str:
        return f"r-{self.pk}"
