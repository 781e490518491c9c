"""JSON in pieces: one object's values in turn, and the items of one long list, never all of it in memory.

Python's own `json` reads a file whole, and 200 MB of brackets take it several gigabytes.
"""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Iterator
from typing import Any

from ..errors import BadFile
from .source import CHUNK, Source
from .wording import shown

LONGEST_PIECE = 2**20

_SPACE = re.compile(r"[ \t\r\n]*")
_NEARLY_ENDED = 16
"""A mistake so near to the end of what is held may be none once more is read: a word cut in two, say."""


class Pieces:
    """Where one has come to in a JSON text, of which a stretch is held at a time."""

    def __init__(self, source: Source) -> None:
        self._stretches = _stretches(source)
        self._decoder = json.JSONDecoder(object_pairs_hook=_each_once)
        self._text = ""
        self._at = 0
        self._begin = 0
        self._line, self._column = 1, 1  # of the first character held

    @property
    def where(self) -> tuple[int, int]:
        """The line and column at which the last piece begins."""
        return self._position(self._begin)

    def fields(self) -> Iterator[str]:
        """The names in the object that comes next; before each further one, its value is to be taken."""
        self._take("{", "An object in braces, { … },")
        if self._peek() == "}":
            self._take("}", "")
            return
        yield self._field()
        while self._take(",}", "A comma, or the closing brace,") == ",":
            yield self._field()

    def _field(self) -> str:
        if self._peek() != '"':
            raise self.refused("A field's name in quotation marks", self._peek())
        name = str(self.value())
        self._take(":", f"A colon behind {shown(name)}")
        return name

    def items(self) -> Iterator[Any]:
        """The items of the list that comes next."""
        self._take("[", "A list in brackets, [ … ],")
        if self._peek() == "]":
            self._take("]", "")
            return
        yield self.value()
        while self._take(",]", "A comma, or the closing bracket,") == ",":
            yield self.value()

    def end(self) -> None:
        """Raise BadFile if there is more."""
        if self._peek():
            raise self.refused("The end of the file", self._peek())

    def value(self) -> Any:
        """The next piece, decoded. Raises BadFile for what is no JSON, too long or too deep."""
        self._peek()
        while True:
            try:
                value, end = self._decoder.raw_decode(self._text, self._at)
            except json.JSONDecodeError as error:
                if not self._is_cut(error) or not self._more():
                    raise BadFile(f"This is no JSON: {error.msg}.", *self._position(error.pos)) from None
            except RecursionError:
                raise BadFile("Brackets are nested too deep here for ballots.", *self.where) from None
            except ValueError as error:
                raise BadFile(f"This is no JSON that can be read: {str(error)[:80]}.", *self.where) from None
            else:
                if end < len(self._text) or not self._more():
                    self._at = end
                    return value

    def refused(self, expected: str, found: object) -> BadFile:
        """What to raise for a piece that is JSON and not what it should be."""
        text = found if isinstance(found, str) else json.dumps(found, ensure_ascii=False)[:100]
        return BadFile(f"{expected} was expected, and {shown(text) if text else 'nothing'} found.", *self.where)

    def _take(self, either: str, expected: str) -> str:
        found = self._peek()
        if not found or found not in either:
            raise self.refused(expected, found)
        self._at += 1
        return found

    def _peek(self) -> str:
        """The next character that is not white space, or nothing at the end."""
        while True:
            space = _SPACE.match(self._text, self._at)
            self._at = self._begin = space.end() if space else self._at
            if self._at < len(self._text):
                return self._text[self._at]
            if not self._more():
                return ""

    def _more(self) -> bool:
        """Hold a further stretch, and let go what has been read; False at the end of the file."""
        if len(self._text) - self._at > LONGEST_PIECE:
            raise BadFile(
                f"This goes on for more than {LONGEST_PIECE:,} characters, which no ballot does.", *self.where
            )
        stretch = next(self._stretches, "")
        if stretch:
            self._line, self._column = self._position(self._at)
            self._text, self._at, self._begin = self._text[self._at :] + stretch, 0, 0
        return bool(stretch)

    def _is_cut(self, error: json.JSONDecodeError) -> bool:
        return error.msg.startswith("Unterminated") or error.pos > len(self._text) - _NEARLY_ENDED

    def _position(self, at: int) -> tuple[int, int]:
        breaks = self._text.count("\n", 0, at)
        if not breaks:
            return self._line, self._column + at
        return self._line + breaks, at - self._text.rindex("\n", 0, at)


def _stretches(source: Source) -> Iterator[str]:
    source.stream.seek(source.start)
    return filter(None, codecs.iterdecode(iter(lambda: source.stream.read(CHUNK), b""), source.encoding))


def _each_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    names = dict(pairs)
    if len(names) < len(pairs):
        raise ValueError("a name is twice in one object")
    return names
