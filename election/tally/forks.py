"""Ties left open in the middle of a count: every way it could go on is counted, and only what all agree on holds."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace

from .contest import Contest, Placing, Undecided
from .errors import TallyError
from .profile import Ballots
from .ties import By

MOST_COUNTS = 200

Groups = tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Script:
    """Choices made beforehand for the ties of a count, one after the other; beyond them ties are open."""

    choices: list[str]
    by: By = By.OPEN

    def order(self, tied: Collection[str]) -> Sequence[str] | None:
        if not self.choices:
            return None
        first = self.choices.pop(0)
        return [first, *sorted(set(tied) - {first})]


def courses(method: Callable[[Ballots, Contest], Placing], ballots: Ballots, contest: Contest) -> list[Placing]:
    """What a method answers: once, or for every course that a tie left open in its middle could make it take.

    First comes the course in which each time the first one by name was drawn. Raises TallyError where more than 200
    are possible.
    """
    if not contest.stays_open:
        return [method(ballots, contest)]
    scripts: list[list[str]] = [[]]
    found: list[Placing] = []
    while scripts:
        if len(found) + len(scripts) > MOST_COUNTS:
            raise TallyError(
                f"So many ties come up in this count that there are more than {MOST_COUNTS} ways it could go."
                " Let a lot decide them: hand in a seed, or the order in which candidates are drawn."
            )
        script = scripts.pop()
        try:
            found.append(method(ballots, replace(contest, ties=Script(script.copy()))))
        except Undecided as tie:
            scripts += [[*script, name] for name in reversed(tie.tied)]
    return found


def common(rankings: Sequence[Groups], elected: Collection[str], tied: Collection[str]) -> Groups:
    """One ranking of those of all courses: whom all of them elect, whom some do, and the others.

    Within these whoever changes places from one course to another shares the place.
    """
    places = [_places(ranking) for ranking in rankings]
    others = places[0].keys() - {*elected, *tied}
    parts = (_merged({name: [course[name] for course in places] for name in part}) for part in (elected, tied, others))
    return tuple(group for part in parts for group in part)


def _places(ranking: Groups) -> dict[str, int]:
    """The number of each candidate's place; a shared place counts as the lowest it comprises."""
    at = -1
    places: dict[str, int] = {}
    for group in ranking:
        at += len(group)
        places |= dict.fromkeys(group, at)
    return places


def _merged(places: dict[str, list[int]]) -> Groups:
    """Groups in order; two are in one group if the courses do not agree which of them is before the other."""
    groups: list[list[str]] = []
    reach = -1
    for name in sorted(places, key=lambda name: (min(places[name]), name)):
        if min(places[name]) > reach:
            groups.append([])
        groups[-1].append(name)
        reach = max(reach, *places[name])
    return tuple(tuple(group) for group in groups)
