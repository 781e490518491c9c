"""Messages brought in from mail: stored whole and untouched, read by officials only; and what became of each."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q

from election.models.election import Election


class Message(models.Model):
    """One message as received: its header in columns, `text` its whole body, `raw` everything as it was given.

    `sent` is its stated date in words; `at` is None where its zone is unknown. One that was found quoted in or attached
    to another (`held_in`) has no `raw` of its own. `reason` says why nothing, or not all, became of it.
    """

    election = models.ForeignKey(Election, models.CASCADE, related_name="messages")
    digest = models.CharField(max_length=64)
    message_id = models.TextField(blank=True)
    in_reply_to = models.TextField(blank=True)
    references = models.JSONField(default=list, blank=True)
    subject = models.TextField(blank=True)
    sender_name = models.TextField(blank=True)
    sender_address = models.TextField(blank=True)
    at = models.DateTimeField(null=True, blank=True)
    sent = models.TextField(blank=True)
    text = models.TextField()
    raw = models.TextField(blank=True)
    origin = models.CharField(max_length=10)
    partial = models.BooleanField(default=False)
    quoted_in = models.CharField(max_length=64, blank=True)
    held_in = models.ForeignKey("self", models.SET_NULL, null=True, blank=True, related_name="held")
    remark = models.TextField(blank=True)
    reason = models.TextField(blank=True)

    class Meta:
        ordering: ClassVar = ["id"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["election", "digest"], name="one_row_per_message")]

    def __str__(self) -> str:
        return f"{self.sender}: {self.subject}"

    @property
    def sender(self) -> str:
        """Who wrote it, as it says itself."""
        return self.sender_name or self.sender_address or "Nobody named"


class MessagePart(models.Model):
    """What a message, or a part of it, became: one of the four, or nothing where an official left it out.

    `name` is the same each time the message is read, so that nothing is made twice.
    """

    message = models.ForeignKey(Message, models.CASCADE, related_name="parts")
    name = models.CharField(max_length=40)
    said = models.TextField(blank=True)
    announcement = models.ForeignKey("Announcement", models.CASCADE, null=True, blank=True, related_name="+")
    question = models.ForeignKey("Question", models.CASCADE, null=True, blank=True, related_name="+")
    answer = models.ForeignKey("Answer", models.CASCADE, null=True, blank=True, related_name="+")
    reply = models.ForeignKey("Reply", models.CASCADE, null=True, blank=True, related_name="+")

    class Meta:
        ordering: ClassVar = ["id"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["message", "name"], name="one_row_per_part_of_a_message"),
            models.CheckConstraint(
                condition=Q(announcement__isnull=True, question__isnull=True, answer__isnull=True)
                | Q(announcement__isnull=True, question__isnull=True, reply__isnull=True)
                | Q(announcement__isnull=True, answer__isnull=True, reply__isnull=True)
                | Q(question__isnull=True, answer__isnull=True, reply__isnull=True),
                name="a_part_became_one_thing_at_most",
            ),
        ]

    @property
    def is_left_out(self) -> bool:
        return not (self.announcement_id or self.question_id or self.answer_id or self.reply_id)

    announcement_id: int | None
    question_id: int | None
    answer_id: int | None
    reply_id: int | None


class Upload(models.Model):
    """Bytes that an official gave and has not decided on yet: theirs alone, gone once they have."""

    election = models.ForeignKey(Election, models.CASCADE, related_name="+")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    at = models.DateTimeField()
    name = models.CharField(max_length=200, blank=True)
    data = models.BinaryField()

    class Meta:
        ordering: ClassVar = ["id"]
