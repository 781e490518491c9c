"""The ballots in a JSON file: rankings or marks, checked one by one, whether or not the candidates come before them."""

from __future__ import annotations

from typing import Any, TypeGuard

from ..errors import BadFile
from ..profile import Ballots
from .cells import INSIDE_NAMES
from .gathering import MarksFound, Rankings
from .json_pieces import Pieces
from .wording import MOST_VOTERS, Names, not_too_many, shown

_KINDS = {"ranking": list, "marks": dict}


class JsonBallots:
    """Gathers ballots from decoded pieces; `pieces` knows where each was."""

    def __init__(self, pieces: Pieces) -> None:
        self._pieces = pieces
        self._names = Names(INSIDE_NAMES)
        self._candidates: tuple[str, ...] | None = None
        self._first: dict[str, tuple[int, int]] = {}
        self._rankings = Rankings(self._names)
        self._marks = MarksFound(self._names)
        self._total = 0
        self._greatest, self._greatest_where = 0, (1, 1)
        self._kind = ""

    def over(self, candidates: tuple[str, ...]) -> None:
        """Say who the candidates are. Raises BadFile if a ballot has named somebody else."""
        for name, where in self._first.items():
            if name not in candidates:
                raise BadFile(f"{shown(name)} is not among the candidates.", *where)
        self._candidates = candidates
        for name in candidates:
            self._names.number(name, *self._pieces.where)

    def add(self, ballot: object) -> None:
        """Take one ballot. Raises BadFile for what is none, and for a ranking among marks."""
        if not isinstance(ballot, dict):
            raise self._pieces.refused("A ballot in braces", ballot)
        kind = "marks" if "marks" in ballot else "ranking"
        if not ballot.keys() <= {kind, "voters"} or not isinstance(ballot.get(kind), _KINDS[kind]):
            raise self._pieces.refused(
                'A ballot like {"voters": 1, "ranking": […]} or {"voters": 1, "marks": {…}}', ballot
            )
        if self._kind not in ("", kind):
            raise self._pieces.refused(f"A ballot with {self._kind}, as those before it,", ballot)
        self._kind = kind
        self._counted(ballot[kind], self._voters(ballot))

    def ballots(self, asked: int | None, said: int | None) -> Ballots:
        """All of them. Marks go up to what is asked for or else to what the file said. Raises BadFile beyond that."""
        candidates = self._candidates or ()
        if self._kind == "ranking" or not (self._kind or asked or said):
            return self._rankings.profile(candidates)
        highest = asked or said or max(self._greatest, 1)
        if self._greatest > highest:
            sentence = f"Marks from 0 to {highest} were expected, and {self._greatest} found."
            raise BadFile(sentence, *self._greatest_where)
        return self._marks.marks(highest, candidates)

    def _counted(self, given: Any, voters: int) -> None:
        self._total += voters
        if self._total > MOST_VOTERS:
            not_too_many(self._total, self._pieces.where[0])
        if self._kind == "marks":
            self._marks.add({self._number(name): self._mark(mark) for name, mark in given.items()}, voters)
        else:
            self._rankings.add([self._rank(rank) for rank in given], voters)

    def _rank(self, given: object) -> list[int]:
        """The candidates of one rank, by their numbers."""
        names = given if isinstance(given, list) else [given]
        return [self._number(name) for name in names]

    def _mark(self, mark: object) -> int:
        if not is_whole(mark) or not 0 <= mark <= MOST_VOTERS:
            raise self._pieces.refused("A mark, which is a whole number from 0 on,", mark)
        if mark > self._greatest:
            self._greatest, self._greatest_where = mark, self._pieces.where
        return mark

    def _number(self, name: object) -> int:
        if not isinstance(name, str):
            raise self._pieces.refused("A candidate's name", name)
        number = self._names.numbers.get(name)
        if number is not None:
            return number
        if self._candidates is not None:
            raise BadFile(f"{shown(name)} is not among the candidates.", *self._pieces.where)
        self._first[name] = self._pieces.where
        return self._names.number(name, *self._first[name])

    def _voters(self, ballot: dict[str, Any]) -> int:
        voters = ballot.get("voters", 1)
        if not is_whole(voters) or not 1 <= voters <= MOST_VOTERS:
            raise self._pieces.refused(f"The number of voters who cast a ballot (1 to {MOST_VOTERS:,})", voters)
        return voters


def is_whole(value: object) -> TypeGuard[int]:
    """Whether a decoded value is a whole number, which true and 1.0 are not."""
    return type(value) is int
