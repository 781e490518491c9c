"""How many votes elect."""

from __future__ import annotations


def droop(votes: int, seats: int) -> int:
    """The smallest number of votes, in the unit in which `votes` are counted, that no more than `seats` can have.

    H. R. Droop, "On methods of electing representatives" (1881): the votes divided by one more than the seats, any
    remainder ignored, plus one unit.
    """
    return votes // (seats + 1) + 1
