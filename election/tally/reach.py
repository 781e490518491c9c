"""Who leads to whom along defeats that are added one after the other; sets of candidates are bits of whole numbers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator


class Reach:
    """For each candidate, `after` has those to whom a way leads from them, `before` those from whom one leads here."""

    def __init__(self, numbers: Iterable[int]) -> None:
        self.after = {number: 1 << number for number in numbers}
        self.before = dict(self.after)

    def copy(self) -> Reach:
        """The same, to be added to by itself."""
        other = Reach(())
        other.after, other.before = dict(self.after), dict(self.before)
        return other

    def leads(self, one: int, other: int) -> bool:
        """Whether there is a way from one to the other."""
        return one != other and bool(self.after[one] >> other & 1)

    def add(self, winner: int, loser: int) -> list[tuple[int, int]]:
        """Add a defeat. For every candidate from whom a way to somebody opens by it: who, and to whom, as bits."""
        if self.leads(winner, loser):
            return []
        onward = self.after[loser]
        opened = [(number, onward & ~self.after[number]) for number in members(self.before[winner])]
        for number, fresh in opened:
            self.after[number] |= fresh
            for reached in members(fresh):
                self.before[reached] |= 1 << number
        return opened


def members(bits: int) -> Iterator[int]:
    """The numbers of a set of bits, ascending."""
    while bits:
        lowest = bits & -bits
        yield lowest.bit_length() - 1
        bits ^= lowest
