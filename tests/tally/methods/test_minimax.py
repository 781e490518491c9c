"""Minimax: by the worst defeat."""

from __future__ import annotations

from election.tally import Strength
from tests.tally.elections import TENNESSEE, outcome


def test_whoever_loses_to_nobody_stands_first_and_then_the_mildest_worst_defeat() -> None:
    counted = outcome(TENNESSEE, "minimax")
    assert counted.pairwise is not None
    assert dict(zip(counted.candidates, counted.pairwise.worst, strict=True)) == {
        "Chattanooga": 68,
        "Knoxville": 83,
        "Memphis": 58,
        "Nashville": 0,
    }
    assert counted.ranking == (("Nashville",), ("Memphis",), ("Chattanooga",), ("Knoxville",))


def test_in_a_circle_the_weakest_defeat_does_not_count() -> None:
    counted = outcome("4: A > B > C\n3: B > C > A\n2: C > A > B", "minimax")
    assert counted.pairwise is not None
    assert counted.pairwise.worst == (5, 6, 7)  # C beats A by 5 to 4, A B by 6 to 3, B C by 7 to 2
    assert counted.elected == ("A",)


def test_equal_worst_defeats_share_a_place() -> None:
    assert outcome("1: A > B > C\n1: B > C > A\n1: C > A > B", "minimax").ranking == (("A", "B", "C"),)


def test_margins_weigh_a_defeat_by_what_it_is_won_with() -> None:
    short = "5: B > C\n3: C\n6: A"  # C beats A by 8 to 6, A B by 6 to 5, B C by 5 to 3
    assert outcome(short, "minimax").elected == ("C",)
    assert outcome(short, "minimax", by=Strength.MARGINS).elected == ("B",)
