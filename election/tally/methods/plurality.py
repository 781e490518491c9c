"""Plurality: one mark for one seat, up to n marks for n seats, and whoever has most marks is elected.

With several seats it is also called block voting or plurality at large. A ballot with too many marks is rejected as a
whole, as on paper: so by schedule 2 of the Local Elections (Principal Areas) (England and Wales) Rules 2006.
"""

from __future__ import annotations

from ..contest import Contest, Placing, by_amount
from ..marks import choices, only_round
from ..profile import Ballots

INVALID = (
    "A ballot with more marks than there are seats is invalid, marks for candidates who withdrew included; a ranking"
    " marks as many of its first candidates who stand as there are seats, and is invalid where equals make them more."
)


def place(ballots: Ballots, contest: Contest) -> Placing:
    """Everybody standing, by their marks. Raises TallyError for ballots with scores."""
    sheet = choices(ballots, contest, "Plurality", contest.seats)
    totals = sheet.totals()
    return Placing(
        groups=by_amount(contest.standing, totals),
        rounds=only_round(contest, totals),
        invalid=sheet.invalid,
        spent=sheet.spent,
    )
