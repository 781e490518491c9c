"""PrefLib's files of orders: soc, soi, toc and toi (strict or with ties, complete or incomplete).

    # TITLE: Committee, 2031
    # NUMBER ALTERNATIVES: 3
    # ALTERNATIVE NAME 1: Ann
    # ALTERNATIVE NAME 2: Ben
    # ALTERNATIVE NAME 3: Cy
    4: 1,{2,3}              four voters: the first, then the other two alike

as described at preflib.github.io/PrefLib-Jekyll/format, and in the form used until 2022, which is read only:

    3
    1,Ann
    2,Ben
    3,Cy
    4,4,1                   voters, sum of the voters, different orders
    4,1,{2,3}

Carries names, ballots and a title: no seats, withdrawn candidates, order of ties or marks, and, written, no blank
ballots.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..errors import BadFile
from ..profile import MOST_CANDIDATES, Gatherer, Ranking
from . import wording
from .ballot_file import BallotFile
from .source import Source
from .wording import Names, shown, single_spaced, whole

ENDINGS = "soc", "soi", "toc", "toi"

_NAME = re.compile(r"ALTERNATIVE NAME (\d{1,9})", re.IGNORECASE)
_GROUP = re.compile(r"(?:\s*\{(?P<alike>[^{}]*)\}\s*|(?P<alone>[^,{}]*))(?P<more>,|$)")


def looks_like_it(head: bytes) -> bool:
    """Whether a file begins as PrefLib's do, in the present form."""
    return re.match(rb"# (FILE NAME|TITLE|DATA TYPE|NUMBER ALTERNATIVES):", head, re.IGNORECASE) is not None


def read(source: Source) -> BallotFile:
    """The ballots of a PrefLib file, old form or new. Raises BadFile for one that is none."""
    lines = _filled(source.short_lines())
    first = next(lines, (1, ""))
    return _Reader(lines).new(first) if first[1].startswith("#") else _Reader(lines).old(first)


def _filled(source: Source) -> Iterator[tuple[int, str]]:
    """The lines that are not empty, without their ends, numbered."""
    return ((number, line.rstrip()) for number, line in enumerate(source.text_lines(), 1) if line.strip())


class _Reader:
    def __init__(self, lines: Iterator[tuple[int, str]]) -> None:
        self._lines = lines
        self._line = 1
        self._names = Names()
        self._count: int | None = None
        self._voters: int | None = None
        self._title = ""
        self._places: dict[str, int] = {}

    def new(self, first: tuple[int, str]) -> BallotFile:
        """A file whose head is in lines that begin with #."""
        line: tuple[int, str] | None = first
        while line and line[1].startswith("#"):
            self._head(*line)
            line = next(self._lines, None)
        self._refuse_missing_names(first[0])
        return self._file(line, ":")

    def old(self, first: tuple[int, str]) -> BallotFile:
        """A file that begins with the number of candidates."""
        self._count = self._counted(first[1], *first)
        for place in range(1, self._count + 1):
            number, name = self._cut(self._need(f"the name of candidate {place}"), ",")
            self._name(number, name)
        voters, _ = self._cut(self._need("the number of voters"), ",")
        self._voters = whole(voters)
        return self._file(next(self._lines, None), ",")

    def _head(self, number: int, line: str) -> None:
        self._line = number
        before, _, value = line[1:].partition(":")
        key, value = before.strip().upper(), value.strip()
        if key == "TITLE":
            self._title = self._checked_title(single_spaced(value))
        elif key == "NUMBER ALTERNATIVES":
            self._count = self._counted(value, number, line)
        elif key == "NUMBER VOTERS":
            self._voters = whole(value)
        elif place := _NAME.fullmatch(key):
            self._name(place[1], value)

    def _checked_title(self, title: str) -> str:
        if not wording.speakable(title):
            raise BadFile("The title has a control character in it; take it out.", self._line)
        return title

    def _counted(self, found: str, number: int, line: str) -> int:
        count = whole(found, MOST_CANDIDATES)
        if not count:
            expected = f"The number of candidates (1 to {MOST_CANDIDATES:,})"
            raise BadFile(f"{expected} was expected, and {shown(found)} found.", number, line.find(found) + 1)
        return count

    def _name(self, number: str, name: str) -> None:
        if whole(number) != len(self._names.numbers) + 1:
            expected = f"Candidate {len(self._names.numbers) + 1}"
            raise BadFile(f"{expected} was expected, and candidate {shown(number)} found.", self._line)
        self._places[number] = self._names.admit(single_spaced(name), self._line, None)

    def _refuse_missing_names(self, line: int) -> None:
        found = len(self._names.numbers)
        if self._count is None and not found:
            raise BadFile('The line "# NUMBER ALTERNATIVES: …" was expected at the head of the file.', line)
        if self._count not in (None, found):
            raise BadFile(f"The names of {self._count} candidates were expected, and {found} found.", self._line)

    def _need(self, expected: str) -> str:
        number, line = next(self._lines, (0, ""))
        if not line:
            raise BadFile(f"The file ends where {expected} was expected.", self._line)
        self._line = number
        return line

    def _cut(self, line: str, separator: str) -> tuple[str, str]:
        before, found, behind = line.partition(separator)
        if not found:
            raise BadFile(f"{shown(separator)} was expected on this line, and {shown(line)} found.", self._line, 1)
        return before.strip(), behind.strip()

    def _file(self, line: tuple[int, str] | None, separator: str) -> BallotFile:
        gatherer = Gatherer(tuple(self._names.numbers))
        total = 0
        while line:
            self._line, text = line
            if not text.startswith("#"):
                total += self._ballot(text, separator, gatherer)
                wording.not_too_many(total, self._line)
            line = next(self._lines, None)
        if self._voters not in (None, total):
            raise BadFile(f"{self._voters:,} ballots were expected, as the head says, and {total:,} found.", self._line)
        return BallotFile(gatherer.profile(), title=self._title)

    def _ballot(self, text: str, separator: str, gatherer: Gatherer) -> int:
        number, ranked = self._cut(text, separator)
        voters = wording.voters(number, self._line, 1)
        gatherer.add(self._plain(ranked) or self._ranking(text, ranked, separator, gatherer), voters)
        return voters

    def _plain(self, ranked: str) -> Ranking | None:
        """An order without equals and without white space, at speed; None for another."""
        try:
            return tuple(dict.fromkeys(map(self._places.__getitem__, ranked.split(","))))
        except KeyError:
            return None

    def _ranking(self, text: str, ranked: str, separator: str, gatherer: Gatherer) -> Ranking:
        at, more = text.index(separator) + 1, bool(ranked)
        places: list[int] = []
        seen: set[int] = set()
        while more:
            group = _GROUP.match(text, at)
            if not group:
                raise self._refused("A candidate, or a group in braces,", text[at:], at)
            if members := self._members(group) - seen:
                places.append(gatherer.place(members))
                seen |= members
            at, more = group.end(), bool(group["more"])
        return tuple(places)

    def _members(self, group: re.Match[str]) -> set[int]:
        """The candidates of one rank, by their numbers."""
        count, members = len(self._names.numbers), set()
        for part in (group["alone"] if group["alike"] is None else group["alike"]).split(","):
            number = whole(part.strip(), count)
            if not number:
                raise self._refused(f"A candidate (1 to {count})", part.strip(), group.start())
            members.add(number - 1)
        return members

    def _refused(self, expected: str, found: str, at: int) -> BadFile:
        return BadFile(f"{expected} was expected, and {shown(found)} found.", self._line, at + 1)
