"""Ranked pairs in words: the locked defeats and where they lead."""

from __future__ import annotations

import itertools

from ..rows import Duel, Pairwise
from .pairs import directly, shortest
from .words import Finding


def locked_defeats(pairwise: Pairwise, one: str, other: str) -> Finding:
    """The locked defeats that lead from one to the other; or to whom fewer of the others' lead."""
    locked = [duel for duel in pairwise.duels if duel.locked]
    chain = _chain(locked, one, other)
    if not chain:
        return _unconnected(pairwise, locked, one, other)
    lead = f"locked defeats lead from {one} to {other}: {_duels(chain)}"
    said = f"the defeat {_duels(chain)} is locked" if len(chain) == 1 else lead
    return Finding(equal=False, because=said + _left_out(pairwise, one, other))


def _chain(locked: list[Duel], start: str, end: str) -> list[Duel]:
    """Locked defeats that lead from one to the other, as few as do."""
    after: dict[str, dict[str, Duel]] = {}
    for duel in locked:
        after.setdefault(duel.winner, {})[duel.loser] = duel
    steps = shortest(start, end, lambda at: sorted(after.get(at, {})))
    return [after[winner][loser] for winner, loser in itertools.pairwise(steps)]


def _duels(duels: list[Duel]) -> str:
    return ", ".join(f"{duel.winner} over {duel.loser} ({duel.votes} to {duel.against})" for duel in duels)


def _left_out(pairwise: Pairwise, one: str, other: str) -> str:
    """What became of a defeat the other way round."""
    for duel in pairwise.duels:
        if (duel.winner, duel.loser) == (other, one) and not duel.locked:
            return f"; {_duels([duel])} was left out, as it would have closed a circle"
    return ""


def _unconnected(pairwise: Pairwise, locked: list[Duel], one: str, other: str) -> Finding:
    """No locked defeats lead from either to the other; the places go by how many others lead to each."""
    above = [_above(locked, name) for name in (one, other)]
    equal = above[0] == above[1]
    counts = (
        f"as many of the others' defeats lead to each ({above[0]})"
        if equal
        else f"{one} is below {above[0]} of the others by them, {other} below {above[1]}"
    )
    said = f"no locked defeats lead from one to the other, and {counts}; directly, {directly(pairwise, one, other)}"
    return Finding(equal, said)


def _above(locked: list[Duel], name: str) -> int:
    """How many others' locked defeats lead to this candidate."""
    before: dict[str, list[str]] = {}
    for duel in locked:
        before.setdefault(duel.loser, []).append(duel.winner)
    above, fresh = {name}, [name]
    while fresh:
        fresh = [
            winner for winner in {other for loser in fresh for other in before.get(loser, ())} if winner not in above
        ]
        above.update(fresh)
    return len(above) - 1
