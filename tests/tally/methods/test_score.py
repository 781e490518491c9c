"""Score: the highest sum of points."""

from __future__ import annotations

import pytest

from election.tally import TallyError
from tests.tally.marked import TENNESSEE_BY_POINTS, TENNESSEE_BY_RANK, marks, outcome, stars


def test_whoever_has_the_highest_sum_is_elected() -> None:
    """Tennessee's capital: the points and sums of https://abif.electorama.com/id/TNexample/STAR, scoring round."""
    counted = outcome(TENNESSEE_BY_POINTS, "score")
    assert dict(counted.rounds[0].votes) == {"Memphis": 126, "Nashville": 194, "Chattanooga": 173, "Knoxville": 107}
    assert counted.ranking == (("Nashville",), ("Chattanooga",), ("Memphis",), ("Knoxville",))
    assert counted.elected == ("Nashville",)


def test_several_seats_go_to_the_highest_sums() -> None:
    counted = outcome(stars({(5, 4, 0): 3, (0, 3, 5): 1}), "score", seats=2)
    assert (dict(counted.rounds[0].votes), counted.elected) == ({"A": 15, "B": 15, "C": 5}, ("A", "B"))


def test_the_highest_score_is_what_the_election_says() -> None:
    nine = marks({(9, 0): 1}, highest=9)
    assert outcome(nine, "score", highest=9).elected == ("A",)
    with pytest.raises(TallyError, match=r"^A is marked 9, and marks go from 0 to 5\. Mend that ballot"):
        outcome(nine, "score")
    with pytest.raises(TallyError, match=r"^B is marked -1, and"):
        outcome(stars({(1, -1): 1}), "score")


def test_a_highest_score_beyond_a_byte_is_no_matter() -> None:
    counted = outcome(marks({(1000, 999): 2, (0, 2): 1}, highest=1000), "score", highest=1000)
    assert (dict(counted.rounds[0].votes), counted.tied) == ({"A": 2000, "B": 2000}, ("A", "B"))


def test_who_withdrew_is_not_read_whatever_is_written_there() -> None:
    counted = outcome(stars({(7, 2, 3): 1, (5, 0, 0): 2, (0, 0, 0): 4}), "score", withdrawn=("A",))
    assert (dict(counted.rounds[0].votes), counted.elected) == ({"B": 2, "C": 3}, ("C",))
    assert (counted.blank, counted.spent, counted.valid) == (4, 2, 1)


def test_rankings_are_refused_with_what_to_do_instead() -> None:
    with pytest.raises(TallyError, match=r"^Score adds up scores, and these ballots are rankings.* Choose a method"):
        outcome(TENNESSEE_BY_RANK, "score")


def test_those_with_equal_sums_share_a_place() -> None:
    assert outcome(stars({(5, 0, 1): 1, (0, 5, 1): 1}), "score").ranking == (("A", "B"), ("C",))


def test_it_can_pass_over_whom_a_majority_likes_best() -> None:
    """51 of 100 prefer A, who would beat B by 51 to 49, but B is second best to them and best to all others."""
    counted = outcome(stars({(5, 4): 51, (0, 5): 49}), "score")
    assert dict(counted.rounds[0].votes) == {"A": 255, "B": 449}
    assert counted.elected == ("B",)
