"""What of the roll needs an official."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from election.domain.duties import Duty
from election.domain.outlook import number
from election.domain.roll.times import is_over
from election.domain.waiting import Waiting
from election.models import Election
from election.permissions import KEEP_ROLL


def duties(election: Election, at: datetime, waiting: Waiting) -> Iterator[Duty]:
    """Requests to decide, and acts to agree to."""
    if is_over(election, at):
        return
    if asked := waiting.requests:
        who = "Somebody asks" if asked == 1 else f"{number(asked).capitalize()} people ask"
        why = "They are told your decision and your reason."
        yield Duty(f"{who} to be on the voter roll", why, "Decide", "officials:roll_requests", KEEP_ROLL)
    if acts := waiting.changes:
        what = "A change of the voter roll waits" if acts == 1 else f"{number(acts).capitalize()} changes wait"
        why = "What another official proposed is done once you agree."
        yield Duty(f"{what} for a second official", why, "Look at it", "officials:roll_requests", KEEP_ROLL)
