"""Schulze: the figures of its inventor's paper, and what makes one defeat stronger than another."""

from __future__ import annotations

from election.tally import Strength, Unranked
from tests.tally.elections import TENNESSEE, outcome

PAPER = """
5: A > C > B > E > D
5: A > D > E > C > B
8: B > E > D > A > C
3: C > A > B > E > D
7: C > A > E > B > D
2: C > B > A > D > E
7: D > C > E > B > A
8: E > B > A > D > C
"""
"""Markus Schulze, "A new monotonic, clone-independent, reversal symmetric, and Condorcet-consistent single-winner
election method", 2011, example 1."""


def test_the_papers_example_has_the_papers_matrix_paths_and_ranking() -> None:
    counted = outcome(PAPER, "schulze")
    assert counted.pairwise is not None
    assert counted.pairwise.matrix == (
        (0, 20, 26, 30, 22),
        (25, 0, 16, 33, 18),
        (19, 29, 0, 17, 24),
        (15, 12, 28, 0, 14),
        (23, 27, 21, 31, 0),
    )
    assert counted.pairwise.paths == (
        (0, 28, 28, 30, 24),
        (25, 0, 28, 33, 24),
        (25, 29, 0, 29, 24),
        (25, 28, 28, 0, 24),
        (25, 28, 28, 31, 0),
    )
    assert counted.ranking == (("E",), ("A",), ("C",), ("B",), ("D",))
    assert counted.elected == ("E",)


def test_the_candidate_who_beats_everybody_wins() -> None:
    assert outcome(TENNESSEE, "schulze").ranking == (("Nashville",), ("Chattanooga",), ("Knoxville",), ("Memphis",))


def test_several_seats_go_down_the_ranking() -> None:
    assert outcome(PAPER, "schulze", seats=3).elected == ("E", "A", "C")


def test_those_whom_equally_many_beat_share_a_place_and_a_seat_they_do_not_fit_in() -> None:
    counted = outcome("2: A > B > C\n2: B > A > C", "schulze")
    assert counted.ranking == (("A", "B"), ("C",))
    assert (counted.elected, counted.tied, counted.contested) == ((), ("A", "B"), 1)
    assert outcome("2: A > B > C\n2: B > A > C", "schulze", seats=2).elected == ("A", "B")


def test_no_opinion_leaves_a_candidate_out_or_below_all_who_are_ranked() -> None:
    quiet = "3: A > B\n2: C > A\n4: B > C"
    last = outcome(quiet, "schulze", unranked=Unranked.LAST)
    assert last.pairwise is not None
    assert (last.pairwise.prefer("A", "B"), last.pairwise.prefer("B", "A")) == (5, 4)
    left_out = outcome(quiet, "schulze", unranked=Unranked.LEAVE_OUT)
    assert left_out.pairwise is not None
    assert (left_out.pairwise.prefer("A", "B"), left_out.pairwise.prefer("B", "A")) == (3, 0)
    assert left_out.pairwise.paths == ((0, 3, 3), (2, 0, 4), (2, 2, 0))


def test_margins_can_elect_somebody_else_than_winning_votes() -> None:
    short = "5: B > C\n3: C\n6: A"  # C beats A by 8 to 6, A B by 6 to 5, B C by 5 to 3
    assert outcome(short, "schulze", by=Strength.WINNING_VOTES).elected == ("C",)
    assert outcome(short, "schulze", by=Strength.MARGINS).elected == ("B",)


def test_equals_on_a_ballot_prefer_neither() -> None:
    counted = outcome("3: A = B > C\n1: B > A > C", "schulze")
    assert counted.pairwise is not None
    assert (counted.pairwise.prefer("A", "B"), counted.pairwise.prefer("B", "A")) == (0, 1)
    assert counted.pairwise.prefer("A", "C") == 4
