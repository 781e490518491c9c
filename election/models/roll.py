"""The voter roll: who may vote in an election, by what they are known, and the files that were brought in."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Case, Exists, F, OuterRef, Q, Subquery, Value, When
from django.db.models.functions import StrIndex, Substr

from election.models.election import Act, Election

COLON = Value(":")
UNKNOWN = "?"
"""Stands before a handle whose provider nobody said: `?:ada`."""


class RollImport(Act):
    """A file brought in: how many lines of each kind it had (`counts`), and the names it changed, for undoing."""

    election = models.ForeignKey(Election, models.CASCADE, related_name="roll_imports")
    name = models.CharField(max_length=200)
    counts = models.JSONField(default=dict)
    renamed = models.JSONField(default=dict)

    class Meta:
        ordering: ClassVar = ["-id"]


class RollUndoing(Act):
    """An import was undone: what it had added is gone, what it had changed is as before."""

    roll_import = models.OneToOneField(RollImport, models.CASCADE, related_name="undoing")


class RollEntryQuerySet(models.QuerySet["RollEntry"]):
    """Sets of entries."""

    def standing(self) -> RollEntryQuerySet:
        """Those on the roll: not struck."""
        return self.filter(striking__isnull=True)

    def search(self, words: str) -> RollEntryQuerySet:
        """Those whose name, address or handle has each of the words in it."""
        found = self
        for word in words.split():
            keys = RollKey.objects.filter(entry=OuterRef("pk"), value__icontains=word)
            found = found.filter(Q(name__icontains=word) | Exists(keys))
        return found

    def named(self) -> RollEntryQuerySet:
        """With what everybody may read of each as `public_name`: the name, or where there is none a handle; never an
        address."""
        handles = RollKey.objects.filter(entry=OuterRef("pk"), value__contains=":").exclude(value__contains="@")
        first = Subquery(handles.values("value")[:1])
        handle = Substr(first, StrIndex(first, COLON) + 1)
        return self.annotate(public_name=Case(When(name="", then=handle), default=F("name")))


class RollEntry(models.Model):
    """One voter of an election. Bound to a person (`user`) by one of its keys, once; `striking` is set while struck."""

    election = models.ForeignKey(Election, models.CASCADE, related_name="roll")
    name = models.CharField(max_length=120, blank=True)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="roll_entries"
    )
    brought_by = models.ForeignKey(RollImport, models.CASCADE, null=True, blank=True, related_name="entries")
    striking = models.OneToOneField("RollAct", models.SET_NULL, null=True, blank=True, related_name="strikes")

    objects: ClassVar[RollEntryQuerySet] = RollEntryQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        ordering: ClassVar = ["name", "id"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["election", "user"], name="one_roll_entry_per_person"),
        ]

    def __str__(self) -> str:
        return self.name or "A voter without a name"

    striking_id: int | None
    user_id: int | None

    @property
    def is_struck(self) -> bool:
        return self.striking_id is not None


class RollKey(models.Model):
    """By what a voter is known, in lower case: `ada@example.org`, a provider's handle `github:ada`, a provider's own
    number for the account `github#583231`. One key, one voter of an election."""

    election = models.ForeignKey(Election, models.CASCADE, related_name="+")
    entry = models.ForeignKey(RollEntry, models.CASCADE, related_name="keys")
    value = models.CharField(max_length=300)
    brought_by = models.ForeignKey(RollImport, models.CASCADE, null=True, blank=True, related_name="keys")

    class Meta:
        ordering: ClassVar = ["id"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["election", "value"], name="one_voter_per_roll_key")]

    def __str__(self) -> str:
        return self.value.removeprefix(f"{UNKNOWN}:")


class RollUpload(models.Model):
    """A file that an official gave and has not confirmed yet: theirs alone, gone once they have decided."""

    election = models.ForeignKey(Election, models.CASCADE, related_name="+")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    at = models.DateTimeField()
    name = models.CharField(max_length=200)
    provider = models.CharField(max_length=30, blank=True)
    data = models.BinaryField()

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["election", "by"], name="one_roll_file_per_official")]
