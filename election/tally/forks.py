"""Ties left open in the middle of a count: every way it could go on is counted, and only what all agree on holds."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace

from .contest import Contest, Placing, Undecided
from .errors import TallyError
from .profile import Ballots
from .ties import By

MOST_COUNTS = 200


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


def place(method: Callable[[Ballots, Contest], Placing], ballots: Ballots, contest: Contest) -> Placing:
    """What a method answers; where a tie stays open in its course, what all its possible courses have in common.

    Those elected in every course come first, then those elected in some, then the others; who changes places within
    these from one course to another shares the place. The rounds are those of the course in which each time the first
    one by name was drawn. Raises TallyError where more than 200 courses are possible.
    """
    if not contest.stays_open:
        return method(ballots, contest)
    courses = _courses(method, ballots, contest)
    return courses[0] if len(courses) == 1 else replace(courses[0], groups=_common(courses, contest.seats))


def _courses(method: Callable[[Ballots, Contest], Placing], ballots: Ballots, contest: Contest) -> list[Placing]:
    scripts: list[list[str]] = [[]]
    courses: list[Placing] = []
    while scripts:
        if len(courses) + len(scripts) > MOST_COUNTS:
            raise TallyError(
                f"So many ties come up in this count that there are more than {MOST_COUNTS} ways it could go."
                " Let a lot decide them: hand in a seed, or the order in which candidates are drawn."
            )
        script = scripts.pop()
        try:
            courses.append(method(ballots, replace(contest, ties=Script(script.copy()))))
        except Undecided as tie:
            scripts += [[*script, name] for name in reversed(tie.tied)]
    return courses


def _common(courses: list[Placing], seats: int) -> tuple[tuple[int, ...], ...]:
    places = [{number: at for at, group in enumerate(_flat(course)) for number in group} for course in courses]
    elected = [{number for number, at in course.items() if at < seats} for course in places]
    always, ever = set.intersection(*elected), set.union(*elected)
    everybody = set(places[0])
    groups: list[tuple[int, ...]] = []
    for numbers in (always, ever - always, everybody - ever):
        groups += _merged({number: [course[number] for course in places] for number in numbers})
    return tuple(groups)


def _flat(course: Placing) -> list[tuple[int, ...]]:
    """A list with each group at the number of its last place, so that a shared place counts as the lower one."""
    flat: list[tuple[int, ...]] = []
    for group in course.groups:
        flat += [()] * (len(group) - 1) + [group]
    return flat


def _merged(places: dict[int, list[int]]) -> list[tuple[int, ...]]:
    """Groups in order; two are in one group if the courses do not agree which of them is before the other."""
    groups: list[list[int]] = []
    reach = -1
    for number in sorted(places, key=lambda number: (min(places[number]), number)):
        if min(places[number]) > reach:
            groups.append([])
        groups[-1].append(number)
        reach = max(reach, *places[number])
    return [tuple(group) for group in groups]
