"""Small electorates invented by hypothesis, and what can be done to them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st

from election.tally import METHODS, Marks, Outcome, Profile, Rules, Shared, count
from election.tally.profile import Ballots
from election.tally.ties import Ties

NAMES = ("Ann", "Ben", "Cy", "Di")
RANKED = [key for key, method in METHODS.items() if method.ballot == "ranking"]
MARKED = [key for key, method in METHODS.items() if method.ballot == "marks"]
HIGHEST = {"score": 5, "star": 5}

lawful = settings(derandomize=True, deadline=None, max_examples=60)

Ranks = tuple[tuple[str, ...], ...]
Scores = tuple[int, ...]


@st.composite
def rankings(draw: st.DrawFn, *, strict: bool = False) -> Ranks:
    """One ballot: an order of some of them, with equals unless it is to be strict, in which case of all."""
    order = draw(st.permutations(NAMES))
    if strict:
        return tuple((name,) for name in order)
    ranks: list[tuple[str, ...]] = []
    for name in order[: draw(st.integers(0, len(NAMES)))]:
        if ranks and draw(st.integers(0, 3)) == 0:
            ranks[-1] = (*ranks[-1], name)
        else:
            ranks.append((name,))
    return tuple(ranks)


def electorates(*, strict: bool = False, most: int = 9) -> st.SearchStrategy[list[Ranks]]:
    """Ballots that rank."""
    return st.lists(rankings(strict=strict), min_size=1, max_size=most)


def scores(highest: int, most: int = 9) -> st.SearchStrategy[list[Scores]]:
    """Ballots that give marks, one for each candidate."""
    return st.lists(st.tuples(*[st.integers(0, highest)] * len(NAMES)), min_size=1, max_size=most)


def votes(method: str) -> st.SearchStrategy[list[Any]]:
    """Ballots of the kind a method takes."""
    return electorates() if method in RANKED else scores(HIGHEST.get(method, 1))


def ballots(cast: Sequence[Any], method: str, names: Sequence[str] = NAMES) -> Ballots:
    """The ballots of an electorate, over candidates in this order."""
    if method in RANKED:
        return Profile.of(names, list(cast))
    marked = [dict(zip(NAMES, ballot, strict=True)) for ballot in cast]
    return Marks.of(names, marked, HIGHEST.get(method, 1))


def counted(
    cast: Sequence[Any],
    method: str,
    seats: int = 1,
    *,
    names: Sequence[str] = NAMES,
    ties: Ties | None = None,
    withdrawn: tuple[str, ...] = (),
) -> Outcome:
    """The outcome of an electorate's ballots."""
    seats = 1 if method == "irv" else seats
    highest = HIGHEST.get(method, 5)
    rules = Rules(method=method, seats=seats, ties=ties or Shared(), highest=highest, withdrawn=withdrawn)
    return count(ballots(cast, method, names), rules)


def winners(outcome: Outcome) -> set[str]:
    """Who is elected, or may be by a tie."""
    return {*outcome.elected, *outcome.tied}


def prefer(cast: Sequence[Ranks], one: str, other: str) -> int:
    """How many voters rank `one` above `other`, whom they may leave unranked."""
    return sum(_rank(ballot, one) < _rank(ballot, other) for ballot in cast)


def beats(cast: Sequence[Ranks], one: str, other: str) -> bool:
    return prefer(cast, one, other) > prefer(cast, other, one)


def smith_set(cast: Sequence[Ranks]) -> set[str]:
    """The smallest set of candidates each of whom beats everybody outside it."""
    sizes = sorted(_dominating(cast), key=len)
    return sizes[0]


def _dominating(cast: Sequence[Ranks]) -> list[set[str]]:
    reach = {one: {one} for one in NAMES}
    for _ in NAMES:
        for one in NAMES:
            reach[one] |= {
                other for via in reach[one] for other in NAMES if other != via and not beats(cast, via, other)
            }
    return list(reach.values())


def _rank(ballot: Ranks, name: str) -> int:
    return next((rank for rank, names in enumerate(ballot) if name in names), len(NAMES))
