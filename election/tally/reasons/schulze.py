"""Schulze's method in words: the strongest paths and the routes they take."""

from __future__ import annotations

from ..rows import Pairwise
from .pairs import directly, shortest, strengths, strong
from .words import Finding, names

MOST_NAMED = 5


def strongest_paths(pairwise: Pairwise, one: str, other: str) -> Finding:
    """Who has the stronger path to the other, by which route; or who is beaten by fewer others."""
    there, back = _path(pairwise, one, other), _path(pairwise, other, one)
    if there == back:
        return _equal_paths(pairwise, one, other)
    returning = f"the one back {_route(pairwise, other, one)}" if back else "and none leads back"
    said = f"the strongest path from {one} to {other} is {_route(pairwise, one, other)}, {returning}"
    return Finding(equal=False, because=f"{said}; directly, {directly(pairwise, one, other)}")


def _equal_paths(pairwise: Pairwise, one: str, other: str) -> Finding:
    """Neither beats the other; the places go by how many others beat each."""
    above = [[rival for rival in pairwise.candidates if _beats(pairwise, rival, name)] for name in (one, other)]
    if _path(pairwise, one, other):
        routes = f"{_route(pairwise, one, other)} and {_route(pairwise, other, one)}"
        neither = f"the strongest paths from {one} to {other} and back are equally strong, {routes}"
    else:
        neither = f"no path of defeats leads from {one} to {other}, and none back"
    equal = len(above[0]) == len(above[1])
    if equal:
        more = f"each is beaten by {_others(above[0]) if above[0] == above[1] else len(above[0])}"
    else:
        more = f"{one} is beaten by {_others(above[0])}, {other} by {_others(above[1])}"
    return Finding(equal, f"{neither}, and {more}")


def _others(rivals: list[str]) -> str:
    return f"{len(rivals)} ({names(sorted(rivals), MOST_NAMED)})" if rivals else "nobody"


def _path(pairwise: Pairwise, start: str, end: str) -> int:
    return pairwise.paths[pairwise.candidates.index(start)][pairwise.candidates.index(end)]


def _beats(pairwise: Pairwise, one: str, other: str) -> bool:
    return one != other and _path(pairwise, one, other) > _path(pairwise, other, one)


def _route(pairwise: Pairwise, start: str, end: str) -> str:
    """A strongest path with its strength; of several the one with fewest steps, then the first by name."""
    bar = _path(pairwise, start, end)
    steps = shortest(start, end, lambda at: _links(pairwise, at, bar))
    return f"{' -> '.join(steps)} ({strong(pairwise, bar)})"


def _links(pairwise: Pairwise, winner: str, bar: int) -> list[str]:
    return sorted(loser for loser, strength in strengths(pairwise, winner).items() if strength >= bar)
