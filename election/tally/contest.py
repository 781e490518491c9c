"""One contest as a method sees it: who still stands, how many seats, what settles a tie. And what a method answers."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from enum import StrEnum

from .errors import TallyError
from .rows import Amount, Pairwise, Round
from .ties import By, Purpose, Tie, Ties


class Unranked(StrEnum):
    """What a ballot says of a candidate it does not rank."""

    LAST = "last"
    LEAVE_OUT = "leave-out"


class Strength(StrEnum):
    """What makes one defeat stronger than another."""

    WINNING_VOTES = "winning-votes"
    MARGINS = "margins"


class Undecided(Exception):
    """A tie that the method has to settle before it can go on, and that nobody settles. Caught by `forks`."""

    def __init__(self, tied: tuple[str, ...]) -> None:
        super().__init__(f"{', '.join(tied)} are tied.")
        self.tied = tied


@dataclass(frozen=True, slots=True, kw_only=True)
class Contest:
    """What a method counts by. Candidates are numbers here, names only where a tie is drawn or something is said."""

    names: tuple[str, ...]
    standing: tuple[int, ...]
    seats: int
    ties: Ties
    unranked: Unranked = Unranked.LAST
    by: Strength = Strength.WINNING_VOTES
    highest: int = 5

    def named(self, numbers: Iterable[int]) -> tuple[str, ...]:
        return tuple(self.names[number] for number in numbers)

    def alphabetical(self, numbers: Iterable[int]) -> list[int]:
        """By name: the order that does not depend on how candidates were handed in, and decides nothing."""
        return sorted(numbers, key=self.names.__getitem__)

    def draw(self, tied: Collection[int], purpose: Purpose) -> tuple[list[int], Tie]:
        """The tied candidates in the order in which they are drawn, and what is to be said of it.

        Raises Undecided where ties stay open.
        """
        numbers = self.alphabetical(tied)
        names = self.named(numbers)
        order = self.ties.order(names)
        if order is None:
            raise Undecided(names)
        return sorted(numbers, key=lambda number: order.index(self.names[number])), Tie(
            names, purpose, self.ties.by, tuple(order)
        )

    @property
    def stays_open(self) -> bool:
        """Whether a tie stays a shared place."""
        return self.ties.by == By.OPEN


@dataclass(frozen=True, slots=True, kw_only=True)
class Placing:
    """What a method answers: everybody standing, best first, those who share a place in one group.

    `decided` are ties that the method settled on its way, outside any round. `invalid` ballots broke the method's rule
    of what a ballot is; `spent` ones name nobody who stands.
    """

    groups: tuple[tuple[int, ...], ...]
    rounds: tuple[Round, ...] = ()
    pairwise: Pairwise | None = None
    decided: tuple[Tie, ...] = ()
    places: int = 0
    invalid: int = 0
    spent: int = 0


def by_amount(numbers: Iterable[int], amount: dict[int, Amount] | list[Amount]) -> tuple[tuple[int, ...], ...]:
    """Groups of candidates with equal amounts, the largest amount first; inside a group by number."""
    groups: dict[Amount, list[int]] = {}
    for number in sorted(numbers):
        groups.setdefault(amount[number], []).append(number)
    return tuple(tuple(groups[value]) for value in sorted(groups, reverse=True))


def needs_one_seat(method: str, seats: int, instead: str) -> None:
    """Raise TallyError for a method that fills one seat and is asked for several."""
    if seats > 1:
        raise TallyError(f"{method} fills one seat, not {seats}. {instead}")
