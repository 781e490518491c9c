"""Ballot papers that lie with candidates and go on to the next when these need them no more."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from .profile import Profile
from .rows import Amount

Split = Callable[[Amount, int], Amount]
"""What each of several equals gets of a paper: its value and their number in, the value of one part out."""


@dataclass(slots=True)
class Handed:
    """What became of the papers that were handed on: votes by candidate, and those that went to nobody."""

    votes: dict[int, Amount] = field(default_factory=dict)
    exhausted: Amount = 0


class Papers:
    """All the papers of a count and with whom they lie, by value.

    A paper counts for the highest of its candidates who still continues. Where several of these are ranked equally it
    is divided into as many papers, one for each; such a part goes on first to the others of that rank, then below, so
    that it ends as if every strict order of the equals had been cast equally often.
    """

    def __init__(self, profile: Profile, continuing: list[bool], whole: Amount, split: Split) -> None:
        self.number = len(profile.candidates)
        self.equals = profile.equals
        self.continuing = continuing
        self.whole = whole
        self.split = split
        self.rankings = list(profile.ballots)
        self.voters = list(profile.ballots.values())
        self.at = [0] * len(self.rankings)
        self.piles: list[dict[Amount, list[int]]] = [{} for _ in profile.candidates]

    def deal(self) -> Handed:
        """Lay every paper with its first candidate. Those exhausted by this name nobody who continues."""
        handed = Handed()
        self._hand_on(range(len(self.rankings)), self.whole, handed)
        return handed

    def hand_on(self, holder: int, worth: Callable[[Amount], Amount]) -> Handed:
        """Hand all papers of `holder`, who no longer continues, to the next; `worth` gives them their new value."""
        pile, self.piles[holder] = self.piles[holder], {}
        handed = Handed()
        for value, papers in pile.items():
            self._hand_on(papers, worth(value), handed)
        return handed

    def _hand_on(self, papers: range | list[int], value: Amount, handed: Handed) -> None:
        rankings, voters, at, continuing, number = self.rankings, self.voters, self.at, self.continuing, self.number
        going: list[list[int]] = [[] for _ in range(number)]
        exhausted = 0
        for paper in papers:
            ranking = rankings[paper]
            for position in range(at[paper], len(ranking)):
                place = ranking[position]
                if place >= number:
                    if members := [member for member in self.equals[place - number] if continuing[member]]:
                        at[paper] = position
                        self._divide(paper, members, value, handed)
                        break
                elif continuing[place]:
                    at[paper] = position
                    going[place].append(paper)
                    break
            else:
                exhausted += voters[paper]
        handed.exhausted += exhausted * value
        for candidate, arrived in enumerate(going):
            if arrived:
                self._lay(candidate, value, arrived)
                votes = value * sum(map(voters.__getitem__, arrived))
                handed.votes[candidate] = handed.votes.get(candidate, 0) + votes

    def _divide(self, paper: int, members: list[int], value: Amount, handed: Handed) -> None:
        part = self.split(value, len(members))
        for copy, member in enumerate(members):
            self._lay(member, part, [self._copied(paper) if copy else paper])
            handed.votes[member] = handed.votes.get(member, 0) + part * self.voters[paper]

    def _copied(self, paper: int) -> int:
        self.rankings.append(self.rankings[paper])
        self.voters.append(self.voters[paper])
        self.at.append(self.at[paper])
        return len(self.at) - 1

    def _lay(self, candidate: int, value: Amount, papers: list[int]) -> None:
        self.piles[candidate].setdefault(value, []).extend(papers)
