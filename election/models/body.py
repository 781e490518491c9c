"""Bodies and the terms of the people who serve on them."""

from __future__ import annotations

from datetime import date, timedelta
from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.urls import reverse

from election.models.written import Written

MONTH = timedelta(days=31)
DEFAULT_PROMPTS = "Background\nMotivation"


class Body(Written):
    """A committee: what it is (its text), how many seats it has, and what it asks candidates to write about."""

    slug = models.SlugField(max_length=60, unique=True)
    name = models.CharField(max_length=120)
    seats = models.PositiveSmallIntegerField(null=True, blank=True)
    prompts = models.TextField(default=DEFAULT_PROMPTS, blank=True)

    class Meta:
        ordering: ClassVar = ["name"]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("bodies:show", args=[self.slug])

    @property
    def prompt_list(self) -> list[str]:
        return [line.strip() for line in self.prompts.splitlines() if line.strip()]


class TermQuerySet(models.QuerySet["Term"]):
    """Sets of terms."""

    def serving(self, day: date) -> TermQuerySet:
        """Those who serve on `day`."""
        return self.filter(begins__lte=day).filter(Q(ends__isnull=True) | Q(ends__gt=day))

    def outlasting(self, day: date) -> TermQuerySet:
        """Continuing members: those who serve on `day` and for a month after it, as results take a while."""
        return self.serving(day + MONTH).filter(begins__lt=day)


class Term(models.Model):
    """One person's time on a body: from `begins` (included) until `ends` (excluded, or open)."""

    body = models.ForeignKey(Body, models.PROTECT, related_name="terms")
    name = models.CharField(max_length=120)
    affiliation = models.CharField(max_length=120, blank=True)
    begins = models.DateField()
    ends = models.DateField(null=True, blank=True)
    election = models.ForeignKey("Election", models.PROTECT, null=True, blank=True, related_name="terms")
    candidacy = models.OneToOneField("Candidacy", models.PROTECT, null=True, blank=True, related_name="term")

    objects: ClassVar[models.Manager[Term]] = TermQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["name"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(ends__isnull=True) | Q(ends__gt=models.F("begins")), name="term_ends_after_it_begins"
            )
        ]

    def __str__(self) -> str:
        return f"{self.name}, {self.body}"
