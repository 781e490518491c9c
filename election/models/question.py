"""Questions: one sentence that is the heading everywhere, background if wanted, asked of all or of named candidates."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.urls import reverse

from election.models.account import User
from election.models.candidacy import Candidacy
from election.models.election import Election
from election.models.post import Spoken, Voice

LONGEST = 300


class QuestionQuerySet(models.QuerySet["Question"]):
    """Sets of questions."""

    def standing(self) -> QuestionQuerySet:
        """Those that count: neither hidden nor taken back."""
        return self.filter(hiding__isnull=True, taken_back_at__isnull=True)

    def counted(self, election: Election, author: User) -> QuestionQuerySet:
        """Those that count against a person's limit: hidden ones do, taken back ones and an official's do not."""
        mine = self.filter(election=election, author=author, taken_back_at__isnull=True)
        return mine.exclude(voice=Voice.OFFICIAL).order_by()


class Question(Spoken):
    """Question `number` of an election; the text (Written) is its background, `sentence` the question itself."""

    election = models.ForeignKey(Election, models.PROTECT, related_name="questions")
    number = models.PositiveIntegerField()
    sentence = models.CharField(max_length=LONGEST)
    to_all = models.BooleanField(default=True)
    asked = models.ManyToManyField(Candidacy, blank=True, related_name="asked_questions")

    objects: ClassVar[models.Manager[Question]] = QuestionQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["number"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["election", "number"], name="questions_are_numbered")]

    def __str__(self) -> str:
        return f"Question {self.number}"

    def get_absolute_url(self) -> str:
        return reverse("questions:show", args=[self.election.slug, self.number])

    @property
    def heading(self) -> str:
        """The sentence, or what stands in its place."""
        if self.is_taken_back:
            return "This question was taken back"
        return "This question was hidden" if self.is_hidden else self.sentence

    @property
    def anchor(self) -> str:
        return f"q-{self.number}"
