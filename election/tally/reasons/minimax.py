"""Minimax in words: the worst defeats."""

from __future__ import annotations

from ..rows import Pairwise
from .pairs import directly, strengths
from .words import Finding


def worst_defeats(pairwise: Pairwise, one: str, other: str) -> Finding:
    """Whose worst defeat is the milder."""
    worst = dict(zip(pairwise.candidates, pairwise.worst, strict=True))
    clauses = " and ".join(_worst_of(pairwise, name, worst[name]) for name in (one, other))
    return Finding(worst[one] == worst[other], f"{clauses}; directly, {directly(pairwise, one, other)}")


def _worst_of(pairwise: Pairwise, loser: str, worst: int) -> str:
    if not worst:
        return f"nobody defeats {loser}"
    winner = min(name for name in pairwise.candidates if strengths(pairwise, name).get(loser) == worst)
    votes, against = pairwise.prefer(winner, loser), pairwise.prefer(loser, winner)
    return f"{loser}'s worst defeat is by {winner}, {votes} to {against}"
