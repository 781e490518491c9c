"""Ranked pairs: defeats are locked in from the strongest down, but for those that would close a circle.

T. N. Tideman, "Independence of clones as a criterion for voting rules", Social Choice and Welfare 4 (1987). Where the
order in which equally strong defeats are taken up matters, it is that in which their winners are drawn, as in Zavist
and Tideman (1989). Whoever has several of them locks these in any order: what one of them leads to never leads back to
their own winner.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby, permutations

from ..contest import Contest, Placing
from ..pairwise import INVALID, Matrix, by_defeats, comparison, matrix, rankings, spent, strengths
from ..profile import Ballots
from ..reach import Reach
from ..rows import Duel
from ..ties import Purpose, Tie

__all__ = ["INVALID", "place"]

Defeat = tuple[int, int]


def place(ballots: Ballots, contest: Contest) -> Placing:
    """Everybody standing, by the defeats that are locked and what follows from them.

    Raises Undecided where it matters which of equally strong defeats is taken up first, and ties stay open.
    """
    profile = rankings(ballots, "Ranked pairs")
    prefer = matrix(profile, contest.unranked)
    locking = Locking(contest)
    for together in _by_strength(strengths(prefer, contest), contest.standing):
        locking.take_up(together)
    duels = tuple(_duel(contest, prefer, *row) for row in locking.rows)
    return Placing(
        groups=by_defeats(contest, locking.reach.leads),
        pairwise=replace(comparison(contest, prefer), duels=duels),
        decided=tuple(locking.ties),
        spent=spent(profile, contest),
    )


class Locking:
    """Defeats as they are taken up. `drawn` has who was drawn before whom, so that all draws make one order."""

    def __init__(self, contest: Contest) -> None:
        self.contest = contest
        self.reach = Reach(contest.standing)
        self.drawn = Reach(contest.standing)
        self.rows: list[tuple[Defeat, bool]] = []
        self.ties: list[Tie] = []

    def take_up(self, together: list[Defeat]) -> None:
        """Lock those of these equally strong defeats that close no circle: first those that can close none."""
        circling = self._circling(together)
        self._lock([defeat for defeat in together if defeat not in circling])
        while circling:
            first = self._first({winner for winner, _ in circling})
            self._lock([defeat for defeat in together if defeat in circling and defeat[0] == first])
            circling = {defeat for defeat in circling if defeat[0] != first}

    def _circling(self, together: list[Defeat]) -> set[Defeat]:
        """Those that lie on a circle with each other, and on none without."""
        able = [(winner, loser) for winner, loser in together if not self.reach.leads(loser, winner)]
        if len(able) < 2:
            return set()
        trial = self.reach.copy()
        for winner, loser in able:
            trial.add(winner, loser)
        return {(winner, loser) for winner, loser in able if trial.leads(loser, winner)}

    def _lock(self, defeats: list[Defeat]) -> None:
        for winner, loser in defeats:
            fits = not self.reach.leads(loser, winner)
            if fits:
                self.reach.add(winner, loser)
            self.rows.append(((winner, loser), fits))

    def _first(self, winners: set[int]) -> int:
        able = [one for one in winners if not any(self.drawn.leads(other, one) for other in winners)]
        first = able[0]
        if len(able) > 1:
            order, tie = self.contest.draw(able, Purpose.DEFEAT)
            self.ties.append(tie)
            first = order[0]
        for other in winners - {first}:
            self.drawn.add(first, other)
        return first


def _by_strength(defeats: Matrix, standing: tuple[int, ...]) -> list[list[Defeat]]:
    """The defeats, strongest first, those of equal strength in one list."""
    strongest = sorted(permutations(standing, 2), key=lambda pair: -defeats[pair[0]][pair[1]])
    equal = groupby(strongest, key=lambda pair: defeats[pair[0]][pair[1]])
    return [list(pairs) for strength, pairs in equal if strength]


def _duel(contest: Contest, prefer: Matrix, defeat: Defeat, locked: bool) -> Duel:
    winner, loser = defeat
    return Duel(contest.names[winner], contest.names[loser], prefer[winner][loser], prefer[loser][winner], locked)
