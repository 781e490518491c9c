"""Election officials: appointed by address, before they ever sign in."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models

from election.models.election import Election


class Official(models.Model):
    """Somebody who runs an election. `user` is filled when they sign in with `email`, verified."""

    election = models.ForeignKey(Election, models.CASCADE, related_name="officials")
    email = models.EmailField()
    name = models.CharField(max_length=120, blank=True)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="officiating"
    )

    class Meta:
        ordering: ClassVar = ["id"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["election", "email"], name="one_official_per_address"),
            models.UniqueConstraint(fields=["election", "user"], name="one_official_per_person"),
        ]

    def __str__(self) -> str:
        return self.name or (self.user.name if self.user else "An official not yet signed in")
