"""What each outcome of the review does to the dates; pure but for the election's own."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from election.domain.refusals import Refused
from election.domain.review.verdict import Outcome
from election.timeline import Kind, Timeline, Window

LATER = (Kind.QUESTIONS, Kind.ANSWERS, Kind.VOTING)


def after(planned: Timeline, outcome: Outcome, at: datetime, by: timedelta | None = None) -> Timeline:
    """The dates once `outcome` is decided at `at`; `by`: how much longer nomination is to be. Raises Refused."""
    if outcome is Outcome.EXTEND:
        return _extended(planned, at, by or timedelta(days=7))
    if outcome is Outcome.ACCLAIM:
        return replace(planned, **{kind.value: _cut(planned.window(kind), at) for kind in LATER})
    if outcome is Outcome.ACCLAIM_AFTER_QA:
        return replace(planned, voting=None)
    return planned


def _cut(window: Window | None, at: datetime) -> Window | None:
    """What of a window is left when it is not to go on: nothing of one that has not opened."""
    if window is None or window.opens >= at:
        return None
    return replace(window, closes=min(window.closes, at))


def _extended(planned: Timeline, at: datetime, by: timedelta) -> Timeline:
    """Nomination is open until `by` from now (or from its closing); what is still ahead moves by as much as it does."""
    if planned.nomination is None:
        raise Refused("This election plans no time for nomination. Plan one in the dates.")
    end = planned.nomination.closes
    closes = max(at, end) + by
    shift = closes - end

    def moved(edge: datetime) -> datetime:
        return edge + shift if edge > at else edge

    later = {w.kind.value: replace(w, opens=moved(w.opens), closes=moved(w.closes)) for w in planned}
    return replace(planned, **{**later, "nomination": replace(planned.nomination, closes=closes)})


def next_opening(planned: Timeline, at: datetime) -> datetime | None:
    """When the next window opens: until then a decision of the review can be taken back."""
    return min((window.opens for window in planned if window.opens > at), default=None)
