"""Why one stands before another where marks are added up: plurality, approval, score and STAR."""

from __future__ import annotations

from ..outcome import Outcome
from ..rows import Action, Amount, Round
from .drawn import settled
from .words import Finding, counted, figure, prefer

UNITS = {"plurality": "mark", "approval": "approval"}
"""What is added up, where it is not points."""


def added(outcome: Outcome, one: str, other: str) -> Finding:
    """What the sums, and STAR's run-offs, say of `one`, who stands before `other` or shares their place."""
    won = _won_by(outcome, one) if outcome.method == "star" else None
    if won is None:
        return _by_sums(outcome, one, other)
    if other in won.votes:
        return _met(outcome, won, one, other)
    sums = f"{_sum(outcome, one)}, {other} {figure(sums_of(outcome)[other])}"
    ties = [
        settled(outcome, tie, row)
        for row in outcome.rounds[max(0, won.number - 2) : won.number]
        for tie in row.ties
        if other in tie.tied
    ]
    said = f"{one} won the run-off of round {won.number}, which {other} did not reach: {sums}"
    return Finding(equal=False, because=" ".join([f"{said}.", *ties]).rstrip("."))


def sums_of(outcome: Outcome) -> dict[str, Amount]:
    """The sum of everybody's marks. They stay what they are, and the first round has them all."""
    return dict(outcome.rounds[0].votes)


def _sum(outcome: Outcome, name: str) -> str:
    return f"{name} has {counted(sums_of(outcome)[name], UNITS.get(outcome.method, 'point'))}"


def _by_sums(outcome: Outcome, one: str, other: str) -> Finding:
    sums = sums_of(outcome)
    if sums[one] == sums[other]:
        return Finding(equal=True, because=f"each has {counted(sums[one], UNITS.get(outcome.method, 'point'))}")
    return Finding(equal=False, because=f"{_sum(outcome, one)}, {other} {figure(sums[other])}")


def _met(outcome: Outcome, won: Round, one: str, other: str) -> Finding:
    votes = {name: int(voters) for name, voters in won.votes.items()}
    duel = f"{prefer(votes[one], one, other)}, {votes[other]} {other} to {one}"
    said = f"in the run-off of round {won.number} {duel}"
    ties = [settled(outcome, tie, won) for tie in won.ties if set(tie.tied) == {one, other}]
    return Finding(equal=False, because=" ".join([f"{said}.", *ties]).rstrip("."))


def _won_by(outcome: Outcome, name: str) -> Round | None:
    """The run-off that the candidate won, if any."""
    return next((row for row in outcome.rounds if row.action is Action.RUNOFF and winner(row) == name), None)


def winner(row: Round) -> str:
    """Who won a run-off: whom more voters prefer, or whom its last tie put first."""
    one, other = row.votes
    if row.votes[one] != row.votes[other]:
        return max(one, other, key=row.votes.__getitem__)
    last = [tie for tie in row.ties if set(tie.tied) == {one, other}][-1]
    return last.order[0]
