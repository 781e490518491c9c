"""Minimax: the candidate whose worst defeat is the mildest.

Simpson (1969) and Kramer (1977). A defeat is as strong as the votes of its winner, or as its margin; whoever is
defeated by nobody has none to show and stands first.
"""

from __future__ import annotations

from dataclasses import replace

from ..contest import Contest, Placing, by_amount
from ..pairwise import INVALID, comparison, matrix, rankings, spent, strengths
from ..profile import Ballots
from ..rows import Amount

__all__ = ["INVALID", "place"]


def place(ballots: Ballots, contest: Contest) -> Placing:
    """Everybody standing, by their worst defeat, the mildest first."""
    profile = rankings(ballots, "Minimax")
    prefer = matrix(profile, contest.unranked)
    defeats = strengths(prefer, contest)
    worst = {loser: max(defeats[winner][loser] for winner in contest.standing) for loser in contest.standing}
    mildness: dict[int, Amount] = {number: -defeat for number, defeat in worst.items()}
    return Placing(
        groups=by_amount(contest.standing, mildness),
        pairwise=replace(comparison(contest, prefer), worst=tuple(worst[number] for number in contest.standing)),
        spent=spent(profile, contest),
    )
