"""Laws that a method keeps, on electorates nobody thought of."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from election.tally import METHODS, Lot, Outcome, Profile, Rules, count
from tests.tally.voters import (
    NAMES,
    RANKED,
    Ranks,
    Scores,
    beats,
    counted,
    electorates,
    lawful,
    prefer,
    scores,
    smith_set,
    votes,
    winners,
)

pytestmark = pytest.mark.only("sqlite")  # no database is asked: once is enough

PAIRWISE = ("schulze", "minimax", "ranked-pairs")
TRANSFERABLE = ("scottish", "meek")


def said(outcome: Outcome) -> tuple[object, ...]:
    """What must not change: who is elected in which order, who is tied, where everybody stands."""
    return outcome.elected, outcome.tied, outcome.contested, [sorted(group) for group in outcome.ranking]


@pytest.mark.parametrize("method", METHODS)
@given(data=st.data(), seats=st.integers(1, 3), drawn=st.booleans())
@lawful
def test_the_order_of_ballots_and_of_candidates_decides_nothing(
    method: str, data: st.DataObject, seats: int, *, drawn: bool
) -> None:
    cast = data.draw(votes(method))
    ties = Lot("seed") if drawn else None
    shuffled, names = data.draw(st.permutations(cast)), data.draw(st.permutations(NAMES))
    assert said(counted(cast, method, seats, ties=ties)) == said(
        counted(shuffled, method, seats, names=names, ties=ties)
    )


@pytest.mark.parametrize("method", RANKED)
@given(cast=electorates(), times=st.lists(st.integers(1, 3), min_size=9, max_size=9), seats=st.integers(1, 3))
@lawful
def test_a_ballot_of_many_voters_is_that_many_ballots(
    method: str, cast: list[Ranks], times: list[int], seats: int
) -> None:
    distinct = list(dict.fromkeys(cast))
    repeated = [ballot for ballot, voters in zip(distinct, times, strict=False) for _ in range(voters)]
    weighed = Profile.of(NAMES, dict(zip(distinct, times, strict=False)))
    outcome = count(weighed, Rules(method=method, seats=1 if method == "irv" else seats))
    assert outcome == counted(repeated, method, seats)


@pytest.mark.parametrize("method", [method for method in METHODS if method not in TRANSFERABLE])
@given(data=st.data(), seats=st.integers(1, 3))
@lawful
def test_everybody_voting_twice_changes_nothing(method: str, data: st.DataObject, seats: int) -> None:
    cast = data.draw(votes(method))  # a Droop quota of whole votes, or of a billionth more, does not double
    assert said(counted(cast, method, seats)) == said(counted([*cast, *cast], method, seats))


@pytest.mark.parametrize("method", METHODS)
@given(data=st.data(), seats=st.integers(1, 3))
@lawful
def test_a_blank_ballot_changes_nothing_but_the_numbers(method: str, data: st.DataObject, seats: int) -> None:
    cast = data.draw(votes(method))
    blank: Ranks | Scores = () if method in RANKED else (0,) * len(NAMES)
    more = counted([*cast, blank], method, seats)
    assert said(more) == said(counted(cast, method, seats))
    assert more.blank >= 1


@pytest.mark.parametrize("method", RANKED)
@given(cast=electorates(), seats=st.integers(1, 2))
@lawful
def test_who_withdrew_might_never_have_stood(method: str, cast: list[Ranks], seats: int) -> None:
    struck = [tuple(left for rank in ballot if (left := tuple(n for n in rank if n != "Ann"))) for ballot in cast]
    without = counted(struck, method, seats, names=NAMES[1:])
    assert said(counted(cast, method, seats, withdrawn=("Ann",))) == said(without)


@pytest.mark.parametrize("method", METHODS)
@given(data=st.data(), seats=st.integers(1, 4))
@lawful
def test_seats_are_filled_contested_or_vacant(method: str, data: st.DataObject, seats: int) -> None:
    outcome = counted(data.draw(votes(method)), method, seats)
    vacant = sum(vacancy.seats for vacancy in outcome.vacancies)
    assert len(outcome.elected) + outcome.contested + vacant == outcome.seats
    assert sorted(name for group in outcome.ranking for name in group) == sorted(NAMES)


@pytest.mark.parametrize("method", PAIRWISE)
@given(cast=electorates())
@lawful
def test_whoever_beats_everybody_else_wins(method: str, cast: list[Ranks]) -> None:
    best = [one for one in NAMES if all(beats(cast, one, other) for other in NAMES if other != one)]
    if best:
        assert counted(cast, method).elected == tuple(best)


@pytest.mark.parametrize("method", ["schulze", "ranked-pairs"])
@given(cast=electorates())
@lawful
def test_a_winner_is_of_the_smallest_set_that_beats_everybody_else(method: str, cast: list[Ranks]) -> None:
    assert winners(counted(cast, method)) <= smith_set(cast)


@pytest.mark.parametrize("method", ["schulze", "ranked-pairs", "irv"])
@given(cast=electorates(strict=True))
@lawful
def test_whom_everybody_else_beats_does_not_win(method: str, cast: list[Ranks]) -> None:
    worst = {one for one in NAMES if all(beats(cast, other, one) for other in NAMES if other != one)}
    assert not winners(counted(cast, method)) & worst


@pytest.mark.parametrize("method", [*PAIRWISE, "irv", "scottish", "meek"])
@given(cast=electorates(strict=True))
@lawful
def test_whom_more_than_half_rank_first_wins(method: str, cast: list[Ranks]) -> None:
    for name in NAMES:
        if 2 * sum(ballot[0] == (name,) for ballot in cast) > len(cast):
            assert counted(cast, method).elected == (name,)


@pytest.mark.parametrize("method", ["schulze", "ranked-pairs", "irv"])
@given(cast=electorates(strict=True))
@lawful
def test_more_than_half_who_prefer_the_same_ones_to_all_others_elect_one_of_them(
    method: str, cast: list[Ranks]
) -> None:
    for favourites in (set(pair) for pair in combinations(NAMES, 2)):
        solid = sum({ballot[0][0], ballot[1][0]} == favourites for ballot in cast)
        if 2 * solid > len(cast):
            assert winners(counted(cast, method)) <= favourites


@pytest.mark.parametrize("method", PAIRWISE)
@given(cast=electorates(strict=True), data=st.data())
@lawful
def test_raising_the_winner_on_a_ballot_does_not_make_them_lose(
    method: str, cast: list[Ranks], data: st.DataObject
) -> None:
    elected = counted(cast, method).elected
    assume(elected)
    winner = elected[0]
    at = data.draw(st.integers(0, len(cast) - 1))
    raised = [*cast]
    raised[at] = ((winner,), *(rank for rank in cast[at] if rank != (winner,)))
    assert winner in winners(counted(raised, method))


@pytest.mark.parametrize("method", ["approval", "score", "plurality"])
@given(data=st.data())
@lawful
def test_a_higher_mark_for_the_winner_does_not_make_them_lose(method: str, data: st.DataObject) -> None:
    highest = 5 if method == "score" else 1
    cast = data.draw(scores(highest))
    elected = counted(cast, method).elected
    assume(elected)
    winner = elected[0]
    at, place = data.draw(st.integers(0, len(cast) - 1)), NAMES.index(winner)
    only = method == "plurality"
    raised = [*cast]
    raised[at] = tuple(highest if n == place else 0 if only else mark for n, mark in enumerate(cast[at]))
    assert winner in winners(counted(raised, method))


@pytest.mark.parametrize("method", TRANSFERABLE)
@given(cast=electorates(strict=True, most=14), seats=st.integers(1, 3))
@lawful
def test_voters_who_prefer_the_same_ones_to_all_others_get_a_seat_for_each_quota_they_are(
    method: str, cast: list[Ranks], seats: int
) -> None:
    quota = len(cast) // (seats + 1) + 1
    outcome = counted(cast, method, seats)
    for size in (1, 2, 3):
        for favourites in (set(group) for group in combinations(NAMES, size)):
            solid = sum({rank[0] for rank in ballot[:size]} == favourites for ballot in cast)
            due = min(solid // quota, size)
            sure = len(favourites.intersection(outcome.elected))
            assert sure + min(outcome.contested, len(favourites.intersection(outcome.tied))) >= due


@pytest.mark.parametrize("method", [*TRANSFERABLE, "irv"])
@given(cast=electorates(), seats=st.integers(1, 3))
@lawful
def test_no_vote_comes_into_being_or_gets_lost_unbooked(method: str, cast: list[Ranks], seats: int) -> None:
    outcome = counted(cast, method, seats, ties=Lot("seed"))
    voters = outcome.ballots if method == "irv" else outcome.valid
    for row in outcome.rounds:
        if method != "meek" or row.action != "last places":
            assert sum(row.votes.values()) + row.exhausted + row.lost == voters


@given(cast=electorates())
@lawful
def test_nobody_stands_beside_or_below_somebody_they_have_the_stronger_path_to(cast: list[Ranks]) -> None:
    outcome = counted(cast, "schulze")
    assert outcome.pairwise is not None
    paths = outcome.pairwise.paths
    for (i, one), (j, other) in combinations(enumerate(outcome.candidates), 2):
        if paths[i][j] != paths[j][i]:
            stronger, weaker = (one, other) if paths[i][j] > paths[j][i] else (other, one)
            assert outcome.place(stronger) < outcome.place(weaker)


@given(cast=electorates())
@lawful
def test_the_matrix_has_the_voters_who_prefer_one_to_the_other(cast: list[Ranks]) -> None:
    outcome = counted(cast, "schulze")
    assert outcome.pairwise is not None
    for one, other in combinations(NAMES, 2):
        assert outcome.pairwise.prefer(one, other) == prefer(cast, one, other)
