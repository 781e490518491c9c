"""Figures and names as sentences have them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..record import written
from ..rows import Amount


@dataclass(frozen=True, slots=True)
class Finding:
    """What a method's figures say of two candidates: whether they are equal by them, and the clause that has them."""

    equal: bool
    because: str


def figure(votes: Amount, places: int = 0) -> str:
    """A number of votes, exact: with all decimals of the method's arithmetic, or as a mixed number ("7 1/3")."""
    if places or votes.denominator == 1:
        return str(written(votes, places))
    whole, rest = divmod(votes.numerator, votes.denominator)
    return f"{whole} {rest}/{votes.denominator}" if whole else f"{rest}/{votes.denominator}"


def counted(votes: Amount, noun: str, places: int = 0) -> str:
    """A number of things: "1 vote", "2 votes", "1.50000 votes"."""
    return f"{figure(votes, places)} {noun}{'' if votes == 1 else 's'}"


def names(several: Sequence[str], most: int = 0) -> str:
    """Names in a row: "Ann, Ben and Cy"; with `most`, "Ann, Ben and 3 more"."""
    shown = list(several)
    if most and len(shown) > most:
        shown = [*shown[:most], f"{len(shown) - most} more"]
    return " and ".join(filter(None, (", ".join(shown[:-1]), *shown[-1:])))


def prefer(voters: int, one: str, other: str) -> str:
    """ "27 voters prefer Ann to Ben" """
    return f"{counted(voters, 'voter')} {'prefers' if voters == 1 else 'prefer'} {one} to {other}"


def sentence(clause: str) -> str:
    """A clause as a sentence of its own; names keep their letters."""
    return f"{clause[:1].upper()}{clause[1:]}."
