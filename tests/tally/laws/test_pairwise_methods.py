"""What methods that compare in pairs promise, on ballots that are cut short or have equals, by every rule of theirs."""

from __future__ import annotations

from itertools import combinations, product

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.tally.laws.profiles import Electorate, circles, electorates, without
from tests.tally.voters import Ranks, lawful, winners

pytestmark = pytest.mark.only("sqlite")  # no database is asked: once is enough

EITHER = st.tuples(st.sampled_from(["last", "leave-out"]), st.sampled_from(["winning-votes", "margins"]))
PAIRWISE = ("schulze", "minimax", "ranked-pairs")
VOTED = electorates() | circles()
CLONE = "Zoe"


def beats(voted: Electorate, one: str, other: str, unranked: str) -> bool:
    leave_out = unranked == "leave-out"
    return voted.prefer(one, other, leave_out=leave_out) > voted.prefer(other, one, leave_out=leave_out)


@pytest.mark.parametrize("method", PAIRWISE)
@given(voted=VOTED, rules=EITHER)
@lawful
def test_whoever_beats_everybody_else_wins_by_every_rule(
    method: str, voted: Electorate, rules: tuple[str, str]
) -> None:
    unranked, by = rules
    outcome = voted.count(method, unranked=unranked, by=by)
    for one in voted.names:
        if all(beats(voted, one, other, unranked) for other in voted.names if other != one):
            assert outcome.elected == (one,)


@pytest.mark.parametrize("method", ["schulze", "ranked-pairs"])
@given(voted=VOTED, rules=EITHER)
@lawful
def test_winners_are_of_every_set_that_beats_everybody_else(
    method: str, voted: Electorate, rules: tuple[str, str]
) -> None:
    """Of the smallest of these too, the Smith set; and where it is everybody but one, that one does not win."""
    unranked, by = rules
    won = winners(voted.count(method, unranked=unranked, by=by))
    for size in range(1, len(voted.names)):
        for inside in map(set, combinations(voted.names, size)):
            outside = set(voted.names) - inside
            if all(beats(voted, one, other, unranked) for one, other in product(inside, outside)):
                assert won <= inside


@pytest.mark.parametrize("method", ["schulze", "ranked-pairs"])
@given(voted=VOTED, rules=EITHER)
@lawful
def test_more_than_half_who_rank_the_same_ones_above_all_others_elect_of_these(
    method: str, voted: Electorate, rules: tuple[str, str]
) -> None:
    _, by = rules  # with the unranked left out, ranking nobody else would not put the favourites above anybody
    won = winners(voted.count(method, by=by))
    for size in range(1, len(voted.names)):
        for favourites in map(set, combinations(voted.names, size)):
            solid = sum(_solid(ballot, favourites) for ballot in voted.rankings)
            if 2 * solid > len(voted.rankings):
                assert won <= favourites


def _solid(ballot: Ranks, favourites: set[str]) -> bool:
    """Whether a ballot ranks these and ranks nobody else above, or beside, one of them."""
    first: set[str] = set()
    for rank in ballot:
        if len(first) >= len(favourites):
            break
        first |= {*rank}
    return first == favourites


@pytest.mark.parametrize("method", PAIRWISE)
@given(voted=VOTED, data=st.data(), by=st.sampled_from(["winning-votes", "margins"]))
@lawful
def test_raising_a_winner_by_any_number_of_places_does_not_make_them_lose(
    method: str, voted: Electorate, data: st.DataObject, by: str
) -> None:
    elected = voted.count(method, by=by).elected
    assume(elected)
    (winner,) = elected
    at = data.draw(st.integers(0, len(voted.rankings) - 1))
    below = next((n for n, rank in enumerate(voted.rankings[at]) if winner in rank), len(voted.rankings[at]))
    above = data.draw(st.integers(0, below))
    raised = voted.changed(at, lambda ballot: _raised(ballot, winner, above))
    assert winner in winners(raised.count(method, by=by))


def _raised(ballot: Ranks, name: str, above: int) -> Ranks:
    """A ballot on which a candidate has a rank of their own above the one with this number."""
    return (*ballot[:above], (name,), *without(ballot[above:], name))


@given(voted=circles(most=5), data=st.data(), rules=EITHER)
@lawful
def test_by_schulze_a_clone_takes_no_seat_from_others_and_gives_them_none(
    voted: Electorate, data: st.DataObject, rules: tuple[str, str]
) -> None:
    """A clone is ranked directly above, below or beside the same candidate on every ballot."""
    unranked, by = rules
    model = data.draw(st.sampled_from(voted.names))
    beside = data.draw(st.lists(st.sampled_from("><="), min_size=15, max_size=15))
    cloned = Electorate(
        (*voted.names, CLONE),
        tuple(_cloned(ballot, model, where) for ballot, where in zip(voted.rankings, beside, strict=False)),
    )
    before = winners(voted.count("schulze", unranked=unranked, by=by))
    after = winners(cloned.count("schulze", unranked=unranked, by=by))
    assert after - {model, CLONE} == before - {model}
    assert bool(after & {model, CLONE}) == (model in before)


def _cloned(ballot: Ranks, model: str, where: str) -> Ranks:
    ranks: list[tuple[str, ...]] = []
    for rank in ballot:
        if model not in rank:
            ranks.append(rank)
        elif where == "=" or len(rank) > 1:
            ranks.append((*rank, CLONE))
        else:
            ranks += [rank, (CLONE,)] if where == ">" else [(CLONE,), rank]
    return tuple(ranks)


@given(voted=VOTED, by=st.sampled_from(["winning-votes", "margins"]))
@lawful
def test_schulzes_only_winner_does_not_win_when_every_ballot_is_turned_round(voted: Electorate, by: str) -> None:
    complete = tuple(_completed(ballot, voted.names) for ballot in voted.rankings)
    elected = Electorate(voted.names, complete).count("schulze", by=by).elected
    turned = Electorate(voted.names, tuple(ballot[::-1] for ballot in complete))
    assume(elected)
    assert elected != turned.count("schulze", by=by).elected


def _completed(ballot: Ranks, names: tuple[str, ...]) -> Ranks:
    """A ballot with everybody it does not rank beside each other at its end."""
    rest = tuple(name for name in names if all(name not in rank for rank in ballot))
    return (*ballot, rest) if rest else ballot
