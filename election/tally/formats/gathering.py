"""Ballots of a format that names candidates as it goes: gathered first, their places settled at the end."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from ..profile import Gatherer, Marks, Profile
from .wording import Names


@dataclass(slots=True)
class Rankings:
    """Rankings over candidates who may still become more. Equals stand as a number below 0 while it lasts."""

    names: Names
    ballots: dict[tuple[int, ...], int] = field(default_factory=dict)
    _equals: dict[tuple[int, ...], int] = field(default_factory=dict)

    def add(self, groups: list[list[int]], voters: int) -> None:
        """Put in one ballot; who is named again counts where named first."""
        alone = [group[0] for group in groups if len(group) == 1]
        ballot = tuple(alone) if len(set(alone)) == len(groups) else self._ranking(groups)
        self.ballots[ballot] = self.ballots.get(ballot, 0) + voters

    def _ranking(self, groups: list[list[int]]) -> tuple[int, ...]:
        seen: set[int] = set()
        ranking = []
        for group in groups:
            members = set(group) - seen
            seen |= members
            if members:
                ranking.append(self._place(members))
        return tuple(ranking)

    def _place(self, members: set[int]) -> int:
        if len(members) == 1:
            return next(iter(members))
        return self._equals.setdefault(tuple(sorted(members)), -1 - len(self._equals))

    def profile(self, candidates: Iterable[str] | None = None) -> Profile:
        """All of it, over these candidates or those found; nothing of it is left here."""
        gatherer = Gatherer(tuple(self.names.numbers) if candidates is None else tuple(candidates))
        single = [gatherer.number(name) for name in self.names.numbers]
        together = [gatherer.place(single[member] for member in members) for members in self._equals]
        places = single + together[::-1]  # the equals are counted from the end: -1 was the first of them
        while self.ballots:
            ballot, voters = self.ballots.popitem()
            gatherer.add(tuple(map(places.__getitem__, ballot)), voters)
        return gatherer.profile()


@dataclass(slots=True)
class MarksFound:
    """Marks over candidates who may still become more: each ballot has them for those known when it came."""

    names: Names
    ballots: dict[tuple[int, ...], int] = field(default_factory=dict)

    def add(self, given: dict[int, int], voters: int) -> None:
        """Put in one ballot, its marks by the candidates' numbers."""
        row = tuple(given.get(number, 0) for number in range(len(self.names.numbers)))
        self.ballots[row] = self.ballots.get(row, 0) + voters

    def marks(self, highest: int, candidates: Iterable[str] | None = None) -> Marks:
        """All of it, over these candidates or those found; nothing of it is left here."""
        names = tuple(self.names.numbers) if candidates is None else tuple(candidates)
        columns = [self.names.numbers[name] for name in names]
        marks: dict[tuple[int, ...], int] = {}
        while self.ballots:
            row, voters = self.ballots.popitem()
            filled = row + (0,) * (len(columns) - len(row))
            ballot = tuple(map(filled.__getitem__, columns))
            marks[ballot] = marks.get(ballot, 0) + voters
        return Marks(names, marks, highest)
