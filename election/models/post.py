"""What questions, answers and replies share: who said it, as what, when, and from which message."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.safestring import SafeString

from election.models.message import Message
from election.models.moderation import Hideable
from election.models.written import Written, safe


class Voice(models.TextChoices):
    """As what somebody spoke, at that time."""

    MEMBER = "member", ""
    CANDIDATE = "candidate", "candidate"
    OFFICIAL = "official", "official"


class Post(Written, Hideable):
    """A text on the record. `sent` replaces the date where a message states one without its zone."""

    at = models.DateTimeField()
    sent = models.CharField(max_length=120, blank=True)
    message = models.ForeignKey(Message, models.SET_NULL, null=True, blank=True, related_name="+")

    class Meta:
        abstract = True

    @property
    def shown(self) -> SafeString:
        return safe("" if self.is_silent else self.html)

    @property
    def said(self) -> str:
        """The Markdown source, for quoting and editing; empty while nothing of it may be shown."""
        return "" if self.is_silent else self.source


class Spoken(Post):
    """A post by a named person in a voice. `author_name` is kept, as imported people have no account."""

    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    author_name = models.CharField(max_length=120)
    voice = models.CharField(max_length=10, choices=Voice.choices, default=Voice.MEMBER)
    edited_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        abstract = True
