"""Candidacies, the addresses by which a person becomes a candidate, statements with every version, withdrawals."""

from __future__ import annotations

import unicodedata
from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse

from election.models.election import Act, CandidateOrder, Election
from election.models.written import Written

KEY = 130


def sort_key(name: str) -> str:
    """A name for ordering: without accents, in one case; some letters become many, so it is cut."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c)).casefold()
    return plain[:KEY]


class CandidacyQuerySet(models.QuerySet["Candidacy"]):
    """Sets of candidacies."""

    def slate(self, election: Election) -> CandidacyQuerySet:
        """All candidates of an election, withdrawn ones too, in the order the officials chose."""
        return self.whole(election).admitted()

    def whole(self, election: Election) -> CandidacyQuerySet:
        """The slate and those who are not on it, undecided or rejected: for officials and themselves."""
        keys = ["given_key", "family_key"]
        if election.candidate_order == CandidateOrder.FAMILY:
            keys.reverse()
        related = ("withdrawal", "winning", "application", "admission")
        return self.filter(election=election).select_related(*related).order_by(*keys, "id")

    def undecided(self) -> CandidacyQuerySet:
        """Who applied and waits for a decision: the first one, or another after they answered a rejection."""
        open_cases = self.filter(application__isnull=False, admission__isnull=True, withdrawal__isnull=True)
        return open_cases.exclude(decisions__approved=False, decisions__objection__isnull=True)

    def admitted(self) -> CandidacyQuerySet:
        """Who is on the slate: added by officials, or admitted after they had applied."""
        return self.filter(Q(application__isnull=True) | Q(admission__isnull=False))

    def standing(self) -> CandidacyQuerySet:
        return self.admitted().filter(withdrawal__isnull=True)


class Candidacy(Written):
    """A person standing in an election; the text is the present version of their statement."""

    election = models.ForeignKey(Election, models.PROTECT, related_name="candidacies")
    slug = models.SlugField(max_length=80)
    name = models.CharField(max_length=120)
    family_name = models.CharField(max_length=80, blank=True)
    affiliation = models.CharField(max_length=120, blank=True)
    links = models.JSONField(default=list, blank=True)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="candidacies"
    )
    added_at = models.DateTimeField()
    statement_until = models.DateTimeField(null=True, blank=True)
    source_url = models.URLField(max_length=500, blank=True)
    given_key = models.CharField(max_length=KEY, editable=False)
    family_key = models.CharField(max_length=KEY, editable=False)

    objects: ClassVar[models.Manager[Candidacy]] = CandidacyQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["given_key", "id"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["election", "slug"], name="one_candidate_per_slug"),
            models.UniqueConstraint(fields=["election", "user"], name="one_candidacy_per_person"),
        ]

    def __str__(self) -> str:
        return self.name

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.given_key = sort_key(self.name)
        self.family_key = sort_key(self.family_name or self.name.split()[-1])
        super().save(*args, **kwargs)

    def get_absolute_url(self) -> str:
        return reverse("candidates:show", args=[self.election.slug, self.slug])

    @property
    def initials(self) -> str:
        """Two letters for the seat: the first of the given and of the last name."""
        words = [word for word in self.name.replace("-", " ").split() if word[0].isalnum()]
        return "".join(word[0] for word in (words[:1] + words[-1:] if len(words) > 1 else words)).upper()

    @property
    def was_elected(self) -> bool:
        """No query where the row came through `slate()`."""
        return getattr(self, "winning", None) is not None

    @property
    def is_admitted(self) -> bool:
        """Whether they are on the slate; no query where the row came through `slate()` or `whole()`."""
        return getattr(self, "application", None) is None or getattr(self, "admission", None) is not None

    @property
    def has_withdrawn(self) -> bool:
        """No query where the row came through `slate()`."""
        return getattr(self, "withdrawal", None) is not None


class CandidacyAddress(models.Model):
    """An address that makes its owner this candidate; one address, one candidate of an election."""

    election = models.ForeignKey(Election, models.CASCADE, related_name="+")
    candidacy = models.ForeignKey(Candidacy, models.CASCADE, related_name="addresses")
    email = models.EmailField()

    class Meta:
        ordering: ClassVar = ["id"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["election", "email"], name="one_candidate_per_address")
        ]

    def __str__(self) -> str:
        return self.email


class StatementVersion(Written):
    """A statement as it stood from `at` on; number 1 is the first."""

    candidacy = models.ForeignKey(Candidacy, models.CASCADE, related_name="statements")
    number = models.PositiveIntegerField()
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        ordering: ClassVar = ["-number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["candidacy", "number"], name="statement_versions_are_numbered")
        ]


class Withdrawal(Act):
    """A candidate stepped down, with an optional word; their statement and answers stay readable."""

    candidacy = models.OneToOneField(Candidacy, models.CASCADE, related_name="withdrawal")
    word = models.CharField(max_length=500, blank=True)
