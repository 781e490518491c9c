"""The roll and the vote: what changes freely before it opens, by two officials after, and not at all once it closed."""

from __future__ import annotations

from datetime import datetime

from election.domain.refusals import Refused
from election.models import Election


def locked(election: Election) -> Election:
    """The election, locked: whoever else changes its roll or its dates waits."""
    return Election.objects.select_for_update().get(pk=election.pk)


def is_late(election: Election, at: datetime) -> bool:
    """Whether the vote has opened, so that changes need two officials and are counted in public."""
    voting = election.timeline.voting
    return voting is not None and at >= voting.opens


def refuse_open_vote(election: Election, at: datetime, then: str) -> None:
    refuse_over(election, at)
    if is_late(election, at):
        raise Refused(f"Voting has opened, so {then}")


def is_over(election: Election, at: datetime) -> bool:
    """Whether nothing of the roll can change any more."""
    voting, recorded = election.timeline.voting, election.recorded
    return bool(recorded.cancelled or recorded.declared or (voting and voting.is_over(at)))


def refuse_over(election: Election, at: datetime) -> None:
    """Raises Refused once nothing of the roll can change any more."""
    if is_over(election, at):
        raise Refused("The vote is over, so the voter roll stays as it is.")
