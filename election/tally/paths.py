"""Ballots by the way their votes have gone, for methods in which everybody passed keeps a part."""

from __future__ import annotations

from collections import defaultdict

from .profile import Profile

Path = tuple[int, ...]


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
