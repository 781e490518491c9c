"""Many rankings compared at once: whole numbers as rows of bytes.

One whole number holds a candidate's rank on thousands of ballots, a byte for each with the top bit free. That bit is
set in another candidate's ranks; once the first one's ranks, and one more each, are taken away, it is still set just
where the other's was the larger. So two candidates are compared on all these ballots by one subtraction and a count of
bits.
"""

from __future__ import annotations

from itertools import combinations, permutations

from .contest import Unranked
from .profile import Ranking

MOST = 126
"""Candidates whose ranks, and one more, fit into seven bits."""

AT_ONCE = 2**13  # as many ballots as a processor has close at hand


class Many:
    """Rankings without equals, compared some thousands at a time while they are at hand.

    Complete ones lie apart, as one comparison of these tells both ways.
    """

    def __init__(self, number: int, unranked: Unranked) -> None:
        """`number` candidates, no more than `MOST` if anything is added."""
        self.number = number
        self.unranked = unranked
        self._cells = [[0] * number for _ in range(number)]
        self._complete: list[Ranking] = []
        self._cut_short: list[Ranking] = []

    def add(self, ranking: Ranking) -> None:
        """Add one voter's ranking."""
        kind = self._complete if len(ranking) == self.number else self._cut_short
        kind.append(ranking)
        if len(kind) == AT_ONCE:
            self._compare()

    def cells(self) -> list[list[int]]:
        """How many of the voters so far prefer each row's candidate to each column's."""
        self._compare()
        return self._cells

    def _compare(self) -> None:
        if self._complete:
            self._compare_complete(self._complete)
        if self._cut_short:
            self._compare_cut_short(self._cut_short)
        self._complete, self._cut_short = [], []

    def _compare_complete(self, rankings: list[Ranking]) -> None:
        number, table = self.number, bytes.maketrans
        places = bytes(range(number))
        # A table that translates a ballot's candidates into places is a list of their ranks.
        ranks = _columns(b"".join([table(bytes(ranking), places)[:number] for ranking in rankings]), number)
        ones, tops = _ones_and_tops(rankings)
        above, below = [rank + ones for rank in ranks], [rank | tops for rank in ranks]
        for one, other in combinations(range(number), 2):
            before = (below[other] - above[one] & tops).bit_count()
            self._cells[one][other] += before
            self._cells[other][one] += len(rankings) - before

    def _compare_cut_short(self, rankings: list[Ranking]) -> None:
        """The unranked have the last rank. To be compared with nobody they are below nobody: there it is the first."""
        number, table = self.number, bytes.maketrans
        places, last = bytes(range(number)), bytes([number])
        everybody_last = last * number
        ranks = b"".join(
            [table(places + bytes(ranking), everybody_last + places[: len(ranking)])[:number] for ranking in rankings]
        )
        ranks_below = ranks if self.unranked is Unranked.LAST else ranks.translate(table(last, b"\0"))
        ones, tops = _ones_and_tops(rankings)
        above = [rank + ones for rank in _columns(ranks, number)]
        below = [rank | tops for rank in _columns(ranks_below, number)]
        for one, other in permutations(range(number), 2):
            self._cells[one][other] += (below[other] - above[one] & tops).bit_count()


def _columns(ranks: bytes, number: int) -> list[int]:
    """From ballot after ballot, each candidate's ranks."""
    return [int.from_bytes(ranks[candidate::number], "little") for candidate in range(number)]


def _ones_and_tops(rankings: list[Ranking]) -> tuple[int, int]:
    """The lowest bit of every byte, and the highest."""
    ones = int.from_bytes(b"\1" * len(rankings), "little")
    return ones, ones << 7
