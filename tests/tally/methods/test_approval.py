"""Approval: as many marks as one likes, and who is approved by most."""

from __future__ import annotations

import pytest

from election.tally import Profile, TallyError
from tests.tally.elections import ballots
from tests.tally.marked import TENNESSEE_BY_RANK, marks, outcome, stars


def test_whoever_is_approved_by_most_voters_is_elected() -> None:
    """Tennessee's capital, everybody approving of their first two cities, as Wikipedia's "STAR voting" supposes.

    The article names the winner; the figures follow from the voters of each city.
    """
    first_two = {ranking[:2]: voters for ranking, voters in TENNESSEE_BY_RANK.ballots.items()}
    counted = outcome(Profile.of(TENNESSEE_BY_RANK.candidates, first_two), "approval")
    assert dict(counted.rounds[0].votes) == {"Chattanooga": 58, "Knoxville": 32, "Memphis": 42, "Nashville": 68}
    assert counted.ranking == (("Nashville",), ("Chattanooga",), ("Memphis",), ("Knoxville",))
    assert counted.elected == ("Nashville",)


def test_no_number_of_marks_is_too_many() -> None:
    counted = outcome(marks({(1, 1, 1, 1): 3, (1, 0, 0, 1): 2, (0, 0, 0, 0): 1}), "approval", seats=2)
    assert (dict(counted.rounds[0].votes), counted.elected) == ({"A": 5, "B": 3, "C": 3, "D": 5}, ("A", "D"))
    assert (counted.blank, counted.invalid, counted.valid) == (1, 0, 5)


def test_a_ranking_approves_of_everybody_it_ranks() -> None:
    counted = outcome(ballots("3: A > B\n2: C\n1: B = C > A\n1: "), "approval")
    assert (dict(counted.rounds[0].votes), counted.blank) == ({"A": 4, "B": 4, "C": 3}, 1)


def test_who_withdrew_gets_nothing_and_leaves_ballots_without_a_name() -> None:
    for voted in (marks({(1, 0): 2, (1, 1): 3, (0, 1): 1}), ballots("2: A\n3: A > B\n1: B")):
        counted = outcome(voted, "approval", withdrawn=("A",))
        assert (dict(counted.rounds[0].votes), counted.spent, counted.valid) == ({"B": 4}, 2, 4)


def test_those_with_equally_many_share_a_place() -> None:
    counted = outcome(marks({(1, 1, 0): 2, (0, 0, 1): 1}), "approval")
    assert (counted.tied, counted.ranking) == (("A", "B"), (("A", "B"), ("C",)))


def test_scores_are_refused_with_what_to_do_instead() -> None:
    with pytest.raises(TallyError, match="Approval takes marks of 0 or 1, and these ballots give scores up to 5"):
        outcome(stars({(1, 0): 1}), "approval")


def test_it_can_pass_over_whom_a_majority_likes_best() -> None:
    """51 of 100 prefer A to B, but approve of both; so B has everybody's approval."""
    voted = ballots("51: A > B\n49: B")
    assert outcome(voted, "approval").elected == ("B",)
    assert outcome(voted, "schulze").elected == ("A",)
