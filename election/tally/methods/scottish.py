"""The single transferable vote of Scottish local elections: weighted inclusive Gregory, to five decimals.

The Scottish Local Government Elections Order 2007 (SSI 2007/42), schedule 1, rules 45 to 52. Every value is a whole
number of 1/100,000 votes, any remainder ignored (rule 48(3)). Two things the rules leave to practice are done as in
other programs that count by them: the papers of a candidate elected with exactly the quota make a stage of their own in
which nothing moves, and the papers of the last candidate to be excluded are still passed on.
"""

from __future__ import annotations

from ..contest import Contest, Placing
from ..pairwise import rankings
from ..profile import Ballots
from ..quota import droop
from ..rows import Action, Amount, Transfer
from ..stages import Stages
from ..ties import Purpose
from ..transfer import Papers

PLACES = 5
UNIT = 10**PLACES

INVALID = (
    "Gaps close; of a candidate named twice the first mention counts; candidates ranked equally share the paper in"
    " equal parts, each cut to five decimals."
)


def place(ballots: Ballots, contest: Contest) -> Placing:
    """Everybody standing: as elected, then as excluded, the last one first."""
    count = Count(ballots, contest)
    count.run()
    return Placing(groups=count.stages.groups(), rounds=tuple(count.stages.rounds), places=PLACES, spent=count.spent)


class Count:
    """One count, stage by stage."""

    def __init__(self, ballots: Ballots, contest: Contest) -> None:
        profile = rankings(ballots, "The single transferable vote")
        self.contest = contest
        self.stages = Stages(contest, PLACES)
        self.continuing = [number in contest.standing for number in range(len(profile.candidates))]
        self.papers = Papers(profile, self.continuing, UNIT, _part)
        self.pending: list[int] = []
        self.quota = 0
        self.spent = 0
        self._first(profile.total - profile.blank, profile.blank)

    def run(self) -> None:
        """Transfer surpluses, or exclude, until the seats are filled or the rest can have them (rules 48 to 52)."""
        stages = self.stages
        while 0 < stages.vacancies < len(stages.hopeful):
            if self.pending:
                self._transfer_surplus()
            else:
                self._exclude()
        if stages.vacancies and stages.hopeful:
            stages.record(Action.REST, quota=self.quota, elected=stages.elect(stages.hopeful))

    def _first(self, named: int, blank: int) -> None:
        handed = self.papers.deal()
        self.spent = int(handed.exhausted) // UNIT - blank
        handed.exhausted = 0
        valid = named - self.spent
        self.quota = droop(valid, self.contest.seats) * UNIT
        self.stages.receive(None, valid * UNIT, handed)
        self.stages.record(Action.FIRST, quota=self.quota, elected=self._elect())

    def _elect(self) -> tuple[int, ...]:
        """Rule 47: whoever has the quota is elected, at the end of any stage."""
        votes = self.stages.votes
        elected = self.stages.elect([number for number in self.stages.hopeful if votes[number] >= self.quota])
        self.pending += elected
        for number in elected:
            self.continuing[number] = False
        return elected

    def _transfer_surplus(self) -> None:
        """Rules 48 and 49: the largest surplus first, every paper at its share of it."""
        votes = self.stages.votes
        largest = max(votes[number] for number in self.pending)
        source = self._first_of([number for number in self.pending if votes[number] == largest])
        self.pending.remove(source)
        surplus, total = int(largest) - self.quota, int(largest)
        handed = self.papers.hand_on(source, lambda value: int(value) * surplus // total)
        votes[source] = self.quota
        transfers = self.stages.receive(source, surplus, handed)
        self.stages.record(
            Action.SURPLUS, quota=self.quota, surplus=surplus, transfers=transfers, elected=self._elect()
        )

    def _first_of(self, tied: list[int]) -> int:
        """Rule 49(2) and (3). Where ties stay open, surpluses of nothing need no lot: their order moves nothing."""
        if self.contest.stays_open and self.stages.votes[tied[0]] == self.quota:
            return self.contest.alphabetical(self.stages.told_apart(tied, Purpose.TRANSFER, max))[0]
        return self.stages.choose(tied, Purpose.TRANSFER, max)

    def _exclude(self) -> None:
        """Rules 50 and 51: the lowest, all papers at the values they came with."""
        lowest = self.stages.lowest()
        self.stages.exclude(lowest)
        transfers: tuple[Transfer, ...] = ()
        for number in lowest:
            self.continuing[number] = False
            given, self.stages.votes[number] = self.stages.votes[number], 0
            transfers += self.stages.receive(number, given, self.papers.hand_on(number, lambda value: value))
        self.stages.record(
            Action.EXCLUSION, quota=self.quota, transfers=transfers, excluded=lowest, elected=self._elect()
        )


def _part(value: Amount, parts: int) -> Amount:
    return int(value) // parts
