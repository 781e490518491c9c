"""Ballots with marks, turned on their side: for each candidate a column of what every ballot gives them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import compress
from operator import gt, itemgetter, mul

from .contest import Contest
from .errors import TallyError
from .pairwise import spent
from .profile import Ballots, Marks, Profile
from .rows import Action, Amount, Round

Row = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """The ballots that count, those that are valid and mark somebody who stands.

    `columns` has for each candidate who stands the marks from ballot to ballot, `voters` how many cast each.
    """

    columns: Mapping[int, Sequence[int]]
    voters: Sequence[int]
    invalid: int = 0
    spent: int = 0

    def totals(self) -> dict[int, Amount]:
        """The sum of each candidate's marks."""
        return {number: sum(map(mul, column, self.voters)) for number, column in self.columns.items()}

    def prefer(self, one: int, other: int) -> int:
        """How many voters mark `one` higher than `other`."""
        return sum(compress(self.voters, map(gt, self.columns[one], self.columns[other])))

    def given(self, mark: int, number: int) -> int:
        """How many voters give the candidate exactly this mark."""
        return sum(compress(self.voters, map(mark.__eq__, self.columns[number])))


def scores(ballots: Ballots, contest: Contest, method: str) -> Sheet:
    """Scores from 0 to the contest's highest. Raises TallyError for rankings, and for a score beyond."""
    if isinstance(ballots, Profile):
        raise TallyError(
            f"{method} adds up scores, and these ballots are rankings, which give none."
            " Choose a method that counts rankings, or hand in ballots with scores."
        )
    return _sheet(ballots, contest, contest.highest)


def choices(ballots: Ballots, contest: Contest, method: str, most: int | None = None) -> Sheet:
    """Marks of 0 and 1; a ballot with more than `most` of them, withdrawn candidates' included, is invalid.

    A ranking marks everybody it ranks or, where `most` is given, as many of its first candidates who stand. Raises
    TallyError for scores.
    """
    if isinstance(ballots, Profile):
        marked = Marks(ballots.candidates, _marked(ballots, contest, most or len(ballots.candidates)))
        return replace(_sheet(marked, contest, 1, most), spent=spent(ballots, contest))
    if ballots.highest > 1:
        raise TallyError(
            f"{method} takes marks of 0 or 1, and these ballots give scores up to {ballots.highest}."
            " Choose score or STAR, or hand in which candidates each ballot marks."
        )
    return _sheet(ballots, contest, 1, most)


def only_round(contest: Contest, totals: Mapping[int, Amount]) -> tuple[Round, ...]:
    """The single round of a count that does nothing but add up."""
    return (Round(number=1, action=Action.COUNT, votes=named(contest, totals)),)


def named(contest: Contest, amounts: Mapping[int, Amount]) -> dict[str, Amount]:
    """Amounts by name."""
    return {contest.names[number]: amount for number, amount in amounts.items()}


def _sheet(marks: Marks, contest: Contest, highest: int, most: int | None = None) -> Sheet:
    rows: list[Row] = []
    weights: list[int] = []
    invalid = unread = 0
    for row, voters in marks.ballots.items():
        if most is not None and sum(row) > most:
            invalid += voters
        elif any(map(row.__getitem__, contest.standing)):
            rows.append(row)
            weights.append(voters)
        elif any(row):
            unread += voters
    columns = {number: _column(rows, number, highest, contest) for number in contest.alphabetical(contest.standing)}
    return Sheet({number: columns[number] for number in contest.standing}, weights, invalid, unread)


def _column(rows: list[Row], number: int, highest: int, contest: Contest) -> Sequence[int]:
    """A candidate's marks; in one byte each, where they fit."""
    column = tuple(map(itemgetter(number), rows))
    for mark in sorted(set(column)):
        if not 0 <= mark <= highest:
            raise TallyError(
                f"{contest.names[number]} is marked {mark}, and marks go from 0 to {highest}. Mend that ballot,"
                " or choose a method and a highest score that take this mark."
            )
    return bytes(column) if highest < 256 else column


def _marked(profile: Profile, contest: Contest, most: int) -> dict[Row, int]:
    """The rankings as rows that mark who stands and has one of the first places, `most` of them or, by equals, more."""
    everybody = range(len(profile.candidates))
    standing = set(contest.standing)
    members = [standing.intersection(profile.members(place)) for place in range(len(everybody) + len(profile.equals))]
    marked: Counter[Row] = Counter()
    for ranking, voters in profile.ballots.items():
        first: set[int] = set()
        for place in ranking:
            if len(first) >= most:
                break
            first |= members[place]
        marked[tuple([int(number in first) for number in everybody])] += voters
    return marked
