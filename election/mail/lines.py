"""The lines of a message's body: what each is, and where it stands in the untouched text."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import Enum

_LINES = re.compile(r"[^\n]*\n|[^\n]+")
_QUOTE = re.compile(r"[ \t]{0,3}>(?!=)(?:[ \t]?>)*[ \t]?")
BULLET = re.compile(r"\s*(?:[-*+•]\s+\S|\d{1,3}[.)]\s+\S)")


class Kind(Enum):
    """What a line is. Only TEXT and BLANK lines are surely the author's own."""

    BLANK = "blank"
    QUOTE = "quote"
    ATTRIBUTION = "attribution"
    HEADER = "header block"
    DELIMITER = "delimiter"
    FOOTER = "footer"
    SIGNATURE = "signature"
    HISTORY = "history"
    TEXT = "text"


@dataclass(frozen=True)
class Line:
    """One line: its kind, its place in the text (end after the line break), its words, and for a quote its depth."""

    kind: Kind
    start: int
    end: int
    text: str
    depth: int = 0


def split(text: str) -> list[Line]:
    """All lines of `text`, each BLANK, QUOTE or TEXT; together they cover the text without gap or overlap."""
    return [_line(found.group(), found.start(), found.end()) for found in _LINES.finditer(text)]


def dequote(text: str) -> str:
    """`text` with one level of quote marks taken off each line that has one."""
    return re.sub(r"(?m)^[ \t]{0,3}>(?!=) ?", "", text)


def unquoted(line: Line) -> str:
    """The words of a quoted line without any of its quote marks; other lines as they are."""
    return _QUOTE.sub("", line.text, count=1) if line.kind is Kind.QUOTE else line.text


def mark(lines: list[Line], numbers: Iterable[int], kind: Kind) -> None:
    """Give the lines with these numbers another kind, blank ones excepted."""
    for number in numbers:
        if lines[number].kind is not Kind.BLANK:
            lines[number] = replace(lines[number], kind=kind)


def paragraphs(lines: list[Line], kind: Kind) -> Iterator[range]:
    """The runs of neighbouring lines of one kind, from the first to the last."""
    start = 0
    for number in range(len(lines) + 1):
        if number < len(lines) and lines[number].kind is kind:
            continue
        if start < number:
            yield range(start, number)
        start = number + 1


def next_filled(lines: list[Line], number: int) -> int:
    """The number of the first line from `number` on that is not blank; `len(lines)` if there is none."""
    while number < len(lines) and lines[number].kind is Kind.BLANK:
        number += 1
    return number


def _line(whole: str, start: int, end: int) -> Line:
    words = whole.rstrip("\r\n")
    if not words.strip():
        return Line(Kind.BLANK, start, end, words)
    quote = _QUOTE.match(words)
    if quote:
        return Line(Kind.QUOTE, start, end, words, quote.group().count(">"))
    return Line(Kind.TEXT, start, end, words)
