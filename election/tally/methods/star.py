"""STAR: score, then automatic run-off. The two with the highest sums meet, and more voters' preference decides.

https://www.starvoting.org/star; for several seats Bloc STAR (https://www.starvoting.org/multi_winner): the winner is
taken out, and the next seat is filled from the same ballots in the same way. So are the places after the seats. Ties
are settled by the official order (see `tiebreaker`). Candidates to whom nobody gave a point reach no run-off: nobody
prefers them to anybody.
"""

from __future__ import annotations

from collections.abc import Mapping

from ..contest import Contest, Placing, Undecided, by_amount
from ..marks import Sheet, named, scores
from ..profile import Ballots
from ..rows import Action, Amount, Round
from ..tiebreaker import Tiebreaker

INVALID = "Scores go from 0 to the highest; a candidate without one has 0, and ballots with any other are refused."

FINALISTS = 2


def place(ballots: Ballots, contest: Contest) -> Placing:
    """Everybody standing, in the order in which they win.

    Raises TallyError for rankings and for scores beyond the highest, Undecided for a tie that stays open and bears on a
    seat. After the seats such a tie ends the count: whoever is left is placed by the sum of their scores.
    """
    sheet = scores(ballots, contest, "STAR")
    count = Count(sheet, contest)
    count.run()
    return Placing(groups=tuple(count.groups), rounds=tuple(count.rounds), spent=sheet.spent)


class Count:
    """One count, seat by seat, and then place by place."""

    def __init__(self, sheet: Sheet, contest: Contest) -> None:
        self.contest = contest
        self.prefer = sheet.prefer
        self.voters = sum(sheet.voters)
        self.sums = sheet.totals()
        self.ties = Tiebreaker(sheet, contest)
        self.left = list(contest.standing)
        self.groups: list[tuple[int, ...]] = []
        self.rounds: list[Round] = []
        self.scored = 0

    @property
    def seats_left(self) -> bool:
        return len(self.groups) < self.contest.seats

    def run(self) -> None:
        """Find one winner after the other while anybody left has points; the rest go by their sums."""
        while any(self.sums[number] for number in self.left):
            try:
                winner = self._winner()
            except Undecided:
                if self.seats_left:
                    raise
                break
            self.groups.append((winner,))
            self.left.remove(winner)
        if not self.rounds:
            self._score()
        self.groups += by_amount(self.left, self.sums)

    def _winner(self) -> int:
        """The next to win. After the seats run-offs alone make rounds: the sums stay what they are."""
        finalists = self._finalists()
        if len(finalists) < FINALISTS:
            if self.seats_left:
                self._score(finalists)
            return finalists[0]
        if self.seats_left:
            self._score()
        return self._run_off(*finalists)

    def _finalists(self) -> tuple[int, ...]:
        """The two with the highest sums, or the only one who has points."""
        finalists: tuple[int, ...] = ()
        for level in by_amount((number for number in self.left if self.sums[number]), self.sums):
            if len(finalists) < FINALISTS:
                finalists += self.ties.advance(level, FINALISTS - len(finalists))
        return finalists

    def _run_off(self, one: int, other: int) -> int:
        votes: dict[int, Amount] = {one: self.prefer(one, other), other: self.prefer(other, one)}
        first, *level = by_amount(votes, votes)
        winner = first[0] if level else self.ties.winner(first, self.sums, self.scored)
        indifferent = self.voters - sum(votes.values())
        self._record(Action.RUNOFF, votes, indifferent, (winner,) if self.seats_left else ())
        return winner

    def _score(self, elected: tuple[int, ...] = ()) -> None:
        self.scored = len(self.rounds) + 1
        self._record(Action.COUNT, {number: self.sums[number] for number in self.left}, 0, elected)

    def _record(self, action: Action, votes: Mapping[int, Amount], exhausted: Amount, elected: tuple[int, ...]) -> None:
        self.rounds.append(
            Round(
                number=len(self.rounds) + 1,
                action=action,
                votes=named(self.contest, votes),
                exhausted=exhausted,
                elected=self.contest.named(elected),
                ties=tuple(self.ties.ties),
            )
        )
        self.ties.ties = []
