"""Declarations: what officials declare as the result, from where, and who was elected."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from election.models.candidacy import Candidacy
from election.models.election import Act, Election
from election.models.written import Written


class DeclarationKind(models.TextChoices):
    """How the seats were filled."""

    ELSEWHERE = "elsewhere", "Elected in a vote held elsewhere"
    ACCLAIMED = "acclaimed", "Acclaimed: candidates do not outnumber seats"


class Declaration(Act, Written):
    """The declared result: kind, source (a page or document), and the reason as text."""

    election = models.OneToOneField(Election, models.PROTECT, related_name="declaration")
    kind = models.CharField(max_length=10, choices=DeclarationKind.choices)
    source_url = models.URLField("source", max_length=500, blank=True)
    on = models.DateField("declared on")


class Winner(models.Model):
    """A candidate who was elected, in the order in which the source names them."""

    declaration = models.ForeignKey(Declaration, models.CASCADE, related_name="winners")
    candidacy = models.OneToOneField(Candidacy, models.PROTECT, related_name="winning")
    place = models.PositiveSmallIntegerField()

    class Meta:
        ordering: ClassVar = ["place"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["declaration", "place"], name="winners_have_their_places")
        ]
