"""Lines of at most 100 columns: wrapped text, and tables cut into blocks of columns."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

WIDTH = 100
LONGEST_LABEL = 30

_TURNS = dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A)])
"""Marks that turn the direction of all that follows. A name must not turn the figures beside it."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table; a cell that is None has nothing in it."""

    head: str
    cells: Sequence[str | None]


def clean(line: str) -> str:
    """The line without characters that a printer or terminal would obey instead of printing them."""
    shown = line.translate(_TURNS)
    return shown if shown.isprintable() else "".join(_printed(character) for character in shown)


def _printed(character: str) -> str:
    return "\N{REPLACEMENT CHARACTER}" if unicodedata.category(character) in ("Cc", "Zl", "Zp") else character


def width(text: str) -> int:
    """How many columns a text takes: two for the wide letters of East Asia, none for what sits on another letter."""
    return len(text) if text.isascii() else sum(map(_columns, text))


def _columns(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def left(text: str, room: int) -> str:
    """The text at the left of so many columns, cut where it is longer."""
    if width(text) > room:
        text = f"{_start(text, room - 1)}…"
    return text + " " * (room - width(text))


def right(text: str, room: int) -> str:
    """The text at the right of so many columns."""
    return " " * (room - width(text)) + text


def _start(text: str, room: int) -> str:
    """As much of the text as fits."""
    taken = 0
    for at, character in enumerate(text):
        taken += _columns(character)
        if taken > room:
            return text[:at]
    return text


def heading(title: str) -> list[str]:
    """A section's heading, with the empty line before it."""
    return ["", title, "-" * width(title)]


def wrapped(text: str, first: str = "") -> list[str]:
    """The text in lines, the first behind `first` and the others behind as much white space."""
    indent = width(first)
    lines, fresh = [first], True
    for word in text.split():
        for piece in _pieces(word, WIDTH - indent):
            if fresh:
                lines[-1] += piece
            elif width(lines[-1]) + 1 + width(piece) <= WIDTH:
                lines[-1] += f" {piece}"
            else:
                lines.append(" " * indent + piece)
            fresh = False
    return lines


def _pieces(word: str, room: int) -> list[str]:
    """The word, or parts of it where it is longer than a line."""
    pieces = []
    while width(word) > room:
        pieces.append(_start(word, room))
        word = word[len(pieces[-1]) :]
    return [*pieces, word]


def table(corner: str, labels: Sequence[str], columns: Sequence[Column]) -> list[str]:
    """A table with a line for each label, in blocks of as many columns as fit.

    A label of nothing makes a rule across. A line without anything in a block is left out of it.
    """
    first = min(LONGEST_LABEL, max(map(width, [corner, *labels])))
    lines: list[str] = []
    for block in _blocks(columns, WIDTH - first):
        wide = [_wide(column) for column in block]
        lines += ["", left(corner, first) + "".join(right(c.head, room) for c, room in zip(block, wide, strict=True))]
        rule = "-" * (first + sum(wide))
        lines.append(rule)
        for at, label in enumerate(labels):
            cells = [column.cells[at] for column in block]
            if any(cell is not None for cell in cells):
                row = (right(cell or "", room) for cell, room in zip(cells, wide, strict=True))
                lines.append(left(label, first) + "".join(row))
            elif not label:
                lines.append(rule)
    return lines


def _blocks(columns: Sequence[Column], room: int) -> list[list[Column]]:
    blocks: list[list[Column]] = []
    free = 0
    for column in columns:
        if not blocks or free < _wide(column):
            blocks.append([])
            free = room
        blocks[-1].append(column)
        free -= _wide(column)
    return blocks


def _wide(column: Column) -> int:
    """How many columns it takes, the two between it and the one before included."""
    return 2 + max(width(column.head), *(width(cell or "") for cell in column.cells), 0)
