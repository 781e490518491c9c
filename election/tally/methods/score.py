"""Score: voters give every candidate points, and whoever has the highest sum is elected.

Also called range voting; Warren D. Smith, "Range voting" (2000), https://rangevoting.org. Of its variants this is the
one that adds up: a candidate without a mark has 0 points there.
"""

from __future__ import annotations

from ..contest import Contest, Placing, by_amount
from ..marks import only_round, scores
from ..profile import Ballots

INVALID = "Scores go from 0 to the highest; a candidate without one has 0, and ballots with any other are refused."


def place(ballots: Ballots, contest: Contest) -> Placing:
    """Everybody standing, by the sum of their points. Raises TallyError for rankings, and for points beyond."""
    sheet = scores(ballots, contest, "Score")
    totals = sheet.totals()
    return Placing(groups=by_amount(contest.standing, totals), rounds=only_round(contest, totals), spent=sheet.spent)
