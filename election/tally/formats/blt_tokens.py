"""The words of a BLT file, each with its place: read line by line, comments taken out, quoted names in one piece."""

from __future__ import annotations

import re
from collections import deque
from typing import NamedTuple

from ..errors import BadFile
from .source import Source
from .wording import shown

_PIECE = re.compile(
    rb'\s*(?:(?P<comment>#)|(?P<block>/\*)|(?P<quoted>"(?:[^"\\]|\\.)*(?P<closed>")?)|(?P<word>\S+))', re.DOTALL
)
_ESCAPED = re.compile(rb'\\(["\\])')


class Token(NamedTuple):
    """One word, or a name with its quotation marks, and where it stands on its line."""

    text: bytes
    line: int
    start: int
    end: int
    around: bytes

    @property
    def column(self) -> int:
        return column(self.around, self.start)


def column(line: bytes, start: int) -> int:
    """The column of a byte, in characters; worked out where it is asked for, as few ever are."""
    before = line[:start]
    try:
        return len(before.decode()) + 1
    except UnicodeDecodeError:
        return start + 1


class Tokens:
    """What is left of a file, word by word. `lines` may be read past it wherever `at_a_line` says so."""

    def __init__(self, source: Source) -> None:
        self.lines = enumerate(source.lines(), 1)
        self.number = 0
        self._encoding = source.encoding
        self._line = b""
        self._waiting: deque[Token] = deque()
        self._comment: tuple[int, int] | None = None

    @property
    def at_a_line(self) -> bool:
        """Whether nothing of the lines read so far is left."""
        return not self._waiting and not self._comment

    def feed(self, number: int, line: bytes) -> None:
        """Cut one more line into words."""
        self.number, self._line = number, line
        at = 0
        while piece := self._piece(at):
            kind, at = piece.lastgroup, piece.end()
            if kind == "comment":
                return
            if kind == "block":
                self._comment = number, column(line, piece.start("block"))
            else:
                self._waiting.append(self._token(piece))

    def next(self) -> Token | None:
        """The next word, or None at the end of the file."""
        while not self._waiting:
            number, line = next(self.lines, (0, b""))
            if not line:
                self._refuse_open_comment()
                return None
            self.feed(number, line)
        return self._waiting.popleft()

    def need(self, expected: str) -> Token:
        """The next word. Raises BadFile where the file ends instead."""
        token = self.next()
        if token is None:
            raise BadFile(f"The file ends where {expected} was expected.", max(self.number, 1))
        return token

    def name(self, token: Token) -> str:
        """The name that begins with this word: within its quotation marks, or all that is left of the line."""
        if token.text.startswith(b'"'):
            return _ESCAPED.sub(rb"\1", token.text[1:-1]).decode(self._encoding).strip()
        last = token
        while self._waiting:
            last = self._waiting.popleft()
        return self._line[token.start : last.end].decode(self._encoding).strip()

    def _piece(self, at: int) -> re.Match[bytes] | None:
        """The next piece of the line, behind a comment that is open."""
        if self._comment:
            end = self._line.find(b"*/", at)
            if end < 0:
                return None
            self._comment, at = None, end + 2
        return _PIECE.match(self._line, at)

    def _token(self, piece: re.Match[bytes]) -> Token:
        kind = "quoted" if piece["quoted"] else "word"
        token = Token(piece[kind], self.number, *piece.span(kind), self._line)
        if kind == "quoted":
            _refuse_half_a_name(token, closed=bool(piece["closed"]))
        return token

    def _refuse_open_comment(self) -> None:
        if self._comment:
            line, column = self._comment
            raise BadFile("The comment opened here with /* is not closed with */.", line, column)


def _refuse_half_a_name(token: Token, *, closed: bool) -> None:
    """Raise BadFile for a name that does not end with its second quotation mark."""
    behind = token.around[token.end : token.end + 2]
    if not closed:
        raise BadFile("The quotation mark opened here is not closed on its line.", token.line, token.column)
    if behind[:1].strip() and behind[:1] != b"#" and behind != b"/*":
        raise BadFile(
            f"White space was expected behind the name {shown(token.text)}; within a name, a quotation mark is"
            ' written \\".',
            token.line,
            column(token.around, token.end),
        )
