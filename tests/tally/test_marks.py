"""Laws of the methods by marks: what never matters, and what always does."""

from __future__ import annotations

from collections import Counter
from itertools import permutations

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

each_method = pytest.mark.parametrize("method", [*CHOOSING, *SCORING])


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


@each_method
@given(data=st.data(), seats=st.integers(1, 3), ties=st.sampled_from([Lot("another seed"), Shared()]))
def test_the_order_of_ballots_and_of_candidates_does_not_matter(
    method: str, data: st.DataObject, seats: int, ties: Ties
) -> None:
    voted = data.draw(rows(method))
    order = data.draw(st.permutations(range(len(NAMES))))
    shuffled = {tuple(row[at] for at in order): voters for row, voters in reversed(voted.items())}
    names = tuple(NAMES[at] for at in order)
    assert said(tally(method, shuffled, names, seats, ties)) == said(tally(method, voted, NAMES, seats, ties))


@each_method
@given(data=st.data(), seats=st.integers(1, 3))
def test_a_ballot_cast_by_three_is_three_ballots(method: str, data: st.DataObject, seats: int) -> None:
    voted = data.draw(rows(method))
    one_by_one = [dict(zip(NAMES, row, strict=True)) for row, voters in voted.items() for _ in range(voters)]
    gathered = Marks.of(NAMES, one_by_one, 5 if method in SCORING else 1)
    assert outcome(gathered, method, seats, ties=Lot("a seed")) == tally(method, voted, seats=seats)


@each_method
@given(data=st.data(), seats=st.integers(1, 3), times=st.integers(2, 5))
def test_only_the_shares_of_the_ballots_matter(method: str, data: st.DataObject, seats: int, times: int) -> None:
    voted = data.draw(rows(method))
    more = {row: times * voters for row, voters in voted.items()}
    assert tally(method, more, seats=seats).ranking == tally(method, voted, seats=seats).ranking


@each_method
@given(data=st.data())
def test_everybody_who_stands_is_placed_once_and_no_figure_gets_lost(method: str, data: st.DataObject) -> None:
    counted = tally(method, data.draw(rows(method)), seats=2)
    assert sorted(name for group in counted.ranking for name in group) == sorted(NAMES)
    for row in counted.rounds[1:]:
        assert len(row.votes) > 2 or sum(row.votes.values()) + row.exhausted == counted.valid


@each_method
@given(data=st.data())
def test_a_better_mark_for_the_winner_does_not_unseat_them(method: str, data: st.DataObject) -> None:
    """By plurality the voter takes it from somebody else. By STAR, if no tie had to be settled before."""
    voted = data.draw(rows(method).filter(bool))
    before = tally(method, voted)
    assume(method != "star" or not any(row.ties for row in before.rounds))
    winner = NAMES.index(before.elected[0])
    row = data.draw(st.sampled_from(sorted(voted)))
    others = (0, 0, 0, 0) if method == "plurality" else row
    mark = data.draw(st.integers(max(row[winner], 1), 5)) if method in SCORING else 1
    after = Counter(voted)
    after.subtract([row])
    after.update([(*others[:winner], mark, *others[winner + 1 :])])
    assert tally(method, +after).elected == before.elected


@given(voted=rows("star"))
def test_star_does_not_elect_whom_every_other_candidate_would_beat(voted: dict[tuple[int, ...], int]) -> None:
    beaten = Counter(
        NAMES[other]
        for one, other in permutations(range(len(NAMES)), 2)
        if sum(voters * ((row[one] > row[other]) - (row[one] < row[other])) for row, voters in voted.items()) > 0
    )
    assert beaten[tally("star", voted).elected[0]] < len(NAMES) - 1
