"""Why one stands before another where votes move from round to round: transferable votes and the instant run-off."""

from __future__ import annotations

from ..outcome import Outcome
from ..rows import Action, Amount, Round
from .drawn import settled
from .words import Finding, counted, figure


def moved(outcome: Outcome, one: str, other: str) -> Finding:
    """What the rounds say of `one`, who stands before `other` or shares their place."""
    fates = [_fate(outcome, name) for name in (one, other)]
    if fates[0] == fates[1]:
        return Finding(equal=True, because=f"both were {fates[0]}")
    said = f"{one} was {fates[0]}, {other} {fates[1]}"
    end = _end(outcome, other)
    ties = [settled(outcome, tie, end) for tie in end.ties if {one, other} <= set(tie.tied)] if end else []
    return Finding(equal=False, because=" ".join([f"{said}.", *ties]).rstrip("."))


def _end(outcome: Outcome, name: str) -> Round | None:
    """The round that elected or excluded the candidate; None for whoever was left at the end."""
    return next((row for row in outcome.rounds if name in row.elected or name in row.excluded), None)


def before(outcome: Outcome, row: Round) -> dict[str, Amount]:
    """The votes on which a round excluded somebody.

    Meek's method notes them in the round itself; elsewhere they have moved on by its end, and the round before has
    them.
    """
    if row.keep or row.number == 1:
        return dict(row.votes)
    return dict(outcome.rounds[row.number - 2].votes)


def _votes(outcome: Outcome, name: str, end: Round | None) -> Amount:
    if end is None:
        return outcome.rounds[-1].votes[name]
    return before(outcome, end)[name] if name in end.excluded else end.votes[name]


def _fate(outcome: Outcome, name: str) -> str:
    """When and by which figures the candidate was in or out."""
    end = _end(outcome, name)
    has = counted(_votes(outcome, name, end), "vote", outcome.places)
    if end is None:
        return f"still in the count at its end with {has}"
    if name in end.excluded:
        return f"excluded in round {end.number} with {has}{_fewest(outcome, end, name)}"
    if end.action is Action.REST:
        return f"elected in round {end.number} with {has}, no more being left than seats"
    return f"elected in round {end.number} with {has}{_bar(outcome, end)}"


def _bar(outcome: Outcome, end: Round) -> str:
    """What it took to be elected in this round."""
    if end.quota is not None:
        return f", the quota being {figure(end.quota, outcome.places)}"
    return f" of the {figure(sum(end.votes.values()), outcome.places)} that counted"


def _fewest(outcome: Outcome, end: Round, name: str) -> str:
    """Whether the excluded had the fewest votes; a tie within a surplus not transferred may have excluded another."""
    gone = {who for row in outcome.rounds[: end.number - 1] for who in (*row.elected, *row.excluded)}
    votes = before(outcome, end)
    return ", the fewest" if votes[name] == min(votes[who] for who in votes if who not in gone) else ""
