"""The rows an outcome is made of: rounds, comparisons, and what was decided beside them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction

from .ties import Tie

Amount = int | Fraction
"""A number of votes or points, exact."""


class Action(StrEnum):
    """What a round did."""

    FIRST = "first preferences"
    COUNT = "count"
    SURPLUS = "surplus"
    EXCLUSION = "exclusion"
    ELECTION = "election"
    RUNOFF = "run-off"
    REST = "last places"


@dataclass(frozen=True, slots=True)
class Transfer:
    """Votes that went from one candidate to another; `to` is None for those that went to nobody any more."""

    source: str
    to: str | None
    votes: Amount


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """One round of a count. `votes` are those at its end; `exhausted` and `lost` grow from round to round.

    `quota` is what elects in this round, `surplus` what was above it in sum. `keep` has the keep factors of Meek's
    method. `elected` and `excluded` are those of this round alone.
    """

    number: int
    action: Action
    votes: Mapping[str, Amount]
    quota: Amount | None = None
    surplus: Amount | None = None
    exhausted: Amount = 0
    lost: Amount = 0
    keep: Mapping[str, Amount] = field(default_factory=dict)
    transfers: tuple[Transfer, ...] = ()
    elected: tuple[str, ...] = ()
    excluded: tuple[str, ...] = ()
    ties: tuple[Tie, ...] = ()


@dataclass(frozen=True, slots=True)
class Duel:
    """Two candidates compared: how many voters prefer the one to the other. `locked` is for ranked pairs."""

    winner: str
    loser: str
    votes: int
    against: int
    locked: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Pairwise:
    """All comparisons of two. `matrix[i][j]` voters prefer candidate i to candidate j, in the order of `candidates`.

    `paths[i][j]` is the strength of the strongest path from i to j (Schulze), `duels` are the defeats in the order in
    which they were taken up (ranked pairs), `worst[i]` is i's worst defeat (minimax); each is empty elsewhere.
    """

    candidates: tuple[str, ...]
    matrix: tuple[tuple[int, ...], ...]
    by: str
    paths: tuple[tuple[int, ...], ...] = ()
    duels: tuple[Duel, ...] = ()
    worst: tuple[int, ...] = ()

    def prefer(self, one: str, other: str) -> int:
        """How many voters prefer `one` to `other`."""
        return self.matrix[self.candidates.index(one)][self.candidates.index(other)]


@dataclass(frozen=True, slots=True)
class Skip:
    """A candidate passed over, or removed before counting again, as their affiliation has its share of the body."""

    candidate: str
    affiliation: str
    most: int
    continuing: tuple[str, ...]
    elected: tuple[str, ...]
    recounted: bool


@dataclass(frozen=True, slots=True)
class Drop:
    """A candidate who did not get past none of the above: `votes` for, `against`, and the quorum that was needed."""

    candidate: str
    votes: int
    against: int
    quorum: int

    @property
    def beaten(self) -> bool:
        """Whether none of the above did at least as well (otherwise it was the quorum alone that was missed)."""
        return self.votes <= self.against


class Lack(StrEnum):
    """Why seats stay vacant."""

    CANDIDATES = "too few candidates"
    CAP = "affiliation cap"
    NONE_OF_THE_ABOVE = "none of the above"


@dataclass(frozen=True, slots=True)
class Vacancy:
    """Seats that nobody fills, and what is lacking."""

    seats: int
    lack: Lack
