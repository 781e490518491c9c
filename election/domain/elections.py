"""Elections as a whole: find one, and what every page of one shows at its head."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce

from election.models import Candidacy, Election, JournalEntry, Question
from election.timeline import Edge, Phase, Stage, Window, phase_at, stages


@dataclass(frozen=True)
class Head:
    """What stands above every page of an election: its phase, the bar, the next edge, the tabs' counts."""

    phase: Phase
    stages: tuple[Stage, ...]
    edge: tuple[Window, Edge, datetime] | None
    questions: int
    candidates: int
    standing: int
    acts: int

    @property
    def colour(self) -> str:
        """The value of `data-phase`: colour belongs to time."""
        return {Phase.WAITING: "review", Phase.COMING: "review", Phase.DRAFT: "house"}.get(self.phase, self.phase.value)


def find(slug: str) -> Election | None:
    """The election at this short address, with its body and acts on record, in one query."""
    return Election.objects.whole().filter(slug=slug).first()


def head(election: Election, at: datetime) -> Head:
    """The head of an election's pages; one query for the counts."""
    recorded, timeline = election.recorded, election.timeline
    counted = Election.objects.filter(pk=election.pk).values_list(
        _number(Question.objects.standing(), "election"),
        _number(Candidacy.objects.all(), "election"),
        _number(Candidacy.objects.standing(), "election"),
        _number(JournalEntry.objects.all(), "election"),
    )
    questions, candidates, standing, acts = counted[0]
    return Head(
        phase=phase_at(timeline, recorded, at),
        stages=stages(timeline, recorded, at),
        edge=timeline.next_edge(at),
        questions=questions,
        candidates=candidates,
        standing=standing,
        acts=acts,
    )


def _number(rows: QuerySet, of: str) -> Coalesce:  # type: ignore[type-arg]
    counted = rows.filter(**{of: OuterRef("pk")}).order_by().values(of).annotate(n=Count("pk")).values("n")
    return Coalesce(Subquery(counted), 0)
