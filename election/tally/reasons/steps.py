"""What happened in one round, in words."""

from __future__ import annotations

from ..outcome import Outcome
from ..rows import Action, Amount, Round, Transfer
from .drawn import settled
from .marks import winner
from .transfer import before
from .words import counted, figure, names


def told(outcome: Outcome, row: Round) -> list[str]:
    """The sentences on a round: what it did, whom that elected, and how ties in it were settled."""
    ties = [settled(outcome, tie, row) for tie in row.ties]
    return [f"{_did(outcome, row)}.", *_elected(outcome, row), *ties]


def _did(outcome: Outcome, row: Round) -> str:
    match row.action:
        case Action.FIRST:
            return "First preferences are counted"
        case Action.COUNT:
            return "Marks are added up"
        case Action.SURPLUS:
            return _surplus(outcome, row)
        case Action.EXCLUSION:
            return _exclusion(outcome, row)
        case Action.ELECTION:
            return "Keep factors are lowered until somebody has the quota"
        case Action.RUNOFF:
            return _run_off(row)
        case Action.REST:
            return "No more candidates are left than seats"


def _surplus(outcome: Outcome, row: Round) -> str:
    if not row.transfers:
        return f"A surplus of {figure(row.surplus or 0, outcome.places)} moves nothing"
    surplus = f"{row.transfers[0].source}'s surplus of {figure(row.surplus or 0, outcome.places)}"
    return f"{surplus} goes on: {_given(outcome, row)}"


def _exclusion(outcome: Outcome, row: Round) -> str:
    votes = before(outcome, row)
    gone = ", ".join(f"{name} ({figure(votes[name], outcome.places)})" for name in row.excluded)
    verb = "is" if len(row.excluded) == 1 else "are"
    given = f": {_given(outcome, row)}" if row.transfers else ""
    return f"{gone} {verb} excluded{given}"


def _given(outcome: Outcome, row: Round) -> str:
    """To whom votes went, the most first, and what of them counts for nobody any more."""
    several = len({transfer.source for transfer in row.transfers}) > 1
    largest = sorted(row.transfers, key=lambda one: (one.to is None, -one.votes, one.to or ""))
    gifts = [_gift(outcome, one, several) for one in largest]
    earlier: Amount = outcome.rounds[row.number - 2].lost if row.number > 1 else 0
    lost = [f"{figure(row.lost - earlier, outcome.places)} lost to rounding"] if row.lost != earlier else []
    return ", ".join([*gifts, *lost])


def _gift(outcome: Outcome, one: Transfer, several: bool) -> str:
    source = f" from {one.source}" if several else ""
    return f"{figure(one.votes, outcome.places)}{source} {f'to {one.to}' if one.to is not None else 'exhausted'}"


def _run_off(row: Round) -> str:
    one = winner(row)
    other = next(name for name in row.votes if name != one)
    return (
        f"Run-off: {figure(row.votes[one])} for {one}, {figure(row.votes[other])} for {other},"
        f" {counted(row.exhausted, 'voter')} without a preference; {one} wins"
    )


def _elected(outcome: Outcome, row: Round) -> list[str]:
    if not row.elected:
        return []
    if row.action is Action.RUNOFF:
        return [f"{names(row.elected)} is elected."]
    votes = ", ".join(f"{name} ({figure(row.votes[name], outcome.places)})" for name in row.elected)
    return [f"Elected: {votes}."]
