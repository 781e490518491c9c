"""The running record of a count by rounds: who has how many votes, who is in, who is out, and how ties were settled."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from fractions import Fraction
from itertools import groupby

from .contest import Contest
from .rows import Action, Amount, Round, Transfer
from .ties import By, Purpose, Tie
from .transfer import Handed

Votes = dict[int, Amount]
Extreme = Callable[[Iterable[Amount]], Amount]


class Stages:
    """Keeps a count's figures in units of 10^-places and writes a row for every round.

    `history` has the votes at the end of each round so far. `elected` and `excluded` are in the order in which it
    happened, those who share a place in one group.
    """

    def __init__(self, contest: Contest, places: int) -> None:
        self.contest = contest
        self.unit = 10**places
        self.votes: Votes = dict.fromkeys(contest.standing, 0)
        self.hopeful = list(contest.standing)
        self.elected: list[tuple[int, ...]] = []
        self.excluded: list[tuple[int, ...]] = []
        self.exhausted: Amount = 0
        self.lost: Amount = 0
        self.history: list[Votes] = []
        self.rounds: list[Round] = []
        self.settled: list[Tie] = []

    @property
    def vacancies(self) -> int:
        """Seats not filled so far."""
        return self.contest.seats - sum(map(len, self.elected))

    def elect(self, numbers: Iterable[int]) -> tuple[int, ...]:
        """Elect these, most votes first; equal votes share a place."""
        ordered = sorted(numbers, key=lambda number: -self.votes[number])
        self.elected += [tuple(equal) for _, equal in groupby(ordered, key=self.votes.__getitem__)]
        self.hopeful = [number for number in self.hopeful if number not in ordered]
        return tuple(ordered)

    def exclude(self, numbers: Iterable[int]) -> None:
        """Exclude these together."""
        group = tuple(numbers)
        self.excluded.append(group)
        self.hopeful = [number for number in self.hopeful if number not in group]

    def receive(self, source: int | None, given: Amount, handed: Handed) -> tuple[Transfer, ...]:
        """Book `given` votes that were handed on, and what of them got lost in rounding."""
        arrived: Amount = 0
        for number, votes in handed.votes.items():
            self.votes[number] += votes
            arrived += votes
        self.exhausted += handed.exhausted
        self.lost += given - arrived - handed.exhausted
        return () if source is None else self._transfers(source, handed)

    def lowest(self) -> list[int]:
        """Whom to exclude: the one with the fewest votes, a tie looked up in earlier rounds and then drawn.

        Where ties stay open, all who are tied without a single vote go together if seats can be filled without them:
        whatever their order, nothing moves.
        """
        fewest = min(self.votes[number] for number in self.hopeful)
        return self.lowest_of([number for number in self.hopeful if self.votes[number] == fewest])

    def lowest_of(self, tied: list[int], *, looking_back: bool = True) -> list[int]:
        """The same, from candidates who are tied for exclusion."""
        if len(tied) > 1 and self.contest.stays_open and self._indifferent(tied):
            self._settle(tied, Purpose.EXCLUSION, By.OPEN)
            return tied
        return [self.choose(tied, Purpose.EXCLUSION, min if looking_back else None)]

    def _indifferent(self, tied: list[int]) -> bool:
        return not any(self.votes[number] for number in tied) and len(self.hopeful) - len(tied) >= self.vacancies

    def choose(self, tied: list[int], purpose: Purpose, extreme: Extreme | None) -> int:
        """The one of these to act on: by the latest earlier round that tells them apart, then by a draw.

        `extreme` says whether the most or the fewest votes there count; without it no earlier round does. Raises
        Undecided where the tie stays open.
        """
        left = self.told_apart(tied, purpose, extreme) if extreme else tied
        if len(left) == 1:
            return left[0]
        order, tie = self.contest.draw(left, purpose)
        self.settled.append(tie)
        return order[0]

    def told_apart(self, tied: list[int], purpose: Purpose, extreme: Extreme) -> list[int]:
        """Those who had the most, or the fewest, in the latest earlier round in which the tied ones differed.

        If there are several, earlier rounds are asked about these.
        """
        left = tied
        for at in range(len(self.history) - 2, -1, -1):
            there = {number: self.history[at][number] for number in left}
            bound = extreme(there.values())
            first = [number for number in left if there[number] == bound]
            if len(first) < len(left):
                self._settle(left, purpose, By.EARLIER_ROUND, first, at + 1)
                left = first
        return left

    def record(
        self,
        action: Action,
        *,
        quota: Amount | None = None,
        surplus: Amount | None = None,
        transfers: tuple[Transfer, ...] = (),
        elected: Iterable[int] = (),
        excluded: Iterable[int] = (),
        keep: dict[int, Amount] | None = None,
    ) -> None:
        """Write the row of the round that ends here."""
        self.history.append(dict(self.votes))
        self.rounds.append(
            Round(
                number=len(self.rounds) + 1,
                action=action,
                votes=self._named(self.votes),
                quota=None if quota is None else self.amount(quota),
                surplus=None if surplus is None else self.amount(surplus),
                exhausted=self.amount(self.exhausted),
                lost=self.amount(self.lost),
                keep=self._named(keep or {}),
                transfers=transfers,
                elected=self.contest.named(elected),
                excluded=self.contest.named(excluded),
                ties=tuple(self.settled),
            )
        )
        self.settled = []

    def amount(self, units: Amount) -> Amount:
        """A number of votes, from one of units; whole where it is whole."""
        votes = Fraction(units, self.unit)
        return int(votes) if votes.denominator == 1 else votes

    def groups(self) -> tuple[tuple[int, ...], ...]:
        """Everybody: as elected, then whoever is left by votes, then as excluded, the last one first."""
        left = sorted(self.hopeful, key=lambda number: -self.votes[number])
        rest = [tuple(equal) for _, equal in groupby(left, key=self.votes.__getitem__)]
        return (*self.elected, *rest, *reversed(self.excluded))

    def _settle(
        self, tied: list[int], purpose: Purpose, by: By, first: Iterable[int] = (), at: int | None = None
    ) -> None:
        names = self.contest.named(self.contest.alphabetical(tied))
        self.settled.append(Tie(names, purpose, by, self.contest.named(self.contest.alphabetical(first)), at))

    def _named(self, amounts: dict[int, Amount]) -> dict[str, Amount]:
        return {self.contest.names[number]: self.amount(units) for number, units in amounts.items()}

    def _transfers(self, source: int, handed: Handed) -> tuple[Transfer, ...]:
        name = self.contest.names
        rows = [
            Transfer(name[source], name[number], self.amount(votes)) for number, votes in sorted(handed.votes.items())
        ]
        if handed.exhausted:
            rows.append(Transfer(name[source], None, self.amount(handed.exhausted)))
        return tuple(rows)
