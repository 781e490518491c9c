"""ABIF, the Aggregated Ballot Information Format (electorama.com/abif), for ranks and for scores.

    {title: "Committee, 2031"}
    =A:[Ann Archer]         a candidate's short name and name; without such a line, the short name is the name
    =B:[Ben Baker]
    4: A>B=[Cy Carter]      four voters; names in brackets or quotation marks need no line of their own
    3: A/5,B/0              scores
    2:                      blank

A comment begins with #. Where there are scores and a ranking is wanted, `>` and `=` say it, or, between commas, the
scores do. Commas without scores make equals, as on an approval ballot. What stands in braces behind a ballot, and any
list but that of the choices, is passed over.

Carries names and ballots, with or without marks, and, in braces, title, seats, withdrawn candidates and order of ties;
the last three are this program's own, and other readers of the format pass over them. Names may hold no square bracket
and no line break.
"""

from __future__ import annotations

from ..errors import BadFile
from ..profile import Ballots
from . import wording
from .abif_lines import BARE, Choice, choices, declared, fields
from .ballot_file import BallotFile
from .gathering import MarksFound, Rankings
from .source import Source
from .wording import MOST_VOTERS, Names, not_too_many, shown, speakable

Ballot = list[tuple[int, Choice]]

FIELDS = "title", "seats", "withdrawn", "tie_order"


def looks_like_it(head: bytes) -> bool:
    """Whether the first line that is no comment is one of ABIF's."""
    for line in head.splitlines()[:-1]:
        text = line.strip()
        if text and not text.startswith(b"#"):
            before, colon, _ = text.partition(b":")
            return bool(colon) and (text.startswith((b"=", b"{")) or before.strip().isdigit())
    return False


def read(source: Source, *, marks: bool, highest: int) -> BallotFile:
    """The ballots of an ABIF file: marks where they are wanted and there are scores, rankings otherwise.

    Raises BadFile for a file that is none, and for scores beyond `highest` where marks are wanted.
    """
    reader = _Reader(highest if marks else None)
    number = 1
    for number, line in enumerate(source.short_lines().text_lines(), 1):
        reader.line(number, line.rstrip())
    return reader.file(number)


