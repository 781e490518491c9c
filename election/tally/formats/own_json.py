"""The program's own JSON, which carries everything that a `BallotFile` has.

    {"format": "hustings-ballots", "version": 1, "title": "Committee, 2031", "seats": 2,
     "candidates": ["Ann", "Ben", "Cy"], "withdrawn": ["Cy"], "tie_order": ["Ben", "Ann", "Cy"],
     "ballots": [{"voters": 3, "ranking": [["Ann"], ["Ben", "Cy"]]}, {"voters": 1, "ranking": []}]}

With marks, `"highest": 5` says how high they go and a ballot is `{"voters": 3, "marks": {"Ann": 5}}`. The fields may
come in any order; title, seats, withdrawn, tie_order, highest and voters (then 1) may be missing. A rank of one
candidate may be the name by itself.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from ..errors import BadFile, TallyError
from ..profile import Marks, Profile
from . import writing
from .ballot_file import BallotFile
from .cells import INSIDE_NAMES
from .json_ballots import JsonBallots, is_whole
from .json_pieces import Pieces
from .source import Source
from .wording import MOST_VOTERS, Names, shown, speakable

FORMAT, VERSION = "hustings-ballots", 1

_NEEDED = "format", "version", "candidates", "ballots"
_FIELDS = (*_NEEDED, "title", "seats", "withdrawn", "tie_order", "highest")


def looks_like_it(head: bytes) -> bool:
    """Whether a file begins with an object in braces that quotes a field's name, as no other format does."""
    return b"".join(head.split())[:2] in (b'{"', b"{}")


def read(source: Source, *, marks: bool, highest: int) -> BallotFile:
    """The ballots of a file in the program's own JSON. Raises BadFile for another.

    `marks` says that the ballots are wanted for a method by marks up to `highest`; otherwise that is as the file says.
    """
    return _Reader(Pieces(source)).file(highest if marks else None)


class _Reader:
    def __init__(self, pieces: Pieces) -> None:
        self._pieces = pieces
        self._found: dict[str, Any] = {}
        self._where: dict[str, tuple[int, int]] = {}
        self._ballots = JsonBallots(pieces)

    def file(self, highest: int | None) -> BallotFile:
        for field in self._pieces.fields():
            if field not in _FIELDS or field in self._where:
                raise self._pieces.refused(f"One of the fields {', '.join(_FIELDS)}, each once,", field)
            self._field(field)
        self._pieces.end()
        self._refuse_missing()
        ballots = self._ballots.ballots(highest, self._found.get("highest"))
        return BallotFile(
            ballots,
            self._found.get("seats"),
            self._found.get("title", ""),
            self._among("withdrawn", ballots.candidates),
            self._among("tie_order", ballots.candidates),
        )

    def _field(self, field: str) -> None:
        if field == "ballots":
            self._where[field] = self._pieces.where
            for ballot in self._pieces.items():
                self._ballots.add(ballot)
            return
        value = self._found[field] = self._pieces.value()
        self._where[field] = self._pieces.where
        if not _fits(field, value):
            raise self._pieces.refused(_EXPECTED[field], value)
        if field == "candidates":
            self._ballots.over(self._names(value))

    def _names(self, value: list[str]) -> tuple[str, ...]:
        names = Names(INSIDE_NAMES)
        for name in value:
            names.admit(name, *self._pieces.where)
        return tuple(names.numbers)

    def _refuse_missing(self) -> None:
        for field in _NEEDED:
            if field not in self._where:
                raise BadFile(f"The field {shown(field)} is missing from this object.", *self._pieces.where)

    def _among(self, field: str, candidates: tuple[str, ...]) -> tuple[str, ...]:
        """The candidates a field names. Raises BadFile for somebody else, and for anybody twice."""
        names = tuple(self._found.get(field, ()))
        for number, name in enumerate(names):
            if name not in candidates or name in names[:number]:
                raise BadFile(f"Candidates, each once, were expected, and {shown(name)} found.", *self._where[field])
        return names


_EXPECTED = {
    "format": f"The format {FORMAT!r}",
    "version": f"Version {VERSION}",
    "title": "A title without control characters",
    "seats": "The number of seats",
    "highest": "The highest mark",
    "candidates": "A list of the candidates' names",
    "withdrawn": "A list of candidates' names",
    "tie_order": "A list of candidates' names",
}


def _fits(field: str, value: object) -> bool:
    """Whether a field's value is of the kind that it has to be."""
    if field == "format":
        return value == FORMAT
    if field == "title":
        return isinstance(value, str) and speakable(value)
    if field in ("version", "seats", "highest"):
        return is_whole(value) and value in (range(1, VERSION + 1) if field == "version" else range(1, MOST_VOTERS + 1))
    if not isinstance(value, list) or (field == "candidates" and not value):
        return False
    return all(isinstance(name, str) for name in value)


def write(file: BallotFile) -> Iterator[str]:
    """The lines of a JSON file, one for each ballot. Raises TallyError for a name that is no text."""
    ballots = file.ballots
    for text in (*ballots.candidates, file.title):
        if not speakable(text, INSIDE_NAMES if text in ballots.candidates else ""):
            raise TallyError(f"{shown(text)} has a control character in it; take it out.")
    head: dict[str, object] = {"format": FORMAT, "version": VERSION, "title": file.title, "seats": file.seats}
    head |= {"candidates": ballots.candidates, "withdrawn": file.withdrawn, "tie_order": file.tie_order}
    if isinstance(ballots, Marks):
        head["highest"] = ballots.highest
    if file.seats is None:
        del head["seats"]
    yield _json(head)[:-1] + ', "ballots": ['
    before = ""
    for ballot in _marked(ballots) if isinstance(ballots, Marks) else _ranked(ballots):
        if before:
            yield f"{before},"
        before = _json(ballot)
    yield f"{before}]}}"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _ranked(profile: Profile) -> Iterator[dict[str, object]]:
    return ({"voters": voters, "ranking": groups} for groups, voters in writing.in_order(profile))


def _marked(marks: Marks) -> Iterator[dict[str, object]]:
    for ballot, voters in writing.marks_in_order(marks):
        given = {name: mark for name, mark in zip(marks.candidates, ballot, strict=True) if mark}
        yield {"voters": voters, "marks": given}
