"""Small elections by marks that several tests count."""

from __future__ import annotations

from typing import Any

from election.tally import Marks, Outcome, Profile, Rules, count
from election.tally.profile import Ballots
from tests.tally.elections import TENNESSEE, ballots

Rows = dict[tuple[int, ...], int]


def marks(rows: Rows, names: str = "A B C D", highest: int = 1) -> Marks:
    """Ballots from rows of marks and how many voters gave them; the names are as many as a row has marks."""
    width = len(next(iter(rows), ()))
    return Marks(tuple(names.split()[:width]), rows, highest)


def stars(rows: Rows, names: str = "A B C D") -> Marks:
    """Ballots with scores from 0 to 5."""
    return marks(rows, names, 5)


def outcome(voted: Ballots, method: str, seats: int = 1, **rules: Any) -> Outcome:
    """The outcome of ballots of any kind."""
    return count(voted, Rules(method=method, seats=seats, **rules))


TENNESSEE_BY_RANK: Profile = ballots(TENNESSEE)

TENNESSEE_BY_POINTS = stars(
    {(3, 2, 1, 0): 42, (0, 3, 2, 1): 26, (0, 1, 3, 2): 15, (0, 1, 2, 3): 17}, "Memphis Nashville Chattanooga Knoxville"
)
"""The same voters give 3 points to their first city, then 2, 1 and none, as https://abif.electorama.com/id/TNexample
does to count its rankings by STAR."""
