"""What officials do to the voter roll, alone or by two, and what people ask of them."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models

from election.models.election import Act, Election
from election.models.roll import RollEntry


class RollDeed(models.TextChoices):
    """What is done to an entry."""

    ADD = "add", "add a voter to the roll"
    STRIKE = "strike", "strike a voter from the roll"
    RESTORE = "restore", "put a struck voter back on the roll"
    ADDRESS = "address", "add an address to a voter on the roll"
    REBIND = "rebind", "bind a voter’s entry to another account"


class RollActQuerySet(models.QuerySet["RollAct"]):
    """Sets of acts."""

    def waiting(self) -> RollActQuerySet:
        """Those that wait for a second official."""
        return self.filter(done_at__isnull=True, second__isnull=True)

    def late(self) -> RollActQuerySet:
        """Those done after voting had opened: counted in public."""
        return self.filter(is_late=True, done_at__isnull=False)


class RollAct(Act):
    """One deed, with the public reason. `done_at` is empty until a second official agrees, where two are needed; until
    then `name` and `keys` say what would be done."""

    election = models.ForeignKey(Election, models.CASCADE, related_name="roll_acts")
    deed = models.CharField(max_length=8, choices=RollDeed.choices)
    entry = models.ForeignKey(RollEntry, models.SET_NULL, null=True, blank=True, related_name="acts")
    name = models.CharField(max_length=120, blank=True)
    keys = models.JSONField(default=list, blank=True)
    reason = models.CharField(max_length=500)
    is_late = models.BooleanField(default=False)
    done_at = models.DateTimeField(null=True, blank=True)

    objects: ClassVar[RollActQuerySet] = RollActQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        ordering: ClassVar = ["-id"]

    entry_id: int | None


class RollSecond(Act):
    """What a second official said to an act that needs two."""

    act = models.OneToOneField(RollAct, models.CASCADE, related_name="second")
    agrees = models.BooleanField()


class RollRequestQuerySet(models.QuerySet["RollRequest"]):
    """Sets of requests."""

    def waiting(self) -> RollRequestQuerySet:
        return self.filter(decision__isnull=True)


class RollRequest(models.Model):
    """Somebody asks to be on the roll, and says why; for officials' eyes."""

    election = models.ForeignKey(Election, models.CASCADE, related_name="roll_requests")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="roll_requests")
    at = models.DateTimeField()
    name = models.CharField(max_length=120)
    why = models.TextField(max_length=2000)

    objects: ClassVar[RollRequestQuerySet] = RollRequestQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        ordering: ClassVar = ["id"]

    def __str__(self) -> str:
        return self.name


class RollDecision(Act):
    """What officials decided on a request, with the reason told to whoever asked. Granted after voting has opened, it
    takes effect when a second official agrees to its `act`."""

    request = models.OneToOneField(RollRequest, models.CASCADE, related_name="decision")
    granted = models.BooleanField()
    reason = models.CharField(max_length=500)
    act = models.OneToOneField(RollAct, models.SET_NULL, null=True, blank=True, related_name="decision")
