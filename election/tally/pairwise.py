"""Every candidate compared with every other, on every ballot."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import combinations
from operator import add

from . import side_by_side
from .contest import Contest, Strength, Unranked
from .errors import TallyError
from .profile import Ballots, Profile, Ranking
from .rows import Pairwise

Matrix = list[list[int]]

INVALID = (
    "A ranking may have gaps and equals: only who stands above whom is read. Of a candidate named twice the first"
    " mention counts."
)


def rankings(ballots: Ballots, method: str) -> Profile:
    """The ballots, if they are rankings; TallyError otherwise."""
    if isinstance(ballots, Profile):
        return ballots
    raise TallyError(
        f"{method} counts rankings, and these ballots give marks. Choose plurality, approval, score or STAR."
    )


def matrix(profile: Profile, unranked: Unranked) -> Matrix:
    """How many voters prefer each candidate to each other: `matrix[i][j]` prefer i to j.

    Equals on a ballot prefer neither. An unranked candidate stands below all ranked ones or, left out, is compared
    with nobody on that ballot.
    """
    number = len(profile.candidates)
    many = side_by_side.Many(number, unranked)
    others: dict[Ranking, int] = {}
    for ranking, voters in profile.ballots.items():
        if voters > 1 or number > side_by_side.MOST or (profile.equals and max(ranking, default=0) >= number):
            others[ranking] = voters
        else:
            many.add(ranking)
    plain = many.cells()
    return [list(map(add, *rows)) for rows in zip(plain, _one_by_one(profile, others, unranked), strict=True)]


def _one_by_one(profile: Profile, ballots: Mapping[Ranking, int], unranked: Unranked) -> Matrix:
    """The matrix of ballots of any kind.

    One whole number holds a row, each cell in as many bits as the number of voters needs, so that a ballot costs one
    addition for each of its places.
    """
    number = len(profile.candidates)
    width = max(1, profile.total.bit_length())
    cell = [1 << width * candidate for candidate in range(number)]
    cell += [sum(cell[member] for member in together) for together in profile.equals]
    everybody = sum(cell[:number])
    rows = [0] * len(cell)
    for ranking, voters in ballots.items():
        below = everybody if unranked is Unranked.LAST else sum(map(cell.__getitem__, ranking))
        for place in ranking:
            below -= cell[place]
            rows[place] += below * voters
    for place, together in enumerate(profile.equals, start=number):
        for member in together:
            rows[member] += rows[place]
    mask = (1 << width) - 1
    return [[row >> width * other & mask for other in range(number)] for row in rows[:number]]


def strengths(prefer: Matrix, contest: Contest) -> Matrix:
    """How strong each defeat is, 0 where there is none: the winner's votes, or by how many more they are."""
    return [
        [_strength(prefer[one][other], prefer[other][one], contest.by) for other in range(len(prefer))]
        for one in range(len(prefer))
    ]


def _strength(votes: int, against: int, by: Strength) -> int:
    if votes <= against:
        return 0
    return votes if by is Strength.WINNING_VOTES else votes - against


def spent(profile: Profile, contest: Contest) -> int:
    """How many ballots name somebody, but nobody who still stands."""
    if len(contest.standing) == len(profile.candidates):
        return 0
    gone = set(range(len(profile.candidates))).difference(contest.standing)
    gone |= {
        place
        for place, together in enumerate(profile.equals, start=len(profile.candidates))
        if gone.issuperset(together)
    }
    return sum(voters for ranking, voters in profile.ballots.items() if ranking and gone.issuperset(ranking))


def by_defeats(contest: Contest, beats: Callable[[int, int], bool]) -> tuple[tuple[int, ...], ...]:
    """Groups of candidates by how many of the others beat them, fewest first.

    With a transitive `beats` nobody is placed below, or beside, a candidate they beat: whoever beats the winner of a
    pair beats its loser too, and the winner is one more.
    """
    beaten = dict.fromkeys(contest.standing, 0)
    for one, other in combinations(contest.standing, 2):
        if beats(one, other):
            beaten[other] += 1
        elif beats(other, one):
            beaten[one] += 1
    counts = sorted(set(beaten.values()))
    return tuple(tuple(number for number in contest.standing if beaten[number] == count) for count in counts)


def table(contest: Contest, cells: Sequence[Sequence[int]]) -> tuple[tuple[int, ...], ...]:
    """The rows and columns of those who stand."""
    return tuple(tuple(cells[one][other] for other in contest.standing) for one in contest.standing)


def comparison(contest: Contest, prefer: Matrix) -> Pairwise:
    """The comparisons as an outcome shows them."""
    return Pairwise(candidates=contest.named(contest.standing), matrix=table(contest, prefer), by=contest.by)
