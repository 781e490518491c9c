"""The two doors: a file of ballots read, whatever its format, and written in the format asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from enum import StrEnum
from typing import BinaryIO

from ..errors import BadFile, TallyError
from ..profile import Marks, Profile
from . import abif, abif_writing, blt, blt_writing, own_json, preflib, preflib_writing, tables
from .ballot_file import BallotFile
from .source import Source, surveyed
from .wording import shown

LARGEST = 200 * 2**20


class Form(StrEnum):
    """The formats, by the names under which they are asked for."""

    BLT = "blt"
    CSV = "csv"
    ABIF = "abif"
    PREFLIB = "preflib"
    JSON = "json"


_BY_ENDING = {form.value: form for form in Form} | dict.fromkeys(preflib.ENDINGS, Form.PREFLIB)

_BY_LOOKS: tuple[tuple[Callable[[bytes], bool], Form], ...] = (
    (own_json.looks_like_it, Form.JSON),
    (blt.looks_like_it, Form.BLT),
    (preflib.looks_like_it, Form.PREFLIB),
    (abif.looks_like_it, Form.ABIF),
)


def read(
    stream: BinaryIO, name: str, *, marks: bool = False, highest: int = 1, form: str | None = None, limit: int = LARGEST
) -> BallotFile:
    """The ballots of a file, with whatever the format says beside them.

    The format is `form` or else what the ending of the file's `name` says or else what the file looks like; CSV of
    either kind is told by its header. With `marks`, the ballots are for a method that takes marks from 0 to `highest`:
    a CSV file's cells are the marks, ABIF's scores and JSON's marks are held to them, and the result is `Marks`; a file
    that has but rankings gives a `Profile` all the same, and the methods make marks of it.

    Raises BadFile, and nothing else, for a file that cannot be read or is larger than `limit` bytes. No more than a
    few MiB are held beyond the ballots themselves.
    """
    asked = _form(form) if form else None
    source = surveyed(stream, limit)
    match asked or _by_name(name) or _by_looks(source, name):
        case Form.BLT:
            return blt.read(source)
        case Form.PREFLIB:
            return preflib.read(source)
        case Form.ABIF:
            return abif.read(source, marks=marks, highest=highest)
        case Form.JSON:
            return own_json.read(source, marks=marks, highest=highest)
        case _:
            return tables.read(source, marks=marks, highest=highest)


def write(file: BallotFile, form: str) -> bytes:
    """A file of ballots in UTF-8, in the order of their number and not in that of their casting.

    `form` is one of `Form`, or one of PrefLib's kinds (soc, soi, toc, toi). What is written is read back equal as far
    as the format carries it, which each format's module says. Raises TallyError for what would be lost otherwise.
    """
    lines = _lines(file, _form(form), form)
    return "".join(f"{line}\n" for line in lines).encode()


def _lines(file: BallotFile, form: Form, asked: str) -> Iterator[str]:
    if form == Form.CSV:
        return tables.write(file)
    if form == Form.ABIF:
        return abif_writing.write(file)
    if form == Form.JSON:
        return own_json.write(file)
    profile = _rankings(file, form)
    if form == Form.BLT:
        return blt_writing.write(file, profile)
    kind = asked.lower().lstrip(".")
    return preflib_writing.write(file, profile, "" if kind == Form.PREFLIB else kind)


def _rankings(file: BallotFile, form: Form) -> Profile:
    if isinstance(file.ballots, Marks):
        raise TallyError(f"Ballots with marks cannot be written as {form}; write CSV, ABIF or JSON.")
    return file.ballots


def _form(asked: str) -> Form:
    form = _BY_ENDING.get(asked.lower().lstrip("."))
    if not form:
        raise TallyError(f"{shown(asked)} is no format of ballots; these are: {', '.join(_BY_ENDING)}.")
    return form


def _by_name(name: str) -> Form | None:
    return _BY_ENDING.get(name.rpartition(".")[2].lower())


def _by_looks(source: Source, name: str) -> Form:
    head = source.head()
    for looks_like_it, form in _BY_LOOKS:
        if looks_like_it(head):
            return form
    if b"," in head.splitlines()[0] and "." not in name:
        return Form.CSV
    endings = ", ".join(f".{ending}" for ending in _BY_ENDING)
    raise BadFile(f"{shown(name)} does not say which format it has; the endings known are {endings}.", 1)
