"""The review in force: what officials decided at the close of nomination. What is taken back stays in the journal."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from election.models.announcement import Announcement
from election.models.election import Act, Election


class Review(Act):
    """What was decided, about how many candidates; `planned` are the windows as they were before (for taking it back).

    `lapsed_at` is set when a withdrawal made the outcome impossible: what had not opened by then waits for a new one.
    """

    election = models.OneToOneField(Election, models.CASCADE, related_name="review")
    outcome = models.CharField(max_length=20)
    standing = models.PositiveSmallIntegerField()
    planned = models.JSONField(default=dict)
    until = models.DateTimeField(null=True, blank=True)
    announcement = models.ForeignKey(Announcement, models.SET_NULL, null=True, blank=True, related_name="+")
    lapsed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering: ClassVar = ["id"]
