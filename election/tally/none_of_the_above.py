"""None of the above: a default option that everybody else has to beat before the count begins."""

from __future__ import annotations

from .methods import METHODS
from .pairwise import matrix
from .profile import Ballots, Marks, Profile
from .rows import Drop
from .rules import Rules


def dropped(ballots: Ballots, rules: Rules) -> tuple[Drop, ...]:
    """Who is not strictly preferred to none of the above by more voters than the other way round, or not by a quorum.

    Debian's constitution, A.5, steps 2 and 3, with a majority ratio of 1 for everybody. On a ballot with marks the
    higher mark is the preference.
    """
    if rules.none_of_the_above is None:
        return ()
    default = ballots.candidates.index(rules.none_of_the_above)
    compared = _ranked(ballots, rules, default) if isinstance(ballots, Profile) else _marked(ballots, rules, default)
    rows = (
        Drop(name, *votes, rules.quorum)
        for name, votes in sorted(zip(ballots.candidates, compared, strict=True))
        if name != rules.none_of_the_above and name not in rules.withdrawn
    )
    return tuple(row for row in rows if row.beaten or row.votes < row.quorum)


def _ranked(profile: Profile, rules: Rules, default: int) -> list[tuple[int, int]]:
    prefer = matrix(profile, rules.unranked)
    return [(row[default], prefer[default][number]) for number, row in enumerate(prefer)]


def _marked(marks: Marks, rules: Rules, default: int) -> list[tuple[int, int]]:
    votes = [[0, 0] for _ in marks.candidates]
    most = rules.seats if METHODS[rules.method].mark_a_seat else len(votes) * marks.highest
    for ballot, voters in marks.ballots.items():
        if sum(ballot) > most:
            continue  # an overvote: it prefers nobody to anybody
        bar = ballot[default]
        for row, mark in zip(votes, ballot, strict=True):
            if mark != bar:
                row[mark < bar] += voters
    return [(ahead, behind) for ahead, behind in votes]