class _Reader:
    def __init__(self, highest: int | None) -> None:
        self._highest = highest
        self._names = Names()
        self._short: dict[str, int] = {}
        self._bare: dict[str, int] = {}
        self._rankings = Rankings(self._names)
        self._marks = MarksFound(self._names)
        self._total = self._blank = 0
        self._scored: bool | None = None
        self._list_is_ours = True
        self._fields: dict[str, tuple[object, int]] = {}

    def line(self, number: int, line: str) -> None:
        text = line.lstrip()
        if not text or text.startswith("#"):
            return
        if text.startswith("{"):
            said = fields(text, number).items()
            self._fields |= {key: (value, number) for key, value in said if key in FIELDS}
        elif text.startswith("@"):
            self._list_is_ours = text.rstrip(" :") == "@choices"
        elif not text.startswith("="):
            self._ballot(line, number)
        elif self._list_is_ours:
            self._declared(text, number)

    def file(self, number: int) -> BallotFile:
        """All of it, once the last line, of this number, is read."""
        if not self._names.numbers:
            raise BadFile("A candidate was expected in this file, and none found.", number)
        return BallotFile(
            self._ballots(), self._seats(), self._title(), self._among("withdrawn"), self._among("tie_order")
        )

    def _declared(self, text: str, number: int) -> None:
        short, name = declared(text, number)
        if short in self._short or (short in self._names.numbers and short != name):
            raise BadFile(f"The short name {shown(short)} is taken before this line.", number)
        self._short[short] = self._names.admit(name, number, None)

    def _ballot(self, line: str, number: int) -> None:
        at = min((place for place in (line.find(":"), line.find("*")) if place >= 0), default=len(line))
        voters = wording.voters(line[:at].strip(), number, 1, ", then a colon,")
        self._total += voters
        not_too_many(self._total, number)
        if self._is_plain(line[at + 1 :], voters):
            return
        ballot = [(self._candidate(choice, number), choice) for choice in choices(line, at + 1, number)]
        if not ballot:
            self._blank += voters
        elif self._highest and self._has_scores(ballot, number):
            self._marks.add(self._marks_of(ballot, number), voters)
        else:
            self._rankings.add(_groups(ballot, number), voters)

    def _candidate(self, choice: Choice, number: int) -> int:
        known = self._short.get(choice.name)
        candidate = self._names.number(choice.name, number, choice.column) if known is None else known
        if BARE.fullmatch(choice.name):
            self._bare[choice.name] = candidate
        return candidate

    def _is_plain(self, ranked: str, voters: int) -> bool:
        """Whether a ballot has but bare names met before and no scores; if so, it is taken here, at speed."""
        if self._highest is not None and self._scored is not False:
            return False
        known = self._bare
        try:
            groups = [[known[name.strip()] for name in rank.split("=")] for rank in ranked.split(">")]
        except KeyError:
            return False
        self._rankings.add(groups, voters)
        return True

    def _ballots(self) -> Ballots:
        if self._highest is None or self._scored is False:
            if self._blank:
                self._rankings.add([], self._blank)
            return self._rankings.profile()
        if self._blank:
            self._marks.add({}, self._blank)
        return self._marks.marks(self._highest)

    def _has_scores(self, ballot: Ballot, number: int) -> bool:
        """Whether a ballot is one of marks, as all of a file are or none."""
        scored = _each_has_one(ballot, number)
        if self._scored not in (None, scored):
            raise BadFile("Scores were expected on every ballot or on none.", number)
        self._scored = scored
        return scored

    def _marks_of(self, ballot: Ballot, number: int) -> dict[int, int]:
        marks: dict[int, int] = {}
        for candidate, choice in ballot:
            if not 0 <= (choice.score or 0) <= (self._highest or 0):
                sentence = f"A mark from 0 to {self._highest} was expected, and {choice.score} found."
                raise BadFile(sentence, number, choice.column)
            marks.setdefault(candidate, choice.score or 0)
        return marks

    def _title(self) -> str:
        title, number = self._fields.get("title", ("", 1))
        if not isinstance(title, str) or not speakable(title):
            raise BadFile("A title without control characters was expected.", number)
        return title

    def _seats(self) -> int | None:
        seats, number = self._fields.get("seats", (None, 1))
        if seats is None or (isinstance(seats, int) and not isinstance(seats, bool) and 1 <= seats <= MOST_VOTERS):
            return seats
        raise BadFile("The number of seats was expected, as in {seats: 3}.", number)

    def _among(self, field: str) -> tuple[str, ...]:
        """The candidates that a field names. Raises BadFile for somebody else, and for anybody twice."""
        names, number = self._fields.get(field, ([], 1))
        known = isinstance(names, list) and all(isinstance(name, str) and name in self._names.numbers for name in names)
        if not isinstance(names, list) or not known or len(set(names)) < len(names):
            raise BadFile(f'Candidates, each once, were expected, as in {{{field}: ["Ann", "Ben"]}}.', number)
        return tuple(names)


def _each_has_one(ballot: Ballot, number: int) -> bool:
    scored = [choice for _, choice in ballot if choice.score is not None]
    if scored and len(scored) < len(ballot):
        without = next(choice for _, choice in ballot if choice.score is None)
        raise BadFile(f"A score for {shown(without.name)} was expected, as for the others.", number, without.column)
    return bool(scored)


def _groups(ballot: Ballot, number: int) -> list[list[int]]:
    """The candidates of each rank, best first."""
    separators = {choice.separator for _, choice in ballot} - {""}
    if "," in separators and len(separators) > 1:
        raise BadFile('Commas were expected throughout, or ">" and "=" throughout.', number)
    if "," in separators and _each_has_one(ballot, number):
        return _by_score(ballot)
    groups: list[list[int]] = []
    for candidate, choice in ballot:
        if choice.separator in ("", ">"):
            groups.append([])
        groups[-1].append(candidate)
    return groups


def _by_score(ballot: Ballot) -> list[list[int]]:
    groups: dict[int, list[int]] = {}
    for candidate, choice in ballot:
        groups.setdefault(choice.score or 0, []).append(candidate)
    return [groups[score] for score in sorted(groups, reverse=True)]
