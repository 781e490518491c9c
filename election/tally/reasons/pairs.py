"""Two candidates compared, and ways through comparisons, as the sentences of several methods have them."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from ..contest import Strength
from ..rows import Pairwise
from .words import counted, prefer

Links = Callable[[str], Iterable[str]]


def directly(pairwise: Pairwise, one: str, other: str) -> str:
    """How many voters prefer each to the other."""
    there, back = pairwise.prefer(one, other), pairwise.prefer(other, one)
    return f"{prefer(there, one, other)}, {back} {other} to {one}"


def strong(pairwise: Pairwise, strength: int) -> str:
    """What a strength is of: votes, or a margin."""
    return counted(strength, "vote") if pairwise.by == Strength.WINNING_VOTES else f"a margin of {strength}"


def strengths(pairwise: Pairwise, winner: str) -> dict[str, int]:
    """How strong the defeats of all others by `winner` are, of those whom they do defeat."""
    at = pairwise.candidates.index(winner)
    duels = {
        loser: (votes, pairwise.matrix[number][at])
        for number, (loser, votes) in enumerate(zip(pairwise.candidates, pairwise.matrix[at], strict=True))
    }
    by_votes = pairwise.by == Strength.WINNING_VOTES
    return {
        loser: votes if by_votes else votes - against for loser, (votes, against) in duels.items() if votes > against
    }


def shortest(start: str, end: str, links: Links) -> list[str]:
    """The steps of a shortest way from `start` to `end`, both included; empty where there is none."""
    came_from = {start: start}
    ends = [start]
    while ends and end not in came_from:
        reached = []
        for at in ends:
            for to in links(at):
                if to not in came_from:
                    came_from[to] = at
                    reached.append(to)
        ends = reached
    steps = [end] if end in came_from else []
    while steps and steps[-1] != start:
        steps.append(came_from[steps[-1]])
    return steps[::-1]
