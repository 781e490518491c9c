"""CSV with a column for each candidate and a row for each ballot, as Elekto hands it out.

    Ann,Ben,Cy
    1,2,No opinion          Ann before Ben
    2,1,2                   Ben before Ann and Cy, who are alike
    ,,                      a blank ballot

A cell is a rank, 1 the best; empty, or "No opinion" in any letter case, where there is none. The same number means the
same rank, and missing numbers mean nothing. Read for a method by marks, a cell is the mark itself.

Carries names and ballots alone: no seats, title, withdrawn candidates or order of ties. A ballot cast by many takes as
many rows. A name that a spreadsheet would take for a formula stands behind an apostrophe. Where a row is refused, the
column is that of the spreadsheet: the cell's number in its row.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import repeat

from ..errors import BadFile, TallyError
from ..profile import Gatherer, Marks, Profile, Ranking
from . import long_csv, writing
from .ballot_file import BallotFile
from .cells import INSIDE_NAMES, Rows, cell_of, name_in
from .source import Source
from .wording import Names, shown, speakable, whole

NO_OPINION = "no opinion"
LONGEST_WRITTEN = 200 * 2**20

_MOST_REMEMBERED = 10_000
_CHOSEN = {"x": 1, "yes": 1, "true": 1, "no": 0, "false": 0}


def read(source: Source, *, marks: bool, highest: int) -> BallotFile:
    """The ballots of a CSV file, either kind. Raises BadFile for one that is none."""
    rows = iter(Rows(source))
    line, header = next(rows, (1, []))
    if long_csv.is_header(header):
        return BallotFile(long_csv.read(header, rows))
    names = Names(INSIDE_NAMES)
    for column, cell in enumerate(header, 1):
        names.admit(name_in(cell), line, column)
    candidates = tuple(names.numbers)
    if marks:
        cells = _Cells(candidates, lambda cell: _mark(cell, highest), f"a mark from 0 to {highest}")
        return BallotFile(Marks(candidates, _gathered(cells.ballots(rows)), highest))
    cells = _Cells(candidates, _rank, 'a rank (1 is the best; empty or "No opinion" for none)')
    return BallotFile(_ranked(candidates, _gathered(cells.ballots(rows))))


class _Cells:
    """Turns rows of cells into rows of numbers, each different cell looked at once."""

    def __init__(self, candidates: tuple[str, ...], number: Callable[[str], int | None], expected: str) -> None:
        self._candidates = candidates
        self._number = number
        self._expected = expected
        self._known: dict[str, int] = {}

    def ballots(self, rows: Iterator[tuple[int, list[str]]]) -> Iterator[tuple[int, tuple[int, ...]]]:
        width, known = len(self._candidates), self._known.__getitem__
        for line, row in rows:
            if len(row) != width:
                raise BadFile(f"A cell for each of the {width} candidates was expected, and {len(row)} found.", line)
            try:
                yield line, tuple(map(known, row))
            except KeyError:
                yield line, tuple(self._looked_at(cell, line, column) for column, cell in enumerate(row))

    def _looked_at(self, cell: str, line: int, column: int) -> int:
        text = cell.strip().lower()
        number = 0 if text in ("", NO_OPINION) else self._number(text)
        if number is None:
            whose = shown(self._candidates[column])
            raise BadFile(f"For {whose}, {self._expected} was expected, and {shown(cell)} found.", line, column + 1)
        if len(self._known) < _MOST_REMEMBERED:
            self._known[cell] = number
        return number


def _rank(text: str) -> int | None:
    return whole(text) or None


def _mark(text: str, highest: int) -> int | None:
    return _CHOSEN[text] if highest == 1 and text in _CHOSEN else whole(text, highest)


def _gathered(ballots: Iterator[tuple[int, tuple[int, ...]]]) -> dict[tuple[int, ...], int]:
    gathered: dict[tuple[int, ...], int] = {}
    for _, ballot in ballots:
        gathered[ballot] = gathered.get(ballot, 0) + 1
    return gathered


def _ranked(candidates: tuple[str, ...], ranks: dict[tuple[int, ...], int]) -> Profile:
    gatherer = Gatherer(candidates)
    while ranks:
        ballot, voters = ranks.popitem()
        gatherer.add(_ranking(ballot, gatherer), voters)
    return gatherer.profile()


def _ranking(ranks: tuple[int, ...], gatherer: Gatherer) -> Ranking:
    alone = dict(zip(ranks, range(len(ranks)), strict=True))
    if len(alone) == len(ranks):  # no rank twice
        return tuple(alone[rank] for rank in sorted(alone) if rank)
    groups: dict[int, list[int]] = {}
    for number, rank in enumerate(ranks):
        if rank:
            groups.setdefault(rank, []).append(number)
    return tuple(gatherer.place(groups[rank]) for rank in sorted(groups))


def write(file: BallotFile) -> Iterator[str]:
    """The lines of a CSV file. Raises TallyError for withdrawn candidates and for names that would not come back."""
    writing.needs_nobody_withdrawn(file, "CSV")
    ballots = file.ballots
    if long_csv.is_header(list(ballots.candidates)):
        raise TallyError("Candidates who are called like the columns of long CSV cannot be written as CSV.")
    yield ",".join(map(_header_cell, ballots.candidates))
    size = 0
    for row, voters in _marked(ballots) if isinstance(ballots, Marks) else _ranks(ballots):
        line = ",".join(row) or '""'
        size += (len(line) + 1) * voters
        if size > LONGEST_WRITTEN:
            raise TallyError("As CSV, with a row for each ballot, this would be more than 200 MiB; write BLT or JSON.")
        yield from repeat(line, voters)


def _header_cell(name: str) -> str:
    cell = cell_of(name)
    if not speakable(name, INSIDE_NAMES) or name_in(cell) != name:
        raise TallyError(
            f"The name {shown(name)} has a control character in it, or begins or ends with white space;"
            " CSV cannot carry it."
        )
    quoted = cell.replace('"', '""')
    return f'"{quoted}"' if any(character in cell for character in ',";\t\r\n') else cell


def _ranks(profile: Profile) -> Iterator[tuple[list[str], int]]:
    columns = {name: column for column, name in enumerate(profile.candidates)}
    for groups, voters in writing.in_order(profile):
        row = [""] * len(columns)
        for rank, group in enumerate(groups, 1):
            for name in group:
                row[columns[name]] = str(rank)
        yield row, voters


def _marked(marks: Marks) -> Iterator[tuple[list[str], int]]:
    return (([str(mark) for mark in ballot], voters) for ballot, voters in writing.marks_in_order(marks))
