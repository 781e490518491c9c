"""From a ranking to seats: who fits, whom the cap passes over, what a tie leaves open, what stays vacant."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from .rows import Skip
from .rules import Cap, CapRule

Groups = Sequence[Sequence[str]]


Party = tuple[str, str]
"""An affiliation and nothing, or nothing and the name of somebody who has none and is a party of their own."""


@dataclass(slots=True)
class Body:
    """The seats as they fill. `tied` compete for `contested` of them."""

    seats: int
    cap: Cap | None
    elected: list[str] = field(default_factory=list)
    tied: list[str] = field(default_factory=list)
    contested: int = 0
    skips: list[Skip] = field(default_factory=list)
    taken: Counter[Party] = field(default_factory=Counter)

    @property
    def free(self) -> int:
        """Seats that nobody has or competes for."""
        return self.seats - len(self.elected) - self.contested

    def party(self, name: str) -> Party:
        affiliation = self.cap.affiliation(name) if self.cap else ""
        return (affiliation, "") if affiliation else ("", name)

    def room(self, party: Party) -> int:
        """How many more of this affiliation the cap lets in."""
        if self.cap is None or not party[0]:
            return self.seats
        return max(0, self.cap.most - len(self.cap.members(party[0])) - self.taken[party])

    def admit(self, group: Sequence[str]) -> None:
        """Seat a group that shares a place as far as it fits, tie those who compete, pass over those beyond the cap."""
        parties: dict[Party, list[str]] = {}
        for name in sorted(group):
            parties.setdefault(self.party(name), []).append(name)
        room = {party: min(len(names), self.room(party)) for party, names in parties.items()}
        self.skips += [
            skip(self.cap, name, self.elected)
            for party, names in parties.items()
            if self.cap
            for name in names
            if not room[party]
        ]
        if sum(room.values()) > self.free:
            self._contest([name for party, names in parties.items() for name in names if room[party]], self.free)
            return
        self.elected += [name for name in sorted(group) if room[self.party(name)] == len(parties[self.party(name)])]
        for party, names in parties.items():
            if 0 < room[party] < len(names):
                self._contest(names, room[party])
            self.taken[party] += room[party]

    def _contest(self, names: list[str], seats: int) -> None:
        self.tied += names
        self.contested += seats


def fill(groups: Groups, seats: int, cap: Cap | None) -> Body:
    """Go down the ranking until the seats are full.

    A group that shares a place and does not fit is tied for the seats left. Of a group with more members of one
    affiliation than the cap lets in, these are tied for what it does let in.
    """
    body = Body(seats, cap if cap and cap.rule is CapRule.SKIP else None)
    for group in groups:
        if body.free <= 0:
            break
        body.admit(group)
    return body


def agreed(bodies: Sequence[Body]) -> Body:
    """What the bodies of several courses of a count have in common: whoever not all of them elect is tied."""
    first = bodies[0]
    elected = [name for name in first.elected if all(name in body.elected for body in bodies)]
    possible = {name for body in bodies for name in (*body.elected, *body.tied)}
    contested = len(first.elected) + first.contested - len(elected)
    return replace(first, elected=elected, tied=sorted(possible.difference(elected)), contested=contested)


def skip(cap: Cap, name: str, elected: Sequence[str], *, recounted: bool = False) -> Skip:
    """What is to be said of a candidate passed over, or removed, as their affiliation has its share of the body."""
    same = cap.affiliation(name)
    others = tuple(other for other in elected if other != name and cap.affiliation(other) == same)
    return Skip(name, cap.affiliations[name], cap.most, cap.members(same), others, recounted)


def beyond(elected: Sequence[str], cap: Cap) -> str | None:
    """The lowest placed of those elected whose affiliation is over the cap, if there is one."""
    have = Counter(cap.affiliation(name) for name in elected)
    for name in reversed(elected):
        same = cap.affiliation(name)
        if same and have[same] + len(cap.members(same)) > cap.most:
            return name
    return None
