"""Meek's single transferable vote, by the reference rule of the Proportional Representation Foundation.

Every candidate keeps a share of each vote that reaches them, their keep factor, and passes on the rest; the factors of
the elected are lowered until each holds just the quota. All in whole numbers of 10^-9 votes, rounded as the reference
rule's steps A to C say; omega is 10^-6. A tie for exclusion, step T, comprises everybody within the total surplus of
the lowest.

The reference rule has no equal ranks. Here those who stand at one rank share what reaches it as if every strict order
of them were equally likely (see `Sharing`).
"""

from __future__ import annotations

from collections import defaultdict
from fractions import Fraction
from math import factorial

from ..contest import Contest, Placing
from ..pairwise import rankings
from ..profile import Ballots, Profile
from ..quota import droop
from ..rows import Action, Amount
from ..stages import Stages

PLACES = 9
ONE = 10**PLACES
OMEGA = ONE // 10**6

INVALID = (
    "Gaps close; of a candidate named twice the first mention counts; candidates ranked equally share what reaches them"
    " as if every order of them had been cast equally often, cut to nine decimals."
)

Path = tuple[int, ...]


def place(ballots: Ballots, contest: Contest) -> Placing:
    """Everybody standing: as elected, then as excluded, the last one first."""
    count = Count(rankings(ballots, "The single transferable vote"), contest)
    count.run()
    return Placing(
        groups=count.stages.groups(), rounds=tuple(count.stages.rounds), places=PLACES, spent=count.paths.spent
    )


class Paths:
    """Ballots gathered by the places at which they can still leave something.

    A ballot's path runs through places of elected candidates up to the first that somebody hopeful holds, who keeps
    all that gets there. Ballots of one path are worth the same to everybody, however they go on, so that an iteration
    has to look at paths only; and a ballot is looked at again only when the hopeful one at its end is no more.
    `sizes` has the number of voters of each path; the empty path is of ballots that name nobody who stands.
    """

    def __init__(self, profile: Profile, hopeful: list[bool], standing: list[bool]) -> None:
        self.members = [profile.members(number) for number in range(len(profile.candidates))] + list(profile.equals)
        self.hopeful = hopeful
        self.standing = standing
        self.rankings = list(profile.ballots)
        self.voters = list(profile.ballots.values())
        self.at = [-1] * len(self.rankings)
        self.papers: dict[Path, list[int]] = defaultdict(list)
        self.sizes: dict[Path, int] = defaultdict(int)
        holds, stands = self._held(hopeful), self._held(standing)
        self._extend((), range(len(self.rankings)), holds, stands)
        self.papers.pop((), None)
        self.spent = self.sizes.pop((), 0) - profile.blank

    def change(self, number: int) -> None:
        """Take note that this candidate is hopeful no more."""
        holds, stands = self._held(self.hopeful), self._held(self.standing)
        ended = [path for path in self.papers if path and number in self.members[path[-1]] and not holds[path[-1]]]
        for path in ended:
            papers = self.papers.pop(path)
            del self.sizes[path]
            self._extend(path if stands[path[-1]] else path[:-1], papers, holds, stands)

    def _held(self, by: list[bool]) -> list[bool]:
        return [any(by[member] for member in members) for members in self.members]

    def _extend(self, path: Path, papers: range | list[int], holds: list[bool], stands: list[bool]) -> None:
        for paper in papers:
            ranking = self.rankings[paper]
            way = path
            for position in range(self.at[paper] + 1, len(ranking)):
                place = ranking[position]
                if stands[place]:
                    way = (*way, place)
                    if holds[place]:
                        self.at[paper] = position
                        break
            else:
                self.at[paper] = len(ranking)
            self.papers[way].append(paper)
            self.sizes[way] += self.voters[paper]


class Sharing:
    """What equals at one rank keep of what reaches it, and what goes on below.

    With every strict order equally likely, candidate i with keep factor k_i keeps, on average over all orders,
    k_i times the product of (1 - k_j) over those before i. Let everybody arrive at a moment drawn evenly from [0, 1]:
    all orders are equally likely, and j is before i, who arrives at t, with probability t. So the average is k_i times
    the integral over t of the product of (1 - t k_j) over all others.
    """

    def __init__(self, keep: list[int]) -> None:
        self.keep = keep
        self.known: dict[tuple[int, ...], tuple[list[tuple[int, Fraction]], Fraction]] = {}

    def of(self, members: tuple[int, ...]) -> tuple[list[tuple[int, Fraction]], Fraction]:
        """Each member's share of one vote, and the share that goes on."""
        if members not in self.known:
            onward = Fraction(1)
            for member in members:
                onward *= 1 - Fraction(self.keep[member], ONE)
            self.known[members] = [(member, self._share(member, members)) for member in members], onward
        return self.known[members]

    def _share(self, member: int, members: tuple[int, ...]) -> Fraction:
        others = [Fraction(self.keep[other], ONE) for other in members if other != member]
        whole = sum(1 for factor in others if factor == 1)
        product = [Fraction(1)]
        for factor in others:
            if factor != 1:
                shifted = [Fraction(0), *product]
                product = [
                    here - factor * before for here, before in zip([*product, Fraction(0)], shifted, strict=True)
                ]
        mean = Fraction(0)
        for power, coefficient in enumerate(product):
            mean += coefficient * Fraction(factorial(power) * factorial(whole), factorial(power + whole + 1))
        return Fraction(self.keep[member], ONE) * mean


