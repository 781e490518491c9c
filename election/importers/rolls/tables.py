"""Tables of voters: CSV with commas, semicolons, tabs or bars between cells, with headings or without."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterator
from io import StringIO
from itertools import chain, islice

from election.domain.roll import Line
from election.importers.rolls.columns import is_known, line, loose
from election.importers.rolls.files import LONGEST, MOST, Unreadable

SEPARATORS = ",;\t|"
LOOKED_AT = 30


def voters(text: str) -> list[Line]:
    """The voters of a table, each with its line's number. Raises Unreadable."""
    rows = _rows(text, separator(text))
    first = next(rows, None)
    if first is None:
        raise Unreadable("This file is empty.")
    known = [is_known(cell) for cell in first[1]]
    if not any(known):
        return _most(_voter(number, cells, None) for number, cells in chain([first], rows))
    return _most(_voter(number, cells, first[1]) for number, cells in rows)


def separator(text: str) -> str:
    """What stands between cells: what most of the first lines have the same number of."""
    lines = [line for line in islice(StringIO(text), LOOKED_AT) if line.strip()]
    best = {mark: _agreeing([line.count(mark) for line in lines]) for mark in SEPARATORS}
    return max(best, key=lambda mark: best[mark])


def _agreeing(counts: list[int]) -> tuple[int, int]:
    usual, times = Counter(count for count in counts if count).most_common(1)[0] if any(counts) else (0, 0)
    return times, usual


def _rows(text: str, mark: str) -> Iterator[tuple[int, list[str]]]:
    """Rows that have anything in them, with the number of their first line."""
    reader, begins = csv.reader(StringIO(text, newline=""), delimiter=mark, strict=True), 1
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells) and not cells[0].lstrip().startswith("#"):
                yield begins, cells
            begins = reader.line_num + 1
    except csv.Error:
        raise Unreadable(
            f"Line {begins} cannot be read: a cell is too long, or a quotation mark is never closed."
        ) from None


def _voter(number: int, cells: list[str], headings: list[str] | None) -> Line:
    if any(len(cell) > LONGEST for cell in cells):
        return Line(number, fault=f"A cell has more than {LONGEST} characters.")
    if headings is None:
        return loose(number, cells)
    if len(cells) > len(headings) and any(cell.strip() for cell in cells[len(headings) :]):
        return Line(number, fault=f"This line has {len(cells)} cells, and there are {len(headings)} headings.")
    told: dict[str, list[str]] = {}
    for heading, cell in zip(headings, cells, strict=False):
        told.setdefault(heading, []).append(cell)
    return line(number, told)


def _most(voters: Iterator[Line]) -> list[Line]:
    lines = list(islice(voters, MOST + 1))
    if len(lines) > MOST:
        raise Unreadable(f"This file has more than {MOST} voters. Bring it in by parts.")
    if not lines:
        raise Unreadable("This file has headings and nothing under them.")
    return lines
