"""The cells of CSV files: cut from the lines, and names kept from being taken for formulas."""

from __future__ import annotations

import csv
from collections.abc import Iterator

from ..errors import BadFile
from .source import LONGEST_LINE, Source

INSIDE_NAMES = "\t\r\n"
"""Control characters that a cell in quotation marks can carry."""

_STARTS_A_FORMULA = "=+-@\t\r"
_HIDDEN_BEHIND_AN_APOSTROPHE = tuple(f"'{first}" for first in f"{_STARTS_A_FORMULA}'")


class Rows:
    """The rows of a CSV file that are not empty, each with the number of its line."""

    def __init__(self, source: Source) -> None:
        self._lines = source.short_lines().text_lines()
        self._fed = 0
        self.number = 0

    def __iter__(self) -> Iterator[tuple[int, list[str]]]:
        """Raises BadFile for what cannot be cut into cells."""
        reader = csv.reader(self._counted(), strict=True)
        try:
            for row in reader:
                self._fed = 0
                if row:
                    yield self.number, row
        except csv.Error as error:
            raise BadFile(
                f"This row cannot be cut into cells ({error}); cells are separated by commas, and a quotation mark"
                ' within one in quotation marks is written "".',
                self.number,
            ) from None

    def _counted(self) -> Iterator[str]:
        for number, line in enumerate(self._lines, 1):
            self.number = number
            self._fed += len(line)
            if self._fed > LONGEST_LINE:
                raise BadFile("A cell opened with a quotation mark before this line is never closed.", self.number)
            if self.number == 1:
                _refuse_other_separators(line)
            yield line


def _refuse_other_separators(header: str) -> None:
    for separator, name in ((";", "semicolons"), ("\t", "tabs")):
        if separator in header and "," not in header and not header.startswith('"'):
            raise BadFile(
                f"The cells are separated by {name}; export the file again with commas.",
                1,
                header.index(separator) + 1,
            )


def name_in(cell: str) -> str:
    """The name in a cell: without outer white space, and without the apostrophe that keeps it from being a formula."""
    name = cell.strip()
    return name[1:] if name.startswith(_HIDDEN_BEHIND_AN_APOSTROPHE) else name


def cell_of(name: str) -> str:
    """A name as `name_in` reads it back, and as no spreadsheet takes for a formula: behind an apostrophe if need be.

    The characters that begin a formula, or a cell that is taken for one, are OWASP's list ("CSV Injection").
    """
    begins_like_one = name.startswith((*_STARTS_A_FORMULA, *_HIDDEN_BEHIND_AN_APOSTROPHE))
    return f"'{name}" if begins_like_one else name
