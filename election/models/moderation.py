"""Hidings: a post leaves its place and its reason; reversible, and every act stays on record."""

from __future__ import annotations

from django.db import models

from election.models.election import Act, Election


class Hiding(Act):
    """An official hid a post, with the reason everybody reads in its place."""

    election = models.ForeignKey(Election, models.CASCADE, related_name="hidings")
    reason = models.CharField(max_length=500)


class Restoring(Act):
    """An official showed a hidden post again, with a reason."""

    hiding = models.OneToOneField(Hiding, models.CASCADE, related_name="restoring")
    reason = models.CharField(max_length=500)


class Hideable(models.Model):
    """A post that officials can hide: `hiding` is set while it is hidden, and then no property gives its text away."""

    hiding = models.OneToOneField(Hiding, models.SET_NULL, null=True, blank=True, related_name="+")
    taken_back_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        abstract = True

    @property
    def is_hidden(self) -> bool:
        return self.hiding_id is not None

    @property
    def is_taken_back(self) -> bool:
        return self.taken_back_at is not None

    @property
    def is_silent(self) -> bool:
        """Nothing of its text may be shown: it is hidden or was taken back."""
        return self.is_hidden or self.is_taken_back

    hiding_id: int | None
