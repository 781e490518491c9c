"""Electorates of three to six candidates, cut short and with equals, and what can be done to all their ballots at once.

`tests.tally.voters` has simpler ones, always of the same four candidates.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from hypothesis import reject
from hypothesis import strategies as st

from election.tally import METHODS, Marks, Outcome, Profile, Rules, TallyError, count
from election.tally.profile import Ballots
from tests.tally.voters import HIGHEST, Ranks

EVERYBODY = ("Ann", "Ben", "Cy", "Di", "Eve", "Fay")


@dataclass(frozen=True)
class Electorate:
    """Candidates and ballots of one kind: rankings, or marks by name from 0 to `highest`."""

    names: tuple[str, ...]
    rankings: tuple[Ranks, ...] = ()
    marks: tuple[Mapping[str, int], ...] = ()
    highest: int = 0

    def ballots(self) -> Ballots:
        if self.highest:
            return Marks.of(self.names, self.marks, self.highest)
        return Profile.of(self.names, list(self.rankings))

    def count(self, method: str, seats: int = 1, **rules: Any) -> Outcome:
        """The outcome. An electorate with too many ties to count every way is not looked at any further."""
        highest = self.highest or 5
        asked = Rules(method=method, seats=1 if method == "irv" else seats, highest=highest, **rules)
        try:
            return count(self.ballots(), asked)
        except TallyError as error:
            if "ways it could go" not in str(error):
                raise
            reject()

    def renamed(self, names: Mapping[str, str]) -> Electorate:
        """The same with other names for the candidates."""
        return Electorate(
            tuple(names[name] for name in self.names),
            tuple(tuple(tuple(names[name] for name in rank) for rank in ballot) for ballot in self.rankings),
            tuple({names[name]: mark for name, mark in ballot.items()} for ballot in self.marks),
            self.highest,
        )

    def without(self, gone: str) -> Electorate:
        """The same had this candidate never been there."""
        return replace(
            self,
            names=tuple(name for name in self.names if name != gone),
            rankings=tuple(without(ballot, gone) for ballot in self.rankings),
            marks=tuple({name: mark for name, mark in ballot.items() if name != gone} for ballot in self.marks),
        )

    def changed(self, at: int, change: Callable[[Ranks], Ranks]) -> Electorate:
        """The same with another ranking on one ballot."""
        rankings = (*self.rankings[:at], change(self.rankings[at]), *self.rankings[at + 1 :])
        return replace(self, rankings=rankings)

    def prefer(self, one: str, other: str, *, leave_out: bool = False) -> int:
        """How many rank `one` above `other`, or above leaving them out where that says anything."""
        return sum(_above(ballot, one, other, leave_out=leave_out) for ballot in self.rankings)


def without(ballot: Ranks, gone: str) -> Ranks:
    """A ranking with a candidate struck out."""
    struck = (tuple(name for name in rank if name != gone) for rank in ballot)
    return tuple(rank for rank in struck if rank)


def _above(ballot: Ranks, one: str, other: str, *, leave_out: bool) -> bool:
    rank = {name: at for at, names in enumerate(ballot) for name in names}
    if one not in rank:
        return False
    return rank[one] < rank[other] if other in rank else not leave_out


@st.composite
def _ranking(draw: st.DrawFn, names: Sequence[str]) -> Ranks:
    order = draw(st.permutations(names))[: draw(st.integers(0, len(names)))]
    ranks: list[tuple[str, ...]] = []
    for name in order:
        if ranks and draw(st.integers(0, 3)) == 0:
            ranks[-1] = (*ranks[-1], name)
        else:
            ranks.append((name,))
    return tuple(ranks)


@st.composite
def electorates(draw: st.DrawFn, method: str = "schulze", most: int = 6) -> Electorate:
    """An electorate with ballots of the kind a method takes."""
    names = EVERYBODY[: draw(st.integers(3, most))]
    if METHODS[method].ballot == "ranking":
        return Electorate(names, rankings=tuple(draw(st.lists(_ranking(names), min_size=1, max_size=15))))
    highest = HIGHEST.get(method, 1)
    ballot = st.dictionaries(st.sampled_from(names), st.integers(0, highest))
    return Electorate(names, marks=tuple(draw(st.lists(ballot, min_size=1, max_size=15))), highest=highest)


@st.composite
def circles(draw: st.DrawFn, most: int = 6) -> Electorate:
    """Rankings that begin the same circle of candidates at any place, so that defeats often lead round."""
    names = EVERYBODY[: draw(st.integers(3, most))]
    around = draw(st.permutations(names))
    starts = draw(st.lists(st.integers(0, len(names) - 1), min_size=3, max_size=15))
    ballots = [tuple((name,) for name in (*around[start:], *around[:start])) for start in starts]
    cuts = draw(st.lists(st.integers(1, 3 * len(names)), min_size=len(ballots), max_size=len(ballots)))
    return Electorate(names, tuple(ballot[:cut] for ballot, cut in zip(ballots, cuts, strict=True)))
