"""How much waits for officials, counted at once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import Count, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce

from election.models import Candidacy, Election, RollAct, RollRequest


@dataclass(frozen=True)
class Waiting:
    """Candidacies without a decision, requests to be on the roll, changes of the roll that need a second official."""

    candidacies: int
    requests: int
    changes: int


def counted(election: Election) -> Waiting:
    """All three; one query."""
    waiting: tuple[QuerySet[Any], ...] = (
        Candidacy.objects.all().undecided(),
        RollRequest.objects.all().waiting(),
        RollAct.objects.all().waiting(),
    )
    return Waiting(*Election.objects.filter(pk=election.pk).values_list(*map(_number, waiting))[0])


def _number(rows: QuerySet[Any]) -> Coalesce:
    mine = rows.filter(election=OuterRef("pk")).order_by().values("election")
    return Coalesce(Subquery(mine.annotate(n=Count("pk", distinct=True)).values("n")), 0)
