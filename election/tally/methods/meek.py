"""Meek's single transferable vote, by the reference rule of the Proportional Representation Foundation.

Every candidate keeps a share of each vote that reaches them, their keep factor, and passes on the rest; the factors of
the elected are lowered until each holds just the quota. All in whole numbers of 10^-9 votes, rounded as the reference
rule's steps A to C say; omega is 10^-6. A tie for exclusion, step T, comprises everybody within the total surplus of
the lowest.

The reference rule has no equal ranks. Here those who stand at one rank share what reaches it as if every strict order
of them were equally likely (see `Sharing`).
"""

from __future__ import annotations

from ..contest import Contest, Placing
from ..pairwise import rankings
from ..paths import Paths
from ..profile import Ballots, Profile
from ..quota import droop
from ..rows import Action, Amount
from ..sharing import Sharing
from ..stages import Stages

PLACES = 9
ONE = 10**PLACES
OMEGA = ONE // 10**6

INVALID = (
    "Gaps close; of a candidate named twice the first mention counts; candidates ranked equally share what reaches them"
    " as if every order of them had been cast equally often, cut to nine decimals."
)


def place(ballots: Ballots, contest: Contest) -> Placing:
    """Everybody standing: as elected, then as excluded, the last one first."""
    count = Count(rankings(ballots, "The single transferable vote"), contest)
    count.run()
    return Placing(
        groups=count.stages.groups(), rounds=tuple(count.stages.rounds), places=PLACES, spent=count.paths.spent
    )


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
        sharing = Sharing(self.keep, ONE)
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
