"""Schulze's method: whoever has the stronger path of defeats to the other stands before them.

Markus Schulze, "A new monotonic, clone-independent, reversal symmetric, and Condorcet-consistent single-winner election
method", Social Choice and Welfare 36 (2011). A defeat is as strong as the votes of its winner, or as its margin; a path
as its weakest defeat. The ranking is by the number of candidates who beat one in this sense, fewest first; those with
equally many share a place, as none of them beats another.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations

from ..contest import Contest, Placing
from ..pairwise import INVALID, Matrix, by_defeats, comparison, matrix, rankings, spent, strengths, table
from ..profile import Ballots
from ..reach import Reach, members

__all__ = ["INVALID", "place"]


def place(ballots: Ballots, contest: Contest) -> Placing:
    """Everybody standing, by Schulze's relation."""
    profile = rankings(ballots, "Schulze")
    prefer = matrix(profile, contest.unranked)
    paths = strongest_paths(strengths(prefer, contest), contest.standing)
    return Placing(
        groups=by_defeats(contest, lambda one, other: paths[one][other] > paths[other][one]),
        pairwise=replace(comparison(contest, prefer), paths=table(contest, paths)),
        spent=spent(profile, contest),
    )


def strongest_paths(defeats: Matrix, among: tuple[int, ...]) -> Matrix:
    """The strength of the strongest path from each candidate to each other, 0 where there is none.

    A path is as strong as its weakest defeat. So defeats are added from the strongest down, and the strength at which
    the first way from one to another opens is that of their strongest path.
    """
    paths = [[0] * len(row) for row in defeats]
    reach = Reach(among)
    for winner, loser in sorted(permutations(among, 2), key=lambda pair: -defeats[pair[0]][pair[1]]):
        if not defeats[winner][loser]:
            break
        for start, ends in reach.add(winner, loser):
            for end in members(ends):
                paths[start][end] = defeats[winner][loser]
    return paths
