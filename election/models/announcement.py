"""Announcements: what officials tell everybody, on the election's page and as plain text for the community's list."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models

from election.models.election import Election
from election.models.message import Message
from election.models.written import Written


class Announcement(Written):
    """One announcement. `sent` replaces the date where a message states one without its zone."""

    election = models.ForeignKey(Election, models.PROTECT, related_name="announcements")
    title = models.CharField(max_length=200)
    at = models.DateTimeField()
    sent = models.CharField(max_length=120, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    author_name = models.CharField(max_length=120)
    message = models.ForeignKey(Message, models.SET_NULL, null=True, blank=True, related_name="+")

    class Meta:
        ordering: ClassVar = ["-at", "-id"]

    def __str__(self) -> str:
        return self.title
