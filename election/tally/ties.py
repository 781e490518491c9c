"""Ties: who decides them, and what is said of it. Never the order in which things were handed in."""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from .errors import TallyError


class Purpose(StrEnum):
    """What the first one drawn gets."""

    PLACE = "place"
    EXCLUSION = "exclusion"
    TRANSFER = "transfer"
    RUNOFF = "run-off"
    TERM = "longer term"
    DEFEAT = "defeat"  # of equally strong ones, whose is taken up first


class By(StrEnum):
    """What settled a tie."""

    EARLIER_ROUND = "earlier round"
    COMPARISON = "comparison"  # of the tied ones alone, as a method's own rule says
    TOP_MARKS = "top marks"
    LOT = "lot"
    DECISION = "decision"
    OPEN = "left open"


@dataclass(frozen=True, slots=True)
class Tie:
    """Candidates who stood equal, and the order that was made of them.

    `order` has the tied ones in the order in which they were drawn: the first got what the tie was about (the better
    place, or the exclusion). Where the tie was left open it is empty or, amid a count, has first the one with whom the
    rounds shown go on. `round` is the earlier round that settled it.
    """

    tied: tuple[str, ...]
    purpose: Purpose
    by: By
    order: tuple[str, ...] = ()
    round: int | None = None


class Ties(Protocol):
    """A way of settling ties that the method's own rule leaves."""

    @property
    def by(self) -> By:
        """What is said to have settled the tie."""

    def order(self, tied: Collection[str]) -> Sequence[str] | None:
        """The tied candidates in the order in which they are drawn, or None where the tie stays open."""


@dataclass(frozen=True, slots=True)
class Lot:
    """A lot that anybody can draw again.

    Candidates are drawn in ascending order of the SHA-256 digest of the seed, a line feed and the candidate's name,
    all in UTF-8 and the name in Unicode's normal form C. The seed has to be something nobody could choose to their
    liking once the candidates were known, published before it is used: a later day's lottery numbers, say.
    """

    seed: str
    by: By = By.LOT

    def order(self, tied: Collection[str]) -> Sequence[str]:
        return sorted(tied, key=lambda name: drawn(self.seed, name))


def drawn(seed: str, name: str) -> str:
    """The number, in hexadecimal digits, that a candidate draws: the smallest comes first. See `Lot`."""
    return hashlib.sha256(f"{seed}\n{unicodedata.normalize('NFC', name)}".encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Decision:
    """A decision handed in: somebody named drew, or says, who comes first, who second …

    As with a lot, the first of the tied ones gets what the tie is about, be it a place or an exclusion.
    """

    names: tuple[str, ...]
    by: By = By.DECISION

    def order(self, tied: Collection[str]) -> Sequence[str]:
        missing = sorted(set(tied) - set(self.names))
        if missing:
            raise TallyError(
                f"{' and '.join(sorted(tied))} are tied, and the order handed in does not name {', '.join(missing)}."
                " Name every candidate in it."
            )
        return sorted(tied, key=self.names.index)


@dataclass(frozen=True, slots=True)
class Shared:
    """Ties stay open: who is tied shares the place, and whoever depends on it is elected by nobody but people."""

    by: By = By.OPEN

    def order(self, tied: Collection[str]) -> None:
        return None
