"""Markdown as people keep timetables and results in it: headings, list items, table rows and paragraphs, by line."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_STRUCK = re.compile(r"~~(?P<old>[^~]+)~~|<(?P<tag>s|del|strike)>(?P<html>.*?)</(?P=tag)>", re.DOTALL | re.IGNORECASE)
_ENTITIES = {"&ndash;": "-", "&mdash;": "-", "&nbsp;": " ", "&amp;": "&", "<br>": ";", "<br/>": ";"}
_LETTERS = str.maketrans(
    {"–": "-", "—": "-", "‑": "-", "−": "-", "→": "-", "\u00a0": " ", "\u202f": " ", "：": ":", "“": '"', "”": '"'}
)
_HEADING = re.compile(r"\s{0,3}(#{1,6})\s*(?P<text>.*?)\s*#*\s*")
_UNDERLINE = re.compile(r"\s{0,3}(?:={3,}|-{3,})\s*")
_TABLE_RULE = re.compile(r"\s*\|?(?:\s*:?-{2,}:?\s*\|?)+\s*")
_BULLET = re.compile(r"(?P<indent>\s*)(?:[-*+•](?!\*)|(?P<number>\d{1,2})[.)])\s+(?P<text>.*)")
_LABEL = re.compile(r"[\s\"'*_]*[A-Z][\w&/() -]{1,40}[\"'*_]*:[*_]*\s+\S")
_SENTENCE_END = re.compile(r"(?<![ap]\.m)(?<!\b[A-Z])(?<!\be\.g)(?<!\bi\.e)(?<=[.!?])\s+(?=[\"'(*_`\[]*[A-Z])|;\s*")


class Shape(Enum):
    """What a piece of text is in the layout."""

    HEADING = "heading"
    ITEM = "item"
    ROW = "row"
    TEXT = "text"


@dataclass(frozen=True)
class Piece:
    """A heading, list item, table row, paragraph or sentence, in one line; `starts` says at which offset each line
    of the file begins in it. `struck` is the text that was struck out of it."""

    shape: Shape
    text: str
    starts: tuple[tuple[int, int], ...]
    number: int | None = None
    struck: str = ""
    last: bool = True

    @property
    def line(self) -> int:
        return self.starts[0][1]

    def line_at(self, offset: int) -> int:
        """The line of the file in which the letter at `offset` stands."""
        return max((start for start in self.starts if start[0] <= offset), default=self.starts[0])[1]

    def part(self, start: int, stop: int, *, last: bool) -> "Piece":
        inside = tuple((at - start, line) for at, line in self.starts if start < at < stop)
        return Piece(
            self.shape, self.text[start:stop], ((0, self.line_at(start)), *inside), self.number, self.struck, last
        )


def tidy(source: str) -> str:
    """`source` with plain dashes, spaces and quotation marks, and without comments; its lines keep their numbers."""
    text = _COMMENT.sub(lambda found: "\n" * found[0].count("\n"), source.replace("\r\n", "\n").replace("\r", "\n"))
    for entity, letter in _ENTITIES.items():
        text = text.replace(entity, letter)
    return text.translate(_LETTERS)


def pieces(source: str) -> list[Piece]:
    """The pieces of a Markdown text, top to bottom. What is struck out is left out of their text."""
    struck: dict[int, str] = {}
    text = tidy(source)

    def strike(found: re.Match[str]) -> str:
        number = text.count("\n", 0, found.start()) + 1
        struck[number] = f"{struck.get(number, '')} {found['old'] or found['html']}".strip()
        return "\n" * found[0].count("\n")

    found: list[Piece] = []
    is_open = False
    for number, line in enumerate(_STRUCK.sub(strike, text).split("\n"), start=1):
        if not line.strip() and number not in struck:
            is_open = False
        elif _UNDERLINE.fullmatch(line) or ("|" in line and _TABLE_RULE.fullmatch(line)):
            _underlined(found, line, is_open=is_open)
            is_open = False
        elif is_open and not _starts(line) and found[-1].shape is not Shape.HEADING:
            found[-1] = _joined(found[-1], line, number, struck.get(number, ""))
        else:
            found.append(_piece(line, number, struck.get(number, "")))
            is_open = found[-1].shape in (Shape.ITEM, Shape.TEXT)
    return found


def sentences(piece: Piece) -> Iterator[Piece]:
    """The sentences of a paragraph or item; a table row stays whole."""
    if piece.shape is Shape.ROW:
        yield piece
        return
    start = 0
    for end in _SENTENCE_END.finditer(piece.text):
        yield piece.part(start, end.start(), last=False)
        start = end.end()
    yield piece.part(start, len(piece.text), last=True)


def cells(row: Piece) -> list[str]:
    """The cells of a table row."""
    return [cell.strip() for cell in row.text.strip().strip("|").split("|")]


def _starts(line: str) -> bool:
    return bool(
        _BULLET.match(line) or re.match(r"\s{0,3}#{1,6}\s", line) or line.lstrip().startswith("|") or _LABEL.match(line)
    )


def _piece(line: str, number: int, struck: str) -> Piece:
    start = ((0, number),)
    if heading := re.match(r"\s{0,3}#{1,6}\s", line) and _HEADING.fullmatch(line):
        return Piece(Shape.HEADING, heading["text"], start, None, struck)
    if bullet := _BULLET.fullmatch(line):
        rank = int(bullet["number"]) if bullet["number"] else None
        return Piece(Shape.ITEM, bullet["text"].strip(), start, rank, struck)
    shape = Shape.ROW if line.lstrip().startswith("|") or line.count(" | ") > 1 else Shape.TEXT
    return Piece(shape, line.strip(), start, None, struck)


def _joined(piece: Piece, line: str, number: int, struck: str) -> Piece:
    text = f"{piece.text} "
    starts = (*piece.starts, (len(text), number))
    return Piece(piece.shape, text + line.strip(), starts, piece.number, f"{piece.struck} {struck}".strip())


def _underlined(found: list[Piece], line: str, *, is_open: bool) -> None:
    """A line of dashes right below a single line makes that one a heading."""
    if (
        is_open
        and found
        and found[-1].shape is Shape.TEXT
        and len(found[-1].starts) == 1
        and _UNDERLINE.fullmatch(line)
    ):
        found[-1] = Piece(Shape.HEADING, found[-1].text, found[-1].starts, None, found[-1].struck)
