"""Prose with its line numbers: the statements of a text, one for each list item, table row, heading or paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

STRUCK = "\x00"
"""Stands where the text had something struck through: what follows was changed."""

_LONGEST, _MOST = 2000, 100
"""Characters that are read of a line; characters and lines after which a paragraph is parted."""

_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_STRIKE = re.compile(r"~~[^~]{1,2000}~~|<(del|s|strike)>[^<]{0,2000}</\1>", re.IGNORECASE)
_ENTITIES = {"&ndash;": "–", "&mdash;": "–", "&nbsp;": " ", "&amp;": "&", "<br>": " ", "<br/>": " "}
_LETTERS = str.maketrans({"‑": "-", "−": "-", "\u00a0": " ", "\u202f": " ", "：": ":", STRUCK: " "})
_ITEM = re.compile(r"^\s*(?:[-*+•](?!\*)|\d{1,3}[.)])\s+")
_HEADING = re.compile(r"^\s{0,3}#{1,6}\s+")
_UNDERLINE = re.compile(r"^\s{0,3}(?:=+|-{3,})\s*$")
_RULE = re.compile(r"^\s*\|?(?:\s*:?-{2,}:?\s*\|)+(?:\s*:?-{2,}:?)?\s*$")
_SENTENCE = re.compile(r"(?<=[.;!?])(?<![ap]\.m\.)\s+(?=[A-Z\"“`*(\x00])")


@dataclass(frozen=True)
class Statement:
    """A piece of prose in one line, and where each of its lines began: pairs of offset and line number."""

    text: str
    starts: tuple[tuple[int, int], ...]
    heading: bool = False
    item: bool = False
    row: bool = False

    @property
    def line(self) -> int:
        return self.starts[0][1]

    def line_at(self, offset: int) -> int:
        """The line number of what stands at `offset`."""
        return max((start for start in self.starts if start[0] <= offset), default=self.starts[0])[1]

    def lines(self) -> list[Statement]:
        """Its lines as statements of their own."""
        ends = [offset for offset, _ in self.starts[1:]] + [len(self.text)]
        return [self._part(start, self.text[start:end]) for (start, _), end in zip(self.starts, ends, strict=True)]

    def sentences(self) -> Iterator[Statement]:
        """Its sentences, each with its own line numbers."""
        start = 0
        for end in [*(found.start() for found in _SENTENCE.finditer(self.text)), len(self.text)]:
            if self.text[start:end].strip():
                yield self._part(start, self.text[start:end])
            start = end

    def _part(self, start: int, piece: str) -> Statement:
        later = [(offset - start, line) for offset, line in self.starts if start < offset < start + len(piece)]
        return Statement(piece, ((0, self.line_at(start)), *later), self.heading, self.item, self.row)


def visible(text: str) -> str:
    """The text without comments, with plain spaces and dashes, and with a mark in place of what is struck through;
    line numbers stay."""
    bare = _COMMENT.sub(lambda found: "\n" * found[0].count("\n"), text.translate(_LETTERS))
    for entity, letter in _ENTITIES.items():
        bare = bare.replace(entity, letter)
    return _STRIKE.sub(lambda found: STRUCK + "\n" * found[0].count("\n"), bare)


def is_item(line: str) -> bool:
    return _ITEM.match(line) is not None


def is_row(line: str) -> bool:
    return line.count("|") >= 2 or line.lstrip().startswith("|")


def statements(text: str) -> list[Statement]:
    """All statements of a text in its order. Lines of one paragraph or list item are joined."""
    return list(_grouped(visible(text).split("\n")))


def _grouped(lines: list[str]) -> Iterator[Statement]:
    held: list[tuple[int, str]] = []
    for number, line in enumerate((line[:_LONGEST] for line in lines), start=1):
        underline, alone = bool(_UNDERLINE.match(line)), bool(_HEADING.match(line)) or is_row(line)
        full = len(held) >= _MOST or sum(len(part) for _, part in held) > _LONGEST
        if held and (full or not line.strip() or alone or is_item(line) or underline):
            yield _joined(held, heading=underline and len(held) == 1)
            held = []
        if alone and not _RULE.match(line):
            yield _joined([(number, line)], heading=not is_row(line))
        elif not alone and line.strip() and not underline:
            held.append((number, line))
    if held:
        yield _joined(held)


def _joined(held: list[tuple[int, str]], *, heading: bool = False) -> Statement:
    text, starts = "", []
    for number, line in held:
        text += " " if text else ""
        starts.append((len(text), number))
        text += _HEADING.sub("", line).strip() if heading else line.strip()
    return Statement(text, tuple(starts), heading, is_item(held[0][1]), is_row(held[0][1]))
