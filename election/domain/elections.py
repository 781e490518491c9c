"""Elections as a whole: find one, and what every page of one shows at its head."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Count, Max, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce

from election.models import Candidacy, Election, JournalEntry, Question, Rescheduling, RollEntry
from election.timeline import Edge, Phase, Stage, Window, phase_at, stages


@dataclass(frozen=True)
class Head:
    """What stands above every page of an election: its phase, the bar, the next edge, the tabs' counts, and why and
    when its dates were last moved."""

    phase: Phase
    stages: tuple[Stage, ...]
    edge: tuple[Window, Edge, datetime] | None
    questions: int
    last_question: int
    candidates: int
    standing: int
    acts: int
    voters: int
    moved: str | None
    moved_at: datetime | None

    @property
    def colour(self) -> str:
        """The value of `data-phase`: colour belongs to time."""
        return {Phase.WAITING: "review", Phase.COMING: "review", Phase.DRAFT: "house"}.get(self.phase, self.phase.value)


def find(slug: str) -> Election | None:
    """The election at this short address, with its body and acts on record, in one query."""
    return Election.objects.whole().filter(slug=slug).first()


def lock(pk: int) -> Election:
    """The election with its body and acts on record, locked for this transaction. Read anew once the lock is held: what
    another has written meanwhile would be missing from a join that began before."""
    Election.objects.select_for_update().get(pk=pk)
    return Election.objects.whole().get(pk=pk)


def head(election: Election, at: datetime) -> Head:
    """The head of an election's pages; one query for the counts."""
    recorded, timeline = election.recorded, election.timeline
    return Head(
        phase=phase_at(timeline, recorded, at),
        stages=stages(timeline, recorded, at),
        edge=timeline.next_edge(at, election.by_itself),
        **_counts(election),
    )


def _counts(election: Election) -> dict[str, Any]:
    counts: Mapping[str, Any] = Election.objects.filter(pk=election.pk).values(
        _questions=_number(Question.objects.standing()),
        last_question=Coalesce(Subquery(_of_this(Question.objects.all()).annotate(n=Max("number")).values("n")), 0),
        candidates=_number(Candidacy.objects.admitted()),
        standing=_number(Candidacy.objects.standing()),
        acts=_number(JournalEntry.objects.all()),
        voters=_number(RollEntry.objects.standing()),
        moved=Subquery(_last_move.values("reason")[:1]),
        moved_at=Subquery(_last_move.values("at")[:1]),
    )[0]
    return {name.lstrip("_"): count for name, count in counts.items()}  # a bare "questions" is the relation


_last_move = Rescheduling.objects.filter(election=OuterRef("pk"))


def _number(rows: QuerySet[Any]) -> Coalesce:
    return Coalesce(Subquery(_of_this(rows).annotate(n=Count("pk")).values("n")), 0)


def _of_this(rows: QuerySet[Any]) -> QuerySet[Any, Any]:
    """The rows of the outer election, as one group."""
    return rows.filter(election=OuterRef("pk")).order_by().values("election")
