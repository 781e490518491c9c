"""Laws of the methods by marks: what never matters, and what always does."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from election.tally import Lot, Marks, Outcome, Shared
from election.tally.profile import Ballots
from election.tally.ties import Ties
from tests.tally.marked import Rows, outcome

NAMES = ("Ann", "Ben", "Cy", "Dee")
CHOOSING = ("plurality", "approval")
SCORING = ("score", "star")

pytestmark = pytest.mark.parametrize("method", [*CHOOSING, *SCORING])


def rows(method: str) -> st.SearchStrategy[dict[tuple[int, ...], int]]:
    mark = st.integers(0, 5 if method in SCORING else 1)
    return st.dictionaries(st.tuples(mark, mark, mark, mark), st.integers(1, 4), max_size=6)


def tally(
    method: str, voted: Rows, names: tuple[str, ...] = NAMES, seats: int = 1, ties: Ties | None = None
) -> Outcome:
    ballots: Ballots = Marks(names, voted, 5 if method in SCORING else 1)
    return outcome(ballots, method, seats, ties=ties or Lot("a seed"))


def said(counted: Outcome) -> tuple[object, ...]:
    """Everything an outcome says, but for the order in which candidates were handed in."""
    return (
        counted.elected,
        counted.tied,
        counted.ranking,
        counted.ties,
        counted.rounds,
        counted.invalid,
        counted.blank,
    )


@given(data=st.data(), seats=st.integers(1, 3), ties=st.sampled_from([Lot("another seed"), Shared()]))
def test_the_order_of_ballots_and_of_candidates_does_not_matter(
    method: str, data: st.DataObject, seats: int, ties: Ties
) -> None:
    voted = data.draw(rows(method))
    order = data.draw(st.permutations(range(len(NAMES))))
    shuffled = {tuple(row[at] for at in order): voters for row, voters in reversed(voted.items())}
    names = tuple(NAMES[at] for at in order)
    assert said(tally(method, shuffled, names, seats, ties)) == said(tally(method, voted, NAMES, seats, ties))


@given(data=st.data(), seats=st.integers(1, 3))
def test_a_ballot_cast_by_three_is_three_ballots(method: str, data: st.DataObject, seats: int) -> None:
    voted = data.draw(rows(method))
    one_by_one = [dict(zip(NAMES, row, strict=True)) for row, voters in voted.items() for _ in range(voters)]
    gathered = Marks.of(NAMES, one_by_one, 5 if method in SCORING else 1)
    assert outcome(gathered, method, seats, ties=Lot("a seed")) == tally(method, voted, seats=seats)


@given(data=st.data(), seats=st.integers(1, 3), times=st.integers(2, 5))
def test_only_the_shares_of_the_ballots_matter(method: str, data: st.DataObject, seats: int, times: int) -> None:
    voted = data.draw(rows(method))
    more = {row: times * voters for row, voters in voted.items()}
    assert tally(method, more, seats=seats).ranking == tally(method, voted, seats=seats).ranking


@given(data=st.data())
def test_everybody_who_stands_is_placed_once_and_no_figure_gets_lost(method: str, data: st.DataObject) -> None:
    counted = tally(method, data.draw(rows(method)), seats=2)
    assert sorted(name for group in counted.ranking for name in group) == sorted(NAMES)
    for row in counted.rounds[1:]:
        assert len(row.votes) > 2 or sum(row.votes.values()) + row.exhausted == counted.valid


@given(data=st.data())
def test_a_better_mark_for_the_winner_does_not_unseat_them(method: str, data: st.DataObject) -> None:
    """For plurality, where the voter marked nobody; for STAR, where no tie had to be settled before."""
    voted = data.draw(rows(method))
    before = tally(method, voted)
    assume(voted and not any(row.ties for row in before.rounds))
    winner = NAMES.index(before.elected[0])
    row = data.draw(st.sampled_from(sorted(voted)))
    best = 5 if method in SCORING else 1
    assume(row[winner] < best and (method != "plurality" or not any(row)))
    better = (*row[:winner], data.draw(st.integers(row[winner] + 1, best)), *row[winner + 1 :])
    after = (
        voted | {row: voted[row] - 1} if voted[row] > 1 else {other: voted[other] for other in voted if other != row}
    )
    assert tally(method, after | {better: after.get(better, 0) + 1}).elected == before.elected


@given(data=st.data())
def test_a_candidate_who_loses_every_comparison_does_not_win_a_run_off(method: str, data: st.DataObject) -> None:
    """For STAR alone; the sums of the others do not compare candidates."""
    assume(method == "star")
    voted = data.draw(rows(method))
    beaten = {name: 0 for name in NAMES}
    for one, other in combinations(range(len(NAMES)), 2):
        ahead = sum(voters * ((row[one] > row[other]) - (row[one] < row[other])) for row, voters in voted.items())
        if ahead:
            beaten[NAMES[other if ahead > 0 else one]] += 1
    assert beaten[tally(method, voted).elected[0]] < len(NAMES) - 1
