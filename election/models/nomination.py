"""How somebody comes to stand: nominated, accepted or declined, endorsed, approved or rejected, answered once."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q

from election.models.candidacy import Candidacy
from election.models.election import Act, Election


class Nomination(models.Model):
    """Somebody proposes the owner of `email`. Nothing of it is public: the candidacy is, once they accept."""

    election = models.ForeignKey(Election, models.CASCADE, related_name="nominations")
    name = models.CharField(max_length=120)
    email = models.EmailField()
    nominator = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering: ClassVar = ["at", "id"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["election", "email", "nominator"], name="one_nomination_per_pair")
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def has_reply(self) -> bool:
        """No query where the reply was selected with it."""
        return getattr(self, "reply", None) is not None


class NominationReply(Act):
    """The nominee accepted or declined."""

    nomination = models.OneToOneField(Nomination, models.CASCADE, related_name="reply")
    accepted = models.BooleanField()


class Application(Act):
    """A candidate came by themselves, by standing or by accepting a nomination; who was added by officials has none."""

    candidacy = models.OneToOneField(Candidacy, models.CASCADE, related_name="application")


class Admission(Act):
    """The candidacy stands on the slate. `by` is None where nothing but the rules had to be met."""

    candidacy = models.OneToOneField(Candidacy, models.CASCADE, related_name="admission")


class Decision(Act):
    """Officials approved a candidacy or rejected it, with the reason the person is told. The last one counts."""

    candidacy = models.ForeignKey(Candidacy, models.CASCADE, related_name="decisions")
    approved = models.BooleanField()
    reason = models.CharField(max_length=500, blank=True)

    class Meta:
        ordering: ClassVar = ["id"]
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(approved=True) | ~Q(reason=""), name="a_rejection_has_a_reason")
        ]


class Objection(Act):
    """The person's one answer to a rejection: the officials decide once more."""

    candidacy = models.OneToOneField(Candidacy, models.CASCADE, related_name="objection")
    decision = models.OneToOneField(Decision, models.CASCADE, related_name="objection")
    word = models.CharField(max_length=2000)


class Endorsement(models.Model):
    """Somebody supports a candidacy, and says from where; counted once per person."""

    candidacy = models.ForeignKey(Candidacy, models.CASCADE, related_name="endorsements")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    affiliation = models.CharField(max_length=120)
    at = models.DateTimeField()

    class Meta:
        ordering: ClassVar = ["at", "id"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["candidacy", "user"], name="one_endorsement_per_person")
        ]


class StandingDraft(models.Model):
    """A statement being written by somebody who does not stand yet; `revision` grows with every saving."""

    election = models.ForeignKey(Election, models.CASCADE, related_name="+")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    source = models.TextField(blank=True)
    saved_at = models.DateTimeField()
    revision = models.PositiveIntegerField(default=0)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["election", "user"], name="one_standing_draft_per_person")
        ]


class Lateness(Act):
    """An official proposed that a statement be taken until `until`, after its deadline; it is once a second confirms.
    Everybody reads who did, and why."""

    candidacy = models.ForeignKey(Candidacy, models.CASCADE, related_name="latenesses")
    until = models.DateTimeField()
    reason = models.CharField(max_length=500)
    confirmed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    confirmed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering: ClassVar = ["id"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(confirmed_by=None) | ~Q(confirmed_by=models.F("by")), name="lateness_takes_two"
            )
        ]
