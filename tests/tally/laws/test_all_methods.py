"""What holds for every method, whatever the ballots."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from election.tally import METHODS, Cap, Decision, Marks, Outcome, Rules, count
from tests.tally.laws.profiles import Electorate, electorates
from tests.tally.voters import MARKED, lawful, winners

pytestmark = pytest.mark.only("sqlite")  # no database is asked: once is enough

SEATS = st.integers(1, 3)


def standing(outcome: Outcome, names: Mapping[str, str] | None = None) -> tuple[object, ...]:
    """Who is elected, who is tied, where everybody stands, by other names if there are such."""
    called = names or {name: name for name in outcome.candidates}
    elected, tied = ({called[name] for name in group} for group in (outcome.elected, outcome.tied))
    return elected, tied, outcome.contested, [{called[name] for name in group} for group in outcome.ranking]


@pytest.mark.parametrize("method", METHODS)
@given(data=st.data(), seats=SEATS)
@lawful
def test_by_other_names_the_same_candidates_are_elected(method: str, data: st.DataObject, seats: int) -> None:
    voted: Electorate = data.draw(electorates(method, most=5))
    others = dict(zip(voted.names, data.draw(st.permutations(voted.names)), strict=True))
    assert standing(voted.renamed(others).count(method, seats)) == standing(voted.count(method, seats), others)


@pytest.mark.parametrize("method", METHODS)
@given(data=st.data(), seats=SEATS)
@lawful
def test_drawing_decides_between_the_tied_and_nobody_else(method: str, data: st.DataObject, seats: int) -> None:
    voted: Electorate = data.draw(electorates(method, most=5))
    left_open = voted.count(method, seats)
    drawn = voted.count(method, seats, ties=Decision(tuple(data.draw(st.permutations(voted.names)))))
    assert set(left_open.elected) <= set(drawn.elected) <= winners(left_open)
    assert len(drawn.elected) == len(left_open.elected) + left_open.contested
    assert not drawn.tied


@pytest.mark.parametrize("method", MARKED)
@given(data=st.data(), times=st.lists(st.integers(1, 3), min_size=15, max_size=15), seats=SEATS)
@lawful
def test_marks_of_many_voters_are_that_many_ballots(
    method: str, data: st.DataObject, times: list[int], seats: int
) -> None:
    voted: Electorate = data.draw(electorates(method))
    cast = list(zip(voted.marks, times, strict=False))
    one_by_one = replace(voted, marks=tuple(ballot for ballot, voters in cast for _ in range(voters)))
    rows: Counter[tuple[int, ...]] = Counter()
    for ballot, voters in cast:
        rows[tuple(ballot.get(name, 0) for name in voted.names)] += voters
    outcome = one_by_one.count(method, seats)
    rules = Rules(method=method, seats=seats, highest=voted.highest)
    assert outcome == count(Marks(voted.names, rows, voted.highest), rules)


@pytest.mark.parametrize("method", ["approval", "score", "star"])
@given(data=st.data(), seats=SEATS)
@lawful
def test_marks_for_whoever_withdrew_might_never_have_been_given(method: str, data: st.DataObject, seats: int) -> None:
    voted: Electorate = data.draw(electorates(method))  # plurality reads a withdrawn candidate's marks as overvotes
    gone = data.draw(st.sampled_from(voted.names))
    assert standing(voted.count(method, seats, withdrawn=(gone,))) == standing(voted.without(gone).count(method, seats))


@pytest.mark.parametrize("method", METHODS)
@given(data=st.data(), seats=SEATS)
@lawful
def test_a_cap_that_nobody_exceeds_elects_the_same(method: str, data: st.DataObject, seats: int) -> None:
    voted: Electorate = data.draw(electorates(method, most=5))
    affiliations = {name: data.draw(st.sampled_from(["Acme", "Bolt", ""])) for name in voted.names}
    capped = voted.count(method, seats, cap=Cap(seats, affiliations))
    assert standing(capped) == standing(voted.count(method, seats))
    assert not capped.skips


def test_a_cap_that_nobody_exceeds_elects_in_the_same_order() -> None:
    level = Electorate(("Ann", "Ben", "Cy"), rankings=((),))
    capped = level.count("schulze", 3, cap=Cap(2, {"Ann": "Acme", "Ben": "Bolt", "Cy": "Acme"}))
    assert capped.elected == level.count("schulze", 3).elected == ("Ann", "Ben", "Cy")
