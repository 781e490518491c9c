"""Elections, their four windows, and the acts on record that no clock can tell."""

from __future__ import annotations

from datetime import datetime
from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.safestring import SafeString

from election.models.body import Body
from election.models.written import Written, safe
from election.timeline import Kind, Recorded, Timeline, Window


class CandidateOrder(models.TextChoices):
    """How the slate is ordered on every page and bench."""

    FAMILY = "family", "By family name"
    GIVEN = "given", "By given name"


class Nominating(models.TextChoices):
    """Who brings candidates."""

    OFFICIALS = "officials", "Officials add candidates"
    ONESELF = "oneself", "People stand themselves"
    ANYBODY = "anybody", "People stand themselves, or are nominated by anybody and accept"


class Asking(models.TextChoices):
    """Who may ask the candidates."""

    ANYBODY = "anybody", "Anybody signed in"
    VOTERS = "voters", "Only eligible voters"


class ElectionQuerySet(models.QuerySet["Election"]):
    """Sets of elections."""

    def whole(self) -> ElectionQuerySet:
        """With body and acts on record, so that phases cost no further query."""
        return self.select_related("body", "publication", "cancellation", "declaration", "review")

    def public(self) -> ElectionQuerySet:
        return self.filter(publication__isnull=False)


def _ordered(kind: Kind) -> models.CheckConstraint:
    opens, closes = f"{kind}_opens", f"{kind}_closes"
    neither = Q(**{f"{opens}__isnull": True, f"{closes}__isnull": True})
    return models.CheckConstraint(condition=neither | Q(**{f"{closes}__gt": F(opens)}), name=f"{kind}_closes_later")


class Election(Written):
    """One filling of a body's seats, with its timeline. Its text says what it is about."""

    body = models.ForeignKey(Body, models.PROTECT, related_name="elections")
    slug = models.SlugField("short address", max_length=60, unique=True)
    title = models.CharField(max_length=120)
    seats = models.PositiveSmallIntegerField()
    term_months = models.PositiveSmallIntegerField(null=True, blank=True)
    standing_source = models.TextField("how to stand", blank=True)
    standing_html = models.TextField(blank=True)
    contact = models.CharField("whom to write to", max_length=200, blank=True)
    candidate_order = models.CharField(max_length=8, choices=CandidateOrder.choices, default=CandidateOrder.GIVEN)
    vote_at = models.URLField("vote at", blank=True)
    questions_each = models.PositiveSmallIntegerField(default=3)
    asking = models.CharField("who may ask", max_length=8, choices=Asking.choices, default=Asking.ANYBODY)
    roll_names = models.BooleanField("names on the roll are public", default=False)
    replies_through_voting = models.BooleanField(default=False)
    source_url = models.URLField(blank=True)

    nominating = models.CharField(max_length=10, choices=Nominating.choices, default=Nominating.OFFICIALS)
    approval_needed = models.BooleanField(default=False)
    endorsements_needed = models.PositiveSmallIntegerField(default=0)
    endorsing_affiliations = models.PositiveSmallIntegerField(default=0)
    affiliation_cap = models.PositiveSmallIntegerField(null=True, blank=True)
    none_of_the_above = models.BooleanField(default=False)
    term_limit = models.PositiveSmallIntegerField(null=True, blank=True)

    nomination_opens = models.DateTimeField(null=True, blank=True)
    nomination_closes = models.DateTimeField(null=True, blank=True)
    questions_opens = models.DateTimeField(null=True, blank=True)
    questions_closes = models.DateTimeField(null=True, blank=True)
    answers_opens = models.DateTimeField(null=True, blank=True)
    answers_closes = models.DateTimeField(null=True, blank=True)
    voting_opens = models.DateTimeField(null=True, blank=True)
    voting_closes = models.DateTimeField(null=True, blank=True)

    objects: ClassVar[models.Manager[Election]] = ElectionQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["-id"]
        constraints: ClassVar = [
            *(_ordered(kind) for kind in Kind),
            models.CheckConstraint(condition=Q(seats__gte=1), name="at_least_one_seat"),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("elections:show", args=[self.slug])

    @property
    def standing_shown(self) -> SafeString:
        return safe(self.standing_html)

    @property
    def timeline(self) -> Timeline:
        """The windows as a value; changing it changes nothing until `set_timeline` and `save`."""
        return Timeline(**{kind.value: self._window(kind) for kind in Kind})

    def _window(self, kind: Kind) -> Window | None:
        opens, closes = getattr(self, f"{kind}_opens"), getattr(self, f"{kind}_closes")
        return Window(kind, opens, closes) if opens and closes else None

    def set_timeline(self, timeline: Timeline) -> None:
        for kind in Kind:
            window = timeline.window(kind)
            setattr(self, f"{kind}_opens", window.opens if window else None)
            setattr(self, f"{kind}_closes", window.closes if window else None)

    @property
    def recorded(self) -> Recorded:
        """The acts on record; no query where the row came through `whole()`."""
        return Recorded(
            announced=self._act("publication") is not None,
            cancelled=self._act("cancellation") is not None,
            declared=self._act("declaration") is not None,
            unreviewed=self.waits_for_review,
            lapsed=self._lapsed_at,
        )

    @property
    def waits_for_review(self) -> bool:
        """Whether what opens after nomination waits for an official's decision: where people stand by themselves until
        there is one, and everywhere once a withdrawal made the decision impossible."""
        review = self._act("review")
        return self.nominating != Nominating.OFFICIALS if review is None else review.lapsed_at is not None

    @property
    def by_itself(self) -> tuple[Window, ...]:
        """The windows that open and close by the clock alone."""
        return self.timeline.unheld(self._lapsed_at) if self.waits_for_review else tuple(self.timeline)

    def open_windows(self, at: datetime) -> frozenset[Kind]:
        """The kinds of windows that are open at `at`: by the clock, except those that wait for the review."""
        if not self.waits_for_review:
            return self.timeline.open_windows(at)
        return frozenset(window.kind for window in self.timeline.reached(at, self._lapsed_at))

    @property
    def _lapsed_at(self) -> datetime | None:
        review = self._act("review")
        return review.lapsed_at if review else None

    def _act(self, name: str) -> Any:
        return getattr(self, name, None)


class Act(models.Model):
    """Something done once, on record: when, by whom (None where it was brought in from elsewhere)."""

    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        abstract = True


class Publication(Act):
    """The election was announced: from now on everybody sees it."""

    election = models.OneToOneField(Election, models.CASCADE, related_name="publication")


class Cancellation(Act):
    """The election was cancelled, with the reason everybody reads."""

    election = models.OneToOneField(Election, models.CASCADE, related_name="cancellation")
    reason = models.CharField(max_length=500)


class Rescheduling(Act):
    """Dates of an announced election were changed: `changes` lists kind, edge, before, after (ISO 8601, UTC)."""

    election = models.ForeignKey(Election, models.CASCADE, related_name="reschedulings")
    reason = models.CharField(max_length=500)
    changes = models.JSONField(default=list)

    class Meta:
        ordering: ClassVar = ["-at", "-id"]
