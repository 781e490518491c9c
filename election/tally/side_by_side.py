"""Many rankings compared at once: whole numbers as rows of bytes.

One whole number holds a candidate's rank on thousands of ballots, a byte for each with the top bit free. That bit is
set in another candidate's ranks; once the first one's ranks, and one more each, are taken away, it is still set just
where the other's was the larger. So two candidates are compared on all these ballots by one subtraction and a count of
bits.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import combinations, permutations

from .contest import Unranked
from .profile import Ranking

MOST = 126
"""Candidates whose ranks, and one more, fit into seven bits."""

_AT_ONCE = 2**13  # as many ballots as a processor has close at hand


def add(rankings: Iterable[Ranking], cells: list[list[int]], unranked: Unranked) -> None:
    """Add to each cell how many of these voters prefer its row's candidate to its column's.

    The rankings are without equals, and `cells` has no more than `MOST` rows.
    """
    ordered = sorted(rankings, key=len)  # the complete ones together, of whom one comparison tells both ways
    for start in range(0, len(ordered), _AT_ONCE):
        part = ordered[start : start + _AT_ONCE]
        if len(part[0]) == len(cells):
            _add_complete(part, cells)
        else:
            _add_cut_short(part, cells, unranked)


def _add_complete(rankings: list[Ranking], cells: list[list[int]]) -> None:
    number, table = len(cells), bytes.maketrans
    places = bytes(range(number))
    # A table that translates a ballot's candidates into places is a list of their ranks.
    ranks = _columns(b"".join([table(bytes(ranking), places)[:number] for ranking in rankings]), number)
    ones, tops = _ones_and_tops(rankings)
    above, below = [rank + ones for rank in ranks], [rank | tops for rank in ranks]
    for one, other in combinations(range(number), 2):
        before = (below[other] - above[one] & tops).bit_count()
        cells[one][other] += before
        cells[other][one] += len(rankings) - before


def _add_cut_short(rankings: list[Ranking], cells: list[list[int]], unranked: Unranked) -> None:
    """The unranked have the last rank. To be compared with nobody, they are below nobody besides: there, the first."""
    number, table = len(cells), bytes.maketrans
    places, last = bytes(range(number)), bytes([number])
    everybody_last = last * number
    ranks = b"".join(
        [table(places + bytes(ranking), everybody_last + places[: len(ranking)])[:number] for ranking in rankings]
    )
    ranks_below = ranks if unranked is Unranked.LAST else ranks.translate(table(last, b"\0"))
    ones, tops = _ones_and_tops(rankings)
    above = [rank + ones for rank in _columns(ranks, number)]
    below = [rank | tops for rank in _columns(ranks_below, number)]
    for one, other in permutations(range(number), 2):
        cells[one][other] += (below[other] - above[one] & tops).bit_count()


def _columns(ranks: bytes, number: int) -> list[int]:
    """From ballot after ballot, each candidate's ranks."""
    return [int.from_bytes(ranks[candidate::number], "little") for candidate in range(number)]


def _ones_and_tops(rankings: list[Ranking]) -> tuple[int, int]:
    """The lowest bit of every byte, and the highest."""
    ones = int.from_bytes(b"\1" * len(rankings), "little")
    return ones, ones << 7
