"""CSV with a row for each mark, as cities hand out their cast vote records. It is read, not written.

    ballot_id,rank,choice
    17,1,Ann
    17,2,$UNDERVOTE         nobody: the next rank moves up
    18,1,Ben
    17,3,Cy                 the rows of one ballot need not stand together
    18,2,$OVERVOTE          more than one: what is here and below is not counted

The three columns may stand in any order and among others. Two candidates at one rank are ranked equally. An overvote
ends the ballot, as it did in Burlington's mayoral election of 2009.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..errors import BadFile
from ..profile import Gatherer, Profile
from .cells import INSIDE_NAMES, name_in
from .wording import Names, shown, whole

OVERVOTE, UNDERVOTE = "$OVERVOTE", "$UNDERVOTE"

_COLUMNS = "ballot_id", "rank", "choice"
_WIDTH = 1 << 11
_OVER, _NOBODY = _WIDTH - 2, _WIDTH - 1
"""A mark is kept as one number, its rank times _WIDTH and the candidate's number, or one of these."""

_MOST_RANK = 1_000_000
_MOST_REMEMBERED = 100_000


def is_header(header: list[str]) -> bool:
    """Whether these are the columns of a file with a row for each mark."""
    return set(_COLUMNS) <= set(_folded(header))


def _folded(header: list[str]) -> list[str]:
    return [cell.strip().lower() for cell in header]


def read(header: list[str], rows: Iterator[tuple[int, list[str]]]) -> Profile:
    """The ballots in the rows under a header. Raises BadFile for a row that is none."""
    names = Names(INSIDE_NAMES)
    marks = _Marks(names, header)
    ballots: dict[str, list[int]] = {}
    line = 1
    for line, row in rows:
        ballot, mark = marks.mark(line, row)
        ballots.setdefault(ballot, []).append(mark)
    if not names.numbers:
        raise BadFile("A row that names a candidate was expected, and none found.", line)
    return _profile(Gatherer(tuple(names.numbers)), ballots)


class _Marks:
    """Turns rows into marks, each different pair of rank and choice looked at once."""

    def __init__(self, names: Names, header: list[str]) -> None:
        self._names = names
        self._ballot, self._rank, self._choice = map(_folded(header).index, _COLUMNS)
        self._width = len(header)
        self._known: dict[tuple[str, str], int] = {}

    def mark(self, line: int, row: list[str]) -> tuple[str, int]:
        """Whose ballot a row belongs to, and its mark."""
        if len(row) != self._width:
            raise BadFile(f"{self._width} cells were expected, as in the header, and {len(row)} found.", line)
        ballot, rank, choice = row[self._ballot], row[self._rank], row[self._choice]
        if not ballot.strip():
            raise BadFile("The ballot this row belongs to was expected, and nothing found.", line, self._ballot + 1)
        mark = self._known.get((rank, choice))
        if mark is None:
            mark = self._looked_at(rank, choice, line)
            if len(self._known) < _MOST_REMEMBERED:
                self._known[rank, choice] = mark
        return ballot, mark

    def _looked_at(self, rank: str, choice: str, line: int) -> int:
        number = whole(rank.strip(), _MOST_RANK)
        name = name_in(choice)
        if not number and name not in ("", UNDERVOTE):
            raise BadFile(f"A rank (1 is the best) was expected, and {shown(rank)} found.", line, self._rank + 1)
        return (number or 0) * _WIDTH + self._candidate(name, line)

    def _candidate(self, name: str, line: int) -> int:
        if name in ("", UNDERVOTE):
            return _NOBODY
        if name == OVERVOTE:
            return _OVER
        return self._names.number(name, line, self._choice + 1)


def _profile(gatherer: Gatherer, ballots: dict[str, list[int]]) -> Profile:
    while ballots:
        _, marks = ballots.popitem()
        gatherer.add(tuple(map(gatherer.place, _groups(sorted(marks)))))
    return gatherer.profile()


def _groups(marks: list[int]) -> list[set[int]]:
    """The candidates at each rank, best first, up to an overvote; who is named again counts where named first."""
    groups: dict[int, set[int]] = {}
    overvoted = min((mark // _WIDTH for mark in marks if mark % _WIDTH == _OVER), default=_MOST_RANK + 1)
    seen: set[int] = set()
    for mark in marks:
        rank, number = divmod(mark, _WIDTH)
        if rank < overvoted and number != _NOBODY and number not in seen:
            groups.setdefault(rank, set()).add(number)
            seen.add(number)
    return list(groups.values())
