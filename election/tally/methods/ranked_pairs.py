"""Ranked pairs: defeats are locked in from the strongest down, but for those that would close a circle.

T. N. Tideman, "Independence of clones as a criterion for voting rules", Social Choice and Welfare 4 (1987). Defeats of
equal strength are taken up in the order of a lot: first the one whose winner is drawn earlier, then the one whose loser
is drawn later (as in Zavist and Tideman, 1989). Without a lot those of equal strength are taken up together, and those
that would close a circle with each other or with what is locked are left out together: the order then says less, and
what it leaves open are shared places.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import groupby, permutations

from ..contest import Contest, Placing
from ..pairwise import INVALID, Matrix, by_defeats, comparison, matrix, rankings, spent, strengths
from ..profile import Ballots
from ..rows import Duel
from ..ties import Purpose, Tie

__all__ = ["INVALID", "place"]

Defeat = tuple[int, int]


def place(ballots: Ballots, contest: Contest) -> Placing:
    """Everybody standing, by the defeats that are locked and what follows from them."""
    profile = rankings(ballots, "Ranked pairs")
    prefer = matrix(profile, contest.unranked)
    defeats = strengths(prefer, contest)
    locking = Locking.of(_together(defeats, contest.standing))
    decided: tuple[Tie, ...] = ()
    if locking.hangs_on_order and not contest.stays_open:
        order, tie = contest.draw(contest.standing, Purpose.PLACE)
        locking = Locking.of(_one_by_one(defeats, order))
        decided = (tie,)
    return Placing(
        groups=by_defeats(contest, locking.leads),
        pairwise=replace(
            comparison(contest, prefer), duels=tuple(_duel(contest, prefer, *row) for row in locking.rows)
        ),
        decided=decided,
        spent=spent(profile, contest),
    )


@dataclass(slots=True)
class Locking:
    """Defeats as they are taken up. `after` has, for each candidate, the set of bits of whom they lead to."""

    after: dict[int, int]
    rows: list[tuple[Defeat, bool]]
    hangs_on_order: bool = False

    @classmethod
    def of(cls, defeats: list[list[Defeat]]) -> Locking:
        """Take up the defeats, those of one list together."""
        locking = cls({number: 1 << number for together in defeats for pair in together for number in pair}, [])
        for together in defeats:
            locking.lock(together)
        return locking

    def leads(self, one: int, other: int) -> bool:
        """Whether locked defeats lead from one to the other."""
        return one != other and one in self.after and bool(self.after[one] >> other & 1)

    def lock(self, together: list[Defeat]) -> None:
        """Lock those of these equally strong defeats that close no circle."""
        trial = self._with(together) if len(together) > 1 else self.after
        fits = [(winner, loser) for winner, loser in together if not trial[loser] >> winner & 1]
        self.after = self._with(fits)
        self.rows += [(defeat, defeat in fits) for defeat in together]
        self.hangs_on_order |= 1 < len(together) != len(fits)

    def _with(self, defeats: list[Defeat]) -> dict[int, int]:
        after = dict(self.after)
        for winner, loser in defeats:
            if not after[winner] >> loser & 1:
                for number, reached in after.items():
                    if reached >> winner & 1:
                        after[number] = reached | after[loser]
        return after


def _together(defeats: Matrix, standing: tuple[int, ...]) -> list[list[Defeat]]:
    """The defeats, strongest first, those of equal strength in one list."""
    strongest = sorted(permutations(standing, 2), key=lambda pair: -defeats[pair[0]][pair[1]])
    equal = groupby(strongest, key=lambda pair: defeats[pair[0]][pair[1]])
    return [list(pairs) for strength, pairs in equal if strength]


def _one_by_one(defeats: Matrix, order: list[int]) -> list[list[Defeat]]:
    """The defeats, strongest first, those of equal strength as drawn: the winner earlier, then the loser later."""
    pairs = [(winner, loser) for winner in order for loser in reversed(order) if defeats[winner][loser]]
    return [[pair] for pair in sorted(pairs, key=lambda pair: -defeats[pair[0]][pair[1]])]


def _duel(contest: Contest, prefer: Matrix, defeat: Defeat, locked: bool) -> Duel:
    winner, loser = defeat
    return Duel(contest.names[winner], contest.names[loser], prefer[winner][loser], prefer[loser][winner], locked)
