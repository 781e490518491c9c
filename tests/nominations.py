"""Elections of the tests in which people stand by themselves."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from election.models import Candidacy, Election, Withdrawal
from election.models.election import Nominating
from election.timeline import Phase
from tests.cast import Cast, cast, now


def open_cast(phase: Phase = Phase.NOMINATION, *, seats: int = 1, at: datetime | None = None, **rules: Any) -> Cast:
    """The cast in an election where anybody can be nominated; `rules`: other settings of it."""
    made = cast(phase, seats=seats, at=at)
    set_to = {"nominating": Nominating.ANYBODY, **rules}
    Election.objects.filter(pk=made.election.pk).update(**set_to)
    made.election = whole(made)
    for candidacy in (made.cleos, made.carls):
        candidacy.election = made.election
    return made


def whole(made: Cast) -> Election:
    """The election as it is on record now."""
    return Election.objects.whole().get(pk=made.election.pk)


def without_candidates(made: Cast, *gone: Candidacy) -> None:
    """Some of the cast withdrew before anything was decided."""
    for candidacy in gone or (made.cleos, made.carls):
        Withdrawal.objects.create(candidacy=candidacy, at=now())
