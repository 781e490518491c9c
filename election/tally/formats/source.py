"""A file of ballots before anything in it is understood: how long it is, how it is encoded, where its lines are."""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from dataclasses import dataclass
from tempfile import TemporaryFile
from typing import BinaryIO

from ..errors import BadFile

CHUNK = 2**20
LONGEST_LINE = 2**20
MEBIBYTE = 2**20

_FOREIGN = {
    b"PK\x03\x04": "a spreadsheet or another archive; export the ballots as CSV",
    b"\xd0\xcf\x11\xe0": "a spreadsheet of the old kind; export the ballots as CSV",
    b"%PDF": "a PDF; the ballots are needed as CSV or BLT",
    b"\x1f\x8b": "compressed; unpack it first",
    b"BZh": "compressed; unpack it first",
    b"\xfd7zXZ": "compressed; unpack it first",
    b"\xff\xfe": "encoded in UTF-16; save it in UTF-8",
    b"\xfe\xff": "encoded in UTF-16; save it in UTF-8",
}


@dataclass(frozen=True, slots=True)
class Source:
    """A stream that can be gone through again and again, from where the text begins, and how to decode it."""

    stream: BinaryIO
    start: int
    encoding: str

    def lines(self) -> Iterator[bytes]:
        """The lines as they are, ends included."""
        self.stream.seek(self.start)
        return iter(self.stream)

    def text_lines(self) -> Iterator[str]:
        """The lines decoded, ends included."""
        return (line.decode(self.encoding) for line in self.lines())

    def head(self) -> bytes:
        """The first bytes, to tell the format by."""
        self.stream.seek(self.start)
        return self.stream.read(4096)

    def short_lines(self) -> Source:
        """Itself. Raises BadFile for a line so long that no ballot can be on it."""
        number, run = 1, 0
        self.stream.seek(self.start)
        while chunk := self.stream.read(CHUNK):
            first = chunk.find(b"\n")
            run += len(chunk) if first < 0 else first
            if run > LONGEST_LINE:
                raise BadFile(f"This line is longer than the {LONGEST_LINE:,} characters a ballot may have.", number)
            if first >= 0:
                number += chunk.count(b"\n")
                run = len(chunk) - chunk.rfind(b"\n") - 1
        return self


def surveyed(stream: BinaryIO, limit: int) -> Source:
    """The stream, ready to be read. Raises BadFile for a file that is empty, too long, or no text."""
    again = stream if stream.seekable() else _copied(stream, limit)
    start = again.tell()
    head = again.read(8)
    for beginning, sentence in _FOREIGN.items():
        if head.startswith(beginning):
            raise BadFile(f"This file is {sentence}.", 1)
    start += len(codecs.BOM_UTF8) if head.startswith(codecs.BOM_UTF8) else 0
    encoding, ended_by_returns = _gone_through(again, start, limit)
    return Source(_with_lines(again, start) if ended_by_returns else again, 0 if ended_by_returns else start, encoding)


def _gone_through(stream: BinaryIO, start: int, limit: int) -> tuple[str, bool]:
    """How the text is encoded, and whether its lines end as they did on the first Macintosh."""
    stream.seek(start)
    encoding, size, line, text, returns = _Encoding(), 0, 1, False, False
    while chunk := stream.read(CHUNK):
        size += len(chunk)
        if size > limit:
            raise BadFile(f"The file goes on beyond {limit / MEBIBYTE:,.0f} MiB, the most that is read.", line)
        if b"\0" in chunk:
            _refuse_zero(chunk, line)
        encoding.take(chunk)
        line += chunk.count(b"\n")
        text = text or not chunk.isspace()
        returns = returns or b"\r" in chunk
    if not text:
        raise BadFile("The file is empty; ballots were expected.", 1)
    return encoding.name, returns and line == 1


class _Encoding:
    """UTF-8 if all bytes are; otherwise what is called Latin-1, in practice Windows' superset of it where it can be."""

    def __init__(self) -> None:
        self._utf8: codecs.IncrementalDecoder | None = codecs.getincrementaldecoder("utf-8")()
        self._undefined = False

    def take(self, chunk: bytes, final: bool = False) -> None:
        if self._utf8:
            try:
                self._utf8.decode(chunk, final)
            except UnicodeDecodeError:
                self._utf8 = None
        self._undefined = self._undefined or any(byte in chunk for byte in b"\x81\x8d\x8f\x90\x9d")

    @property
    def name(self) -> str:
        self.take(b"", final=True)
        return "utf-8" if self._utf8 else "latin-1" if self._undefined else "cp1252"


def _refuse_zero(chunk: bytes, line: int) -> None:
    before = chunk[: chunk.index(b"\0")]
    column = len(before) - before.rfind(b"\n")
    raise BadFile(
        "There is a zero byte, which no text has; export the ballots as CSV, or save the file in UTF-8.",
        line + before.count(b"\n"),
        column,
    )


def _copied(stream: BinaryIO, limit: int) -> BinaryIO:
    """What comes down a stream that cannot be rewound, in a file that can."""
    copy = TemporaryFile()  # noqa: SIM115 - it goes when the last reader does
    size = 0
    while size <= limit and (chunk := stream.read(CHUNK)):
        size += copy.write(chunk)
    copy.seek(0)
    return copy


def _with_lines(stream: BinaryIO, start: int) -> BinaryIO:
    copy = TemporaryFile()  # noqa: SIM115 - as above
    stream.seek(start)
    while chunk := stream.read(CHUNK):
        copy.write(chunk.replace(b"\r", b"\n"))
    return copy