class Count:
    """One count, round by round."""

    def __init__(self, profile: Profile, contest: Contest) -> None:
        everybody = range(len(profile.candidates))
        self.contest = contest
        self.stages = Stages(contest, PLACES)
        self.hopeful = [number in contest.standing for number in everybody]
        self.standing = self.hopeful.copy()
        self.keep = [ONE if stands else 0 for stands in self.standing]
        self.paths = Paths(profile, self.hopeful, self.standing)
        self.valid = profile.total - profile.blank - self.paths.spent
        self.quota = 0
        self.surplus = 0

    def run(self) -> None:
        """Steps B and C: rounds until the seats are filled, or the rest can have them."""
        stages = self.stages
        self._distribute()
        while 0 < stages.vacancies < len(stages.hopeful):
            elected = self._iterate()
            if elected:
                self._record(Action.ELECTION, elected=elected)
            else:
                self._exclude()
        if stages.vacancies and stages.hopeful:
            self._record(Action.REST, elected=stages.elect(stages.hopeful))

    def _iterate(self) -> tuple[int, ...]:
        """Step B.2: lower keep factors until somebody is elected, or the surplus is small or shrinks no more."""
        before = self.valid * ONE
        while True:
            self._distribute()
            votes = self.stages.votes
            elected = self.stages.elect([number for number in self.stages.hopeful if votes[number] >= self.quota])
            self.surplus = max(0, int(sum(votes[number] - self.quota for number in self._elected())))
            if elected:
                self._leave_hope(elected)
                return elected
            if self.surplus < OMEGA or self.surplus >= before:
                return ()
            before = self.surplus
            for number in self._elected():
                raised = -(-self.keep[number] * self.quota // ONE)
                self.keep[number] = -(-raised * ONE // int(votes[number]))

    def _distribute(self) -> None:
        """Steps B.2.a and B.2.b: what each keeps of every vote, and the quota that makes."""
        votes = [0] * len(self.keep)
        sharing = Sharing(self.keep)
        exhausted = lost = 0
        keep, members, number = self.keep, self.paths.members, len(self.keep)
        for path, size in self.paths.sizes.items():
            weight = ONE
            for place in path:
                if place < number:
                    kept = -(-weight * keep[place] // ONE)
                    votes[place] += kept * size
                    weight -= kept
                else:
                    weight, remainder = self._share(members[place], weight, size, votes, sharing)
                    lost += remainder
                if not weight:
                    break
            exhausted += weight * size
        self.stages.votes.update((number, votes[number]) for number in self.contest.standing)
        self.stages.exhausted, self.stages.lost = exhausted, lost
        self.quota = droop(sum(votes), self.contest.seats)

    def _share(
        self, members: tuple[int, ...], weight: int, size: int, votes: list[int], sharing: Sharing
    ) -> tuple[int, int]:
        """Share a weight among equals; return what goes on of each ballot, and what all of them lose to rounding."""
        there = tuple(member for member in members if self.standing[member])
        if len(there) == 1:
            kept = -(-weight * self.keep[there[0]] // ONE)
            votes[there[0]] += kept * size
            return weight - kept, 0
        shares, rest = sharing.of(there)
        onward = weight * rest.numerator // rest.denominator
        remainder = weight - onward
        for member, share in shares:
            kept = weight * share.numerator // share.denominator
            votes[member] += kept * size
            remainder -= kept
        return onward, remainder * size

    def _exclude(self) -> None:
        """Step B.3, and T: the lowest, tied with whoever is within the total surplus of them."""
        votes = self.stages.votes
        reach = min(votes[number] for number in self.stages.hopeful) + self.surplus
        tied = [number for number in self.stages.hopeful if votes[number] <= reach]
        lowest = self.stages.lowest_of(tied, looking_back=False)
        self.stages.exclude(lowest)
        self._record(Action.EXCLUSION, excluded=lowest)
        for number in lowest:
            self.keep[number] = 0
            self.stages.votes[number] = 0
            self.standing[number] = False
        self._leave_hope(lowest)

    def _leave_hope(self, numbers: tuple[int, ...] | list[int]) -> None:
        for number in numbers:
            self.hopeful[number] = False
            self.paths.change(number)

    def _elected(self) -> list[int]:
        return [number for group in self.stages.elected for number in group]

    def _record(
        self, action: Action, *, elected: tuple[int, ...] = (), excluded: tuple[int, ...] | list[int] = ()
    ) -> None:
        keep: dict[int, Amount] = {number: self.keep[number] for number in self.contest.standing}
        self.stages.record(
            action, quota=self.quota, surplus=self.surplus, elected=elected, excluded=excluded, keep=keep
        )
