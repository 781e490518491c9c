"""The matrix of preferences, however ballots are added up."""

from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from election.tally import Profile, Unranked
from election.tally.pairwise import Matrix, matrix
from election.tally.side_by_side import MOST

Ballot = list[list[int]]

NUMBER = 5
BALLOTS = st.lists(
    st.tuples(
        st.permutations(range(NUMBER)),
        st.lists(st.booleans(), min_size=NUMBER, max_size=NUMBER),
        st.integers(0, NUMBER),
    )
)


def plainly(profile: Profile, unranked: Unranked) -> Matrix:
    """Every pair looked up on every ballot."""
    number = len(profile.candidates)
    cells = [[0] * number for _ in range(number)]
    for ranking, voters in profile.ballots.items():
        ranks = {member: rank for rank, place in enumerate(ranking) for member in profile.members(place)}
        for one, other in permutations(range(number), 2):
            if unranked is Unranked.LAST or {one, other} <= ranks.keys():
                cells[one][other] += voters * (ranks.get(one, number) < ranks.get(other, number))
    return cells


def together(order: list[int], joined: list[bool], length: int) -> Ballot:
    """An order cut to a length, each candidate alone or beside the one before."""
    ballot: Ballot = []
    for candidate, beside in zip(order[:length], joined, strict=False):
        if beside and ballot:
            ballot[-1].append(candidate)
        else:
            ballot.append([candidate])
    return ballot


@pytest.mark.parametrize("unranked", Unranked)
@given(ballots=BALLOTS)
def test_a_cell_has_the_voters_who_prefer_one_to_the_other(
    unranked: Unranked, ballots: list[tuple[list[int], list[bool], int]]
) -> None:
    profile = Profile.of("abcde", [together(*ballot) for ballot in ballots])
    assert matrix(profile, unranked) == plainly(profile, unranked)


@pytest.mark.parametrize("unranked", Unranked)
@given(ballots=BALLOTS)
def test_rankings_without_equals_are_no_exception(
    unranked: Unranked, ballots: list[tuple[list[int], list[bool], int]]
) -> None:
    profile = Profile.of("abcde", [tuple(order[:length]) for order, _, length in ballots])
    assert matrix(profile, unranked) == plainly(profile, unranked)


@pytest.mark.parametrize("unranked", Unranked)
@pytest.mark.parametrize("number", [MOST, MOST + 1, 300])
def test_there_may_be_many_candidates(number: int, unranked: Unranked) -> None:
    everybody = list(range(number))
    profile = Profile.of([f"Candidate {each}" for each in everybody], [everybody, everybody[::-1], everybody[:-1], []])
    assert matrix(profile, unranked) == plainly(profile, unranked)


@pytest.mark.parametrize("unranked", Unranked)
def test_more_ballots_than_are_compared_at_once_are_all_counted(unranked: Unranked) -> None:
    orders = list(permutations(range(8)))[:20_000]
    profile = Profile.of("abcdefgh", [order[:7] if number % 3 else order for number, order in enumerate(orders)])
    assert matrix(profile, unranked) == plainly(profile, unranked)
