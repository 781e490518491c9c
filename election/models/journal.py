"""The journal's rows: append-only and hash-chained; personal text aside, erasable, its salted hash in the chain."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models

from election.models.body import Body
from election.models.election import Election


class JournalEntry(models.Model):
    """Act `number` of this site. `facts` holds before and after without personal text, `hash` chains to `previous`."""

    number = models.BigIntegerField(primary_key=True)
    at = models.DateTimeField()
    deed = models.CharField(max_length=40)
    actor = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    election = models.ForeignKey(Election, models.PROTECT, null=True, related_name="journal")
    body = models.ForeignKey(Body, models.PROTECT, null=True, related_name="journal")
    facts = models.JSONField(default=dict)
    text_hash = models.CharField(max_length=64, blank=True)
    previous = models.CharField(max_length=64)
    hash = models.CharField(max_length=64)

    class Meta:
        ordering: ClassVar = ["number"]

    def __str__(self) -> str:
        return f"{self.number}: {self.deed}"


class JournalText(models.Model):
    """The personal part of an entry: names and words. It may be erased; the chain holds its salted hash only."""

    entry = models.OneToOneField(JournalEntry, models.PROTECT, primary_key=True, related_name="text")
    salt = models.CharField(max_length=64)
    words = models.JSONField(default=dict)


class JournalHead(models.Model):
    """The one row that knows the last entry, so that a cut tail is noticed; its lock makes writers queue."""

    id = models.SmallIntegerField(primary_key=True, default=1)
    number = models.BigIntegerField(default=0)
    hash = models.CharField(max_length=64, default="0" * 64)

    class Meta:
        constraints: ClassVar = [models.CheckConstraint(condition=models.Q(id=1), name="journal_has_one_head")]
