"""Approval: voters mark as many candidates as they like, and whoever is approved by most voters is elected.

Steven J. Brams and Peter C. Fishburn, "Approval voting", American Political Science Review 72 (1978).
"""

from __future__ import annotations

from ..contest import Contest, Placing, by_amount
from ..marks import choices, only_round
from ..profile import Ballots

INVALID = "No number of marks makes a ballot invalid; a ranking approves of everybody it ranks."


def place(ballots: Ballots, contest: Contest) -> Placing:
    """Everybody standing, by the number of voters who approve of them. Raises TallyError for ballots with scores."""
    sheet = choices(ballots, contest, "Approval")
    totals = sheet.totals()
    return Placing(groups=by_amount(contest.standing, totals), rounds=only_round(contest, totals), spent=sheet.spent)
