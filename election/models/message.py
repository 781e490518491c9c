"""Messages brought in from mail: stored whole and untouched, read by officials only."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from election.models.election import Election


class Message(models.Model):
    """One message as received. `sent` is its stated date as people read it; `at` is None where its zone is unknown."""

    election = models.ForeignKey(Election, models.CASCADE, related_name="messages")
    digest = models.CharField(max_length=64)
    message_id = models.CharField(max_length=500, blank=True)
    subject = models.CharField(max_length=500, blank=True)
    sender_name = models.CharField(max_length=200, blank=True)
    sender_address = models.CharField(max_length=254, blank=True)
    at = models.DateTimeField(null=True, blank=True)
    sent = models.CharField(max_length=120, blank=True)
    raw = models.TextField()
    remark = models.TextField(blank=True)

    class Meta:
        ordering: ClassVar = ["id"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["election", "digest"], name="one_row_per_message")]

    def __str__(self) -> str:
        return f"{self.sender_name}: {self.subject}"
