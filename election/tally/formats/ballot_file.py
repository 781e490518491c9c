"""What a file of ballots says: the ballots, and what some formats tell beside them."""

from __future__ import annotations

from dataclasses import dataclass

from ..profile import Ballots


@dataclass(frozen=True, slots=True)
class BallotFile:
    """The ballots of a file, with the seats, title and withdrawn candidates where the format carries them.

    `tie_order` is the order in which tied candidates are drawn, the first drawn first; it is empty where the file
    gives none. Withdrawn candidates are among the ballots' candidates still: a count is told of them and takes them
    out itself.
    """

    ballots: Ballots
    seats: int | None = None
    title: str = ""
    withdrawn: tuple[str, ...] = ()
    tie_order: tuple[str, ...] = ()
