"""Lists of voters in YAML: of people with their addresses, or of handles under `eligible_voters`.

Not a reader of YAML: of its language only lists, keys and plain or quoted words are understood, which is all that such
files use. Anchors, tags and nested structures, by which a small file could become a large one, are refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import StringIO

from election.domain.roll import Line
from election.importers.rolls.columns import is_known, line
from election.importers.rolls.files import LONGEST, MOST, Unreadable

HEADING = "eligible_voters"
_ROW = re.compile(r"(?P<indent> *)(?P<dashes>(?:-(?: +|$))*)(?P<rest>.*)")
_PAIR = re.compile(r"(?P<key>[A-Za-z_][\w-]{0,60}) *:(?: +(?P<value>.*)|)$")
_COMMENT = re.compile(r"(?:^|\s)#.*$")
STRANGE = tuple("&*!{|>%@`")


@dataclass
class Person:
    """One item of the list while it is read: its line, a bare word, or what stands under each key."""

    number: int
    word: str = ""
    told: dict[str, list[str]] = field(default_factory=dict)
    fault: str = ""

    @property
    def line(self) -> Line:
        if self.fault or self.word:
            return Line(self.number, "", (self.word,) if self.word else (), self.fault)
        return line(self.number, self.told)


def looks_like(text: str) -> bool:
    """Whether the first line that says something is of a list."""
    first = next((row for row in StringIO(text) if row.strip() and not row.lstrip().startswith("#")), "")
    return re.match(rf"(---\s*|- .*|-|{HEADING}\s*:.*)$", first.rstrip()) is not None


def voters(text: str) -> list[Line]:
    """The voters of a list, each with its line's number. Raises Unreadable."""
    reading = _Reading()
    for number, row in _rows(text):
        reading.take(number, row)
    if not reading.people:
        raise Unreadable(f"There is no list of people here, and nothing under “{HEADING}”.")
    return [person.line for person in reading.people]


def _rows(text: str) -> Iterator[tuple[int, str]]:
    for number, row in enumerate(StringIO(text), 1):
        if len(row) > LONGEST * 20:
            raise Unreadable(f"Line {number} is too long for a list of voters.")
        if row.strip() and not row.lstrip().startswith("#") and row.rstrip() not in ("---", "..."):
            yield number, row.rstrip()


class _Reading:
    """Takes row by row. `inside`: whether these rows belong to the list of voters; `key`: whose values may follow."""

    def __init__(self) -> None:
        self.people: list[Person] = []
        self.inside = True
        self.depth: int | None = None
        self.key = ""

    def take(self, number: int, row: str) -> None:
        found = _ROW.match(row)
        if found is None or "\t" in row[: len(row) - len(row.lstrip())]:
            raise Unreadable(f"Line {number} is indented with a tab. Use spaces.")
        indent, dashes, rest = len(found["indent"]), found["dashes"].count("-"), found["rest"]
        if dashes > 1:
            raise Unreadable(f"Line {number} has a list in a list, which no list of voters needs.")
        if not dashes and indent == 0:
            self._heading(number, rest)
        elif self.inside and dashes and (self.depth is None or indent <= self.depth):
            self._item(number, indent, rest)
        elif self.inside:
            self._more(number, rest, is_item=bool(dashes))

    def _heading(self, number: int, rest: str) -> None:
        pair = _PAIR.match(rest)
        if pair is None:
            raise Unreadable(f"Line {number} is neither part of a list nor a heading of one.")
        self.inside, self.depth, self.key = pair["key"] == HEADING, None, ""
        if self.inside and pair["value"]:
            self.people += [Person(number, word) for word in words(pair["value"], number)]
            self._count()

    def _item(self, number: int, indent: int, rest: str) -> None:
        self.depth, self.key = indent, ""
        self.people.append(Person(number))
        self._count()
        if rest:
            self._said(number, rest)

    def _count(self) -> None:
        if len(self.people) > MOST:
            raise Unreadable(f"This file has more than {MOST} voters. Bring it in by parts.")

    def _said(self, number: int, rest: str) -> None:
        person = self.people[-1]
        if pair := _PAIR.match(_COMMENT.sub("", rest)):
            self.key = pair["key"]
            person.told.setdefault(self.key, [])
            if pair["value"]:
                person.told[self.key] += words(pair["value"], number, wanted=is_known(self.key))
        else:
            person.word = " ".join(words(rest, number))

    def _more(self, number: int, rest: str, *, is_item: bool) -> None:
        if not self.people:
            raise Unreadable(f"Line {number} is indented, and nothing stands above it.")
        if is_item and self.key:
            self.people[-1].told[self.key] += words(rest, number, wanted=is_known(self.key))
        elif not is_item and _PAIR.match(_COMMENT.sub("", rest)) and not self.people[-1].word:
            self._said(number, rest)
        else:
            self.people[-1].fault = f"Line {number} says nothing that a list of voters needs."


def words(value: str, number: int, *, wanted: bool = True) -> list[str]:
    """The words of a value: one, or those between brackets. Raises Unreadable for what only YAML's language knows."""
    if value.startswith(STRANGE) and not re.match(r"@[\w-]+$", value):
        raise Unreadable(f"Line {number} uses YAML’s own language (“{value[:1]}”). Write plain words only.")
    if not wanted:
        return []
    if value.startswith("["):
        inner = _COMMENT.sub("", value).strip()
        if not inner.endswith("]") or "[" in inner[1:] or "{" in inner or "*" in inner:
            raise Unreadable(f"Line {number} has a bracket that is not closed there, or one in another.")
        return [_word(part) for part in inner[1:-1].split(",") if part.strip()]
    return [word] if (word := _word(value)) else []


def _word(value: str) -> str:
    quoted = re.match(r"\s*(?:\"((?:[^\"\\]|\\.)*)\"|'((?:[^']|'')*)')\s*(?:#.*)?$", value)
    if quoted:
        text = quoted[1] if quoted[1] is not None else quoted[2].replace("''", "'")
        return re.sub(r"\\(.)", r"\1", text).strip()[: LONGEST + 1]
    word = _COMMENT.sub("", value).strip()
    return "" if word in ("~", "null", "Null", "NULL") else word[: LONGEST + 1]
